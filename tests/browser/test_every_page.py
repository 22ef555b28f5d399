"""Each page, in a real browser, on a phone and on a PC."""

import pytest
from browser.conftest import SIZES

WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
# What runs over its own box, but for the theme's hidden menus and search.
OVERFLOWING = """() => [...document.querySelectorAll("article *")]
  .filter(e => {
    const style = getComputedStyle(e);
    const edge = e.getBoundingClientRect().left + e.scrollWidth;
    return e.offsetParent && e.scrollWidth > e.clientWidth + 1 && style.display !== "inline"
      && style.overflowX === "visible" && edge > document.documentElement.clientWidth;
  })
  .map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""


# A host or port that is broken into two lines could be read as two.
BROKEN = """() => [...document.querySelectorAll("article [data-fact]")]
  .filter(e => e.getClientRects().length > 1 && e.dataset.fact !== "service.name"
            && !e.closest("blockquote"))
  .map(e => `${e.dataset.fact} in ${e.parentElement.textContent.trim().slice(0, 40)}`)"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_nothing_goes_wrong(locale, scheme, size, open_page, site, base):
    for page in site.of(locale):
        if page.slug == "404":
            continue
        opened = open_page(page.url, size, color_scheme=scheme)
        assert opened.trouble == [], page.name
        assert [url for url in opened.requests if not url.startswith(base)] == [], page.name
        scroll, client = opened.page.evaluate(WIDTHS)
        assert scroll <= client, f"{page.name} scrolls sideways at {size}"
        assert opened.page.evaluate(OVERFLOWING) == [], page.name
        assert opened.page.evaluate(BROKEN) == [], page.name
        body = opened.page.locator("body")
        expected = "slate" if scheme == "dark" else "default"
        assert body.get_attribute("data-md-color-scheme") == expected
        opened.page.context.close()


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_narrow_phone_with_large_text(locale, open_page, site):
    for page in site.of(locale):
        if page.slug == "404":
            continue
        opened = open_page(page.url)
        opened.page.set_viewport_size({"width": 320, "height": 640})
        opened.page.add_style_tag(content="html { font-size: 160% !important }")
        scroll, client = opened.page.evaluate(WIDTHS)
        assert scroll <= client, f"{page.name} scrolls sideways with large text"
        assert opened.page.evaluate(BROKEN) == [], page.name
        opened.page.context.close()


@pytest.mark.parametrize(
    ("path", "words"),
    [("nowhere/", "ページが見つかりません"), ("en/nowhere/deep/", "Page not found")],
)
def test_an_unknown_address_says_so_and_leads_home(path, words, open_page, base):
    opened = open_page(path)
    assert opened.page.get_by_role("heading", name=words).is_visible()
    assert [line for line in opened.trouble if "nowhere" not in line and "404 (" not in line] == []
    opened.page.get_by_role("link", name="はじめのページへ").click()
    assert opened.page.url == base


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_without_javascript_everything_is_there(locale, open_page, site):
    home = site.home(locale)
    page = open_page(home + "settings/", java_script_enabled=False).page
    assert page.locator("table.settings [data-fact='imap.port']").inner_text() == "993"
    assert page.locator("button.copy:visible").count() == 0
    page.locator(".languages summary").click()
    other = "en" if locale == "ja" else "ja"
    page.locator(f".languages a[hreflang={other}]").click()
    assert page.locator("html").get_attribute("lang") == other
    assert page.url.endswith(site.home(other) + "settings/")


def test_nothing_is_kept_but_the_brightness(open_page, site):
    """As the about page promises."""
    for page in (site.page("ja", "about"), site.page("en", "settings")):
        opened = open_page(page.url).page
        kept = opened.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")
        assert [key for key in kept if not key.endswith(".__palette")] == []
        assert opened.context.cookies() == []
