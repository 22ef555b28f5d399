"""axe-core finds nothing: every page, and what opens on it.

``EVERY=true`` looks at each language in every way; it takes half an hour more.
"""

import json
import os

import pytest
from browser.axe import findings
from browser.conftest import SIZES
from site_reader import LOCALES

EVERY = bool(os.environ.get("EVERY"))
# The two languages that most phones here are set to, in every way of looking.
MAIN = ["ja", "en"]
LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in SIZES]
MARKS = json.dumps({"3046": 2, "7050": 1, "8047": 3})


def _or_every(few: list[str]) -> list[str]:
    return LOCALES if EVERY else few


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_on_a_phone(locale, open_page, site, base):
    opened = open_page("", bypass_csp=True)
    for page in site.of(locale):
        opened.go_to(base + page.url)
        assert findings(opened.page, colours=False) == [], page.name


@pytest.mark.parametrize(("scheme", "size"), LOOKS)
@pytest.mark.parametrize("locale", _or_every(MAIN))
def test_every_page_in_every_way_of_looking(locale, scheme, size, open_page, site, base):
    opened = open_page("", size, color_scheme=scheme, bypass_csp=True)
    for page in site.of(locale):
        opened.go_to(base + page.url)
        # But for colours, a dark page is a light one.
        only_colours = (scheme, size) != ("light", "pc")
        assert findings(opened.page, colours=only_colours or None) == [], page.name


@pytest.mark.parametrize(("scheme", "size"), [("light", "phone"), ("dark", "pc")])
def test_colours_in_the_other_languages(scheme, size, open_page, site, base):
    """Each page in one of them, so that every language has its turn."""
    opened = open_page("", size, color_scheme=scheme, bypass_csp=True)
    others = [locale for locale in LOCALES if locale not in MAIN]
    for turn, page in enumerate(site.of("ja")):
        other = site.page(others[(turn + (size == "pc")) % len(others)], page.slug)
        opened.go_to(base + other.url)
        assert findings(opened.page, colours=True) == [], other.name


@pytest.mark.parametrize(("scheme", "size"), LOOKS)
@pytest.mark.parametrize("locale", _or_every([*MAIN, "my"]))
def test_what_opens(locale, scheme, size, open_page, site, base):
    opened = open_page(site.home(locale), size, color_scheme=scheme, bypass_csp=True)
    page = opened.page
    for fold in (".menu", ".languages"):
        if page.locator(f"{fold} summary").is_visible():
            page.locator(f"{fold} summary").click()
            assert findings(page, within=".bar") == [], fold
            page.keyboard.press("Escape")
    # Not every page has it.
    if page.locator(".search-open").count():
        page.locator(".search-open").click()
        assert findings(page, within="dialog") == [], "search"
    # The first page in another language has steps too: one chapter is as good as another.
    opened.go_to(base + site.page(locale, "profile").url)
    page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
    page.locator(".send .copy:visible").nth(2).wait_for()
    page.locator(".tried label").nth(1).click()
    # The bar is measured over the page's start: further down it lies over text.
    page.evaluate("scrollTo(0, 0)")
    assert findings(page) == [], "folds"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_offer_of_a_language(scheme, open_page):
    page = open_page("", locale="vi-VN", color_scheme=scheme, bypass_csp=True).page
    page.locator("[data-offer]:visible").wait_for()
    assert findings(page) == []


@pytest.mark.parametrize(("scheme", "size"), [("light", "phone"), ("dark", "pc")])
@pytest.mark.parametrize("locale", _or_every(["ja", "ne"]))
def test_the_desk_and_the_report_in_use(locale, scheme, size, open_page, site, base):
    opened = open_page(
        site.page(locale, "support-desk").url, size, color_scheme=scheme, bypass_csp=True
    )
    page = opened.page
    for code in ("3046", "7050"):
        page.locator(f"#choose-{code}").check()
    page.locator(".desk__texts pre").first.wait_for()
    page.locator("#digits-input").fill("12")
    page.locator(".digits button").click()
    page.locator("#digits-said:not(:empty)").wait_for()
    page.evaluate("scrollTo(0, 0)")
    assert findings(page) == [], "desk"
    page.evaluate("marks => localStorage.setItem('guide-tried', marks)", MARKS)
    opened.go_to(base + site.page(locale, "report").url)
    page.locator(".tried-summary output:visible").wait_for()
    assert findings(page) == [], "report"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_step_pages(scheme, open_page, base):
    opened = open_page("s/", color_scheme=scheme, bypass_csp=True)
    addresses = ["s/#ja", "s/#my", "s/?3046-7050#vi", "s/3046/#en", "s/7050/#ko", "s/8047/#ne"]
    for address in [*addresses, "nowhere/", "th/404.html"]:
        opened.go_to(base + address)
        assert findings(opened.page) == [], address
