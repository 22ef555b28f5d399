"""facts/links.yml: every address outside this site."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, HttpUrl, model_validator

from guide.facts.steps import Slug
from guide.facts.yaml_file import Strict

# Whose own pages may be called official: SoftBank's, Y!mobile's (a brand of SoftBank's) and
# Apple's, with all their subdomains; at a host of many, only what is under their own name.
OFFICIAL = (
    ("softbank.jp", "/"),
    ("ymobile.jp", "/"),
    ("apple.com", "/"),
    ("github.com", "/apple/"),
)
# Where SoftBank offers its profile. Our sources give the address without TLS only, and nobody could
# see whether it answers with; a reader who is sent there must not meet a page that does not open.
WITHOUT_TLS = "http://sbwifi.jp/"


def is_official(url: HttpUrl) -> bool:
    """Whether an address is SoftBank's or Apple's own, over TLS at its usual port."""
    if str(url) == WITHOUT_TLS:
        return True
    host, path = url.host or "", url.path or "/"
    return (url.scheme, url.port) == ("https", 443) and any(
        (host == own or host.endswith(f".{own}")) and path.startswith(folder)
        for own, folder in OFFICIAL
    )


class Link(Strict):
    """A page elsewhere.

    Attributes:
        url: its address, or null for a source that is in no public place.
        title: what it calls itself, or what it is, in the language ``lang``.
        en: the same in English, where it is not; for readers of neither language.
        kind: ``official`` (SoftBank's or Apple's own), ``record`` (made by somebody who ran or
            tested the settings), ``standard``, or ``weak`` (a single or second-hand text).
        read: the date on which its text was read, in a stored copy or live.
    """

    url: HttpUrl | None
    title: str
    en: str | None = None
    lang: Literal["ja", "en"]
    kind: Literal["official", "record", "standard", "weak"]
    read: date | None

    def title_for(self, html_lang: str) -> tuple[str, str]:
        """The title that readers of a language are shown, and the language of that title."""
        return (self.en, "en") if self.en and html_lang != self.lang else (self.title, self.lang)

    @model_validator(mode="after")
    def _leads_where_it_says(self):
        if self.url and (self.url.username or self.url.password):
            raise ValueError(f"{self.url} names a user, which hides the host that it leads to")
        if self.url and self.kind == "official" and not is_official(self.url):
            hosts = ", ".join(f"{host}{folder}".rstrip("/") for host, folder in OFFICIAL)
            raise ValueError(f"{self.url} cannot be `kind: official`: it is not https at {hosts}")
        return self


class Links(Strict):
    """The whole of facts/links.yml."""

    links: Annotated[dict[Slug, Link], Field(min_length=1)]
