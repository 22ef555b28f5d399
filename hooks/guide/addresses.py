"""Where everything of the site is."""

from dataclasses import dataclass
from posixpath import relpath

# The folder of the step pages: /s/<code>/ stands in tickets and on paper and never changes.
STEPS = "s/"
OFFLINE = "offline/"


@dataclass(frozen=True)
class Addresses:
    """The addresses of one site, relative to its first folder unless they say otherwise.

    Attributes:
        site_url: the address of the site, ending in a slash.
        root_locale: the language whose pages have no folder of their own.
    """

    site_url: str
    root_locale: str

    def home(self, locale: str) -> str:
        """A language's folder and first page: ``en/``, or nothing for the root's."""
        return "" if locale == self.root_locale else f"{locale}/"

    def page(self, locale: str, slug: str) -> str:
        """A page: ``en/network/``."""
        return self.home(locale) + ("" if slug == "index" else f"{slug}/")

    def absolute(self, address: str) -> str:
        """The same with the site's own in front."""
        return self.site_url + address


def step_folder(code: str) -> str:
    """A step's page in every language: ``s/3046/``."""
    return f"{STEPS}{code}/"


def step_url(site_url: str, code: str, locale: str) -> str:
    """The whole address of a step, opened in one language.

    Args:
        site_url: the address of the site, ending in a slash.
    """
    return f"{site_url}{step_folder(code)}#{locale}"


def one_file(locale: str) -> str:
    """The whole guide of a language in one file."""
    return f"{OFFLINE}guide-{locale}.html"


def way(page: str, target: str) -> str:
    """The way from a page to an address of the same site: ``../s/``."""
    found = relpath(f"/{target}", f"/{page}")
    return f"{found}/" if target.endswith("/") or not target else found
