"""One visit of a page, and all that a browser can say of it.

A page is loaded once for each size; what it looks like in the dark, with larger letters or on a
narrower phone is a matter of that same load. ``test_every_page.py`` asks what was found.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from browser.axe import findings
from browser.layout import (
    APART,
    BACKWARDS,
    BROKEN,
    CRAMPED,
    CUT,
    GROUND,
    OPEN_MESSAGES,
    OVERFLOWING,
    SETTINGS,
    SIDEWAYS,
    TWICE,
    style,
)
from browser.targets import MAIN_WAY, OPEN, SMALL
from sampling import EVERY
from site_reader import EVERY_LOCALE, Page

NARROW = {"width": 320, "height": 640}
PHONE = {"width": 375, "height": 812}
WHITE = "rgb(255, 255, 255)"

# In which looks axe-core measures contrast, its slowest rule. The styles are the same in every
# language: each page is measured in the light, in the dark, and once in another language.
LOOKS = {("ja", "phone"): ["light"], ("en", "pc"): ["dark"]}
OTHERS = [locale for locale in EVERY_LOCALE if locale not in ("ja", "en")]

# What no reader is told in words, but a browser is: it forbade something.
LISTEN = """window.forbidden = [];
addEventListener("securitypolicyviolation", (event) => forbidden.push(
  `${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));"""


@dataclass
class Visits:
    """What was found on the pages of a language: lines such as ``ja/network: …``, by its kind."""

    found: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, page: Page, kind: str, lines: list[str]) -> None:
        self.found[kind] += [f"{page.name}: {line}" for line in lines]


def visit(opened, page: Page, turn: int, size: str, base: str, visits: Visits) -> None:
    """Looks at one page in every way.

    Args:
        opened: a ``Watched`` of ``open_page`` in this size, with ``LISTEN``.
        turn: the number of the page in its language; it says where contrast is measured.
        visits: what is found is added to it.
    """
    opened.go_to(base + page.url)
    tab = opened.page
    # Read whole: closed they would be titles alone.
    tab.evaluate(OPEN_MESSAGES)

    def note(kind: str, lines: list[str]) -> None:
        visits.note(page, kind, lines)

    def layout(kinds: dict[str, str], how: str = "") -> None:
        for kind, script in kinds.items():
            note(kind, [f"{how}{line}" for line in tab.evaluate(script)])

    looks = looks_of_contrast(page.locale, size, turn)
    layout({"sideways": SIDEWAYS, "over": OVERFLOWING, "broken": BROKEN, "backwards": BACKWARDS})
    note("ground", [] if tab.evaluate(GROUND) == WHITE else ["the light page is not white"])
    if page.slug == "settings" and size == "phone":
        layout({"settings": SETTINGS})
    note("axe", findings(tab, colours=False) if structure_is_read(page.locale, size, turn) else [])
    note("contrast", findings(tab, colours=True) if "light" in looks else [])
    tab.emulate_media(color_scheme="dark")
    note("ground", ["the dark page is white"] if tab.evaluate(GROUND) == WHITE else [])
    note("contrast", findings(tab, colours=True) if "dark" in looks else [])
    tab.emulate_media(color_scheme="light")
    if size == "phone":
        small = {"sideways": SIDEWAYS, "over": OVERFLOWING, "cut": CUT, "broken": BROKEN}
        tab.set_viewport_size(NARROW)
        layout({**small, "cramped": CRAMPED}, "narrow: ")
        with style(tab, APART):
            layout(small, "letters further apart: ")
        if page.slug != "404":
            with style(tab, TWICE):
                layout({**small, "cramped": CRAMPED}, "letters twice as large: ")
        tab.set_viewport_size(PHONE)
        tab.evaluate(OPEN)
        layout({"over": OVERFLOWING}, "folds open: ")
        note("targets", tab.evaluate(SMALL, [MAIN_WAY, "body"]))
    # What a page still does after it was loaded has been done by now.
    note("policy", tab.evaluate("forbidden"))
    note("trouble", opened.trouble)
    note("elsewhere", [url for url in opened.requests if not url.startswith((base, "data:"))])


def structure_is_read(locale: str, size: str, turn: int) -> bool:
    """Whether axe-core looks at a page beside its contrast.

    Templates make the same elements in every language: every page is read in Japanese, every other
    one in English, those between in Burmese, and of the rest one in fourteen.
    """
    every, first = {"ja": (1, 0), "en": (2, 0), "my": (2, 1)}.get(
        locale, (14, EVERY_LOCALE.index(locale) % 7)
    )
    return EVERY or (size == "phone" and turn % every == first)


def looks_of_contrast(locale: str, size: str, turn: int) -> list[str]:
    """In which colour schemes the contrast of a page is measured."""
    if EVERY:
        return ["light", "dark"]
    if locale in OTHERS and size == "phone" and OTHERS[turn % len(OTHERS)] == locale:
        return ["light", "dark"][turn % 2 :][:1]
    return LOOKS.get((locale, size), [])
