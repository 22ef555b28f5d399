"""axe-core finds nothing in what opens on a page, either; test_every_page.py has the pages.

A run with contrast costs 1 to 2 s: `make test-all` looks at each language in every way.
"""

import json

import pytest
from browser.axe import findings
from browser.conftest import SIZES
from browser.desk import choose
from sampling import EVERY, sampled
from site_reader import EVERY_LOCALE

LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in SIZES]
# Each language in one way of looking, by turns: they are as many.
OPENS = [
    (locale, *look)
    for turn, locale in enumerate(sampled("axe, what opens"))
    for look in (LOOKS if EVERY else [LOOKS[turn % len(LOOKS)]])
]
MARKS = json.dumps({"3046": 2, "7034": 1, "8047": 3})


@pytest.mark.parametrize(("locale", "scheme", "size"), OPENS)
def test_what_opens(locale, scheme, size, open_page, site, base):
    opened = open_page(site.home(locale), size, color_scheme=scheme)
    page = opened.page
    for fold in (".menu", ".languages"):
        if page.locator(f"{fold} summary").is_visible():
            page.locator(f"{fold} summary").click()
            assert findings(page, within=".bar") == [], fold
            page.keyboard.press("Escape")
    # Not every page has it.
    if page.locator(".search-open").count():
        page.locator(".search-open").click()
        page.locator("dialog input:visible").wait_for()
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
    page = open_page("", locale="vi-VN", color_scheme=scheme).page
    page.locator("[data-offer]:visible").wait_for()
    assert findings(page) == []


@pytest.mark.parametrize(("scheme", "size"), [("light", "phone"), ("dark", "pc")])
@pytest.mark.parametrize("locale", EVERY_LOCALE if EVERY else ["ne"])
def test_the_desk_and_the_report_in_use(locale, scheme, size, open_page, site, base):
    opened = open_page(site.page(locale, "support-desk").url, size, color_scheme=scheme)
    page = opened.page
    choose(page, "3046", "7034")
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
    opened = open_page("s/", color_scheme=scheme)
    addresses = ["s/#ja", "s/#my", "s/?3046-7034#vi", "s/3046/#en", "s/7034/#ko", "s/8047/#ne"]
    for address in [*addresses, "nowhere/", "th/404.html"]:
        opened.go_to(base + address)
        assert findings(opened.page, colours=scheme == "dark" or None) == [], address


def test_one_pale_text_among_hundreds_alike_is_found(open_page):
    page = open_page("network/").page
    assert findings(page, colours=True) == []
    page.locator("main .step > p").nth(3).evaluate("text => { text.style.color = '#999' }")
    (found,) = findings(page, colours=True)
    assert found.startswith("color-contrast: ")
