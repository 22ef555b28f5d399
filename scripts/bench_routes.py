"""Prints how far a reader is from mended mail, by language. Figures only: nothing here fails.

Usage: bench_routes.py [FOLDER] (a site that is built already). Measured in Chromium, on a phone of
375 by 812. Of each edition:

- what stands before the first action, on the route where it is longest: words, or characters where
  words are not parted by blanks;
- how many of the routes' steps fit on one screen, from the top of the page to the last choice, on
  the route where each is longest;
- taps and screens from the first page to the first step that can mend mail, on the worst route but
  for those that have an account or a profile entered first;
- the screens of all pages but the routes'.
"""

import sys
import tempfile
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

from bench_pages import served
from chromium import Ready, chromium
from guide.facts.routes import Route
from guide.steps.route_source import route_slug
from site_build import ROOT, build
from site_reader import Page, Site

PHONE = {"width": 375, "height": 812}
UNPARTED = ("ja", "ja-easy", "zh", "zh-TW", "th", "my")
ENTERED_FIRST = ("set-up-new", "settings-are-grey")
# By step: how far down its buttons end, and how far down its last action.
_ENDS = """() => Object.fromEntries([...document.querySelectorAll(".step")].map((step) => {
  location.hash = step.id;
  const bottom = (one) => one.getBoundingClientRect().bottom + scrollY;
  const foot = step.querySelector(".fix-foot");
  // As if it stood below the step; where that does not fit, it stays at the foot of the screen.
  foot.style.position = "static";
  return [step.id, [bottom(foot), bottom(step.querySelector(":scope > ol"))]];
}))"""
_CHOICE = """(end) => [...document.querySelectorAll(".start a")]
  .find((one) => one.pathname.endsWith(end))?.getBoundingClientRect().bottom ?? NaN"""


@dataclass
class Edition:
    """What was measured of one language; lengths in pixels."""

    before: dict[str, int] = field(default_factory=dict)
    ends: dict[str, list[float]] = field(default_factory=dict)
    taps: dict[str, int] = field(default_factory=dict)
    screens: dict[str, int] = field(default_factory=dict)
    pages: float = 0


def before_first_action(page: Page) -> int:
    """Words or characters that a route's page shows above the first thing to do."""
    said = []
    for element in page.article.select("h1, summary, h2, .step__cost, section > p, .caution, ol"):
        if element.name == "ol" and element.find_parent("section"):
            break
        if element.name != "ol" and not element.find_parent("ol"):
            texts = (one for one in element.find_all(string=True) if not one.find_parent("rt"))
            said.append("".join(one for one in texts if not one.find_parent(class_="step-code")))
    text = " ".join(said)
    return len("".join(text.split())) if page.locale in UNPARTED else len(text.split())


def first_mend(site: Site, route: Route) -> str:
    """The first step by which mail can work again."""
    return next(code for code in route.steps if not site.guide.only_readies(route, code))


def measure(browser, site: Site, base: str, locale: str) -> Edition:
    """Opens every page of a language once."""
    found = Edition()
    tab = browser.new_page(viewport=PHONE)
    first_page = base + site.page(locale, "index").url
    for route in site.guide.routes.routes:
        page = site.page(locale, route_slug(route.id))
        found.before[route.id] = before_first_action(page)
        tab.goto(base + page.url)
        ends = tab.evaluate(_ENDS)
        found.ends |= {code: max(end, found.ends.get(code, end)) for code, end in ends.items()}
        if not route.steps:
            continue
        mend = first_mend(site, route)
        passed = route.steps[: route.steps.index(mend)]
        tab.goto(first_page)
        choice = tab.evaluate(_CHOICE, f"/{page.slug}/")
        if choice != choice:
            continue  # It is a choice of the desk and of messages, not of the first page.
        found.taps[route.id] = 1 + len(passed)
        lengths = [choice, *(ends[code][0] for code in passed), ends[mend][1]]
        found.screens[route.id] = sum(ceil(one / PHONE["height"]) for one in lengths)
    for slug in site.guide.slugs:
        tab.goto(base + site.page(locale, slug).url)
        found.pages += tab.evaluate("document.documentElement.scrollHeight") / PHONE["height"]
    tab.close()
    return found


def print_edition(locale: str, found: Edition) -> None:
    route = max(found.before, key=found.before.get)
    unit = "characters" if locale in UNPARTED else "words"
    fit = [end for end, _ in found.ends.values() if end <= PHONE["height"]]
    short = {id: taps for id, taps in found.taps.items() if id not in ENTERED_FIRST}
    print(
        f"{locale:<8}{found.before[route]:5} {unit:<11}({route})"
        f"{len(fit) / len(found.ends):8.0%} of {len(found.ends)} steps"
        f"{max(short.values()):5} taps{max(found.screens[id] for id in short):4} screens"
        f"{found.pages:8.0f}",
        flush=True,
    )


def main(folder: str | None = None) -> int:
    with tempfile.TemporaryDirectory(prefix="guide-") as name, chromium() as browser:
        if not folder:
            folder = Path(name) / "site"
            build(ROOT, folder)
        site = Site(Path(folder), ROOT)
        print("        before the first action         on one screen   to a likely mend  screens")
        with served(site.folder) as base:
            for locale in site.locales:
                print_edition(locale, measure(Ready(browser), site, base, locale))
        print("goals   60 words, 120 characters (ja)        80%        3 taps   4 screens     130")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
