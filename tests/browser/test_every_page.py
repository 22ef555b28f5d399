"""Each page, in a real browser, on a phone and on a PC."""

import pytest
from browser.conftest import SIZES
from site_reader import LOCALES

# The two languages that most phones here are set to, in every way of looking; the others once.
VIEWS = [
    (locale, scheme, size)
    for locale in LOCALES
    for scheme in ("light", "dark")
    for size in SIZES
    if locale in ("ja", "en") or (scheme, size) == ("light", "phone")
]

WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
# What runs over its own box.
OVERFLOWING = """() => [...document.querySelectorAll("article *")]
  .filter(e => {
    const style = getComputedStyle(e);
    const edge = e.getBoundingClientRect().left + e.scrollWidth;
    return e.offsetParent && e.scrollWidth > e.clientWidth + 1 && style.display !== "inline"
      // A table may scroll within its frame, says WCAG 1.4.10.
      && style.overflowX === "visible" && !e.closest(".scroll")
      && edge > document.documentElement.clientWidth;
  })
  .map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""


# A host or port that is broken into two lines could be read as two.
BROKEN = """() => [...document.querySelectorAll("article [data-fact]")]
  .filter(e => e.getClientRects().length > 1 && e.dataset.fact !== "service.name"
            && !e.closest("blockquote"))
  .map(e => `${e.dataset.fact} in ${e.parentElement.textContent.trim().slice(0, 40)}`)"""


# A title that has less than half of the screen is a column of single letters.
CRAMPED = """() => [...document.querySelectorAll("article :is(h1, h2, h3)")]
  .filter(e => {
    const style = getComputedStyle(e);
    const sides = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    return e.offsetParent && e.clientWidth - sides < innerWidth / 2;
  })
  .map(e => e.textContent.trim())"""


@pytest.mark.parametrize(("locale", "scheme", "size"), VIEWS)
def test_nothing_goes_wrong(locale, scheme, size, open_page, site, base):
    opened = open_page(site.home(locale), size, color_scheme=scheme)
    for page in site.of(locale):
        if page.slug == "404":
            continue
        opened.go_to(base + page.url, "networkidle")
        assert opened.trouble == [], page.name
        assert [url for url in opened.requests if not url.startswith(base)] == [], page.name
        scroll, client = opened.page.evaluate(WIDTHS)
        assert scroll <= client, f"{page.name} scrolls sideways at {size}"
        assert opened.page.evaluate(OVERFLOWING) == [], page.name
        assert opened.page.evaluate(BROKEN) == [], page.name
        back = opened.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert (back == "rgb(255, 255, 255)") == (scheme == "light"), back


# The root is 125 % of the browser's own size, so this is text twice as large.
TWICE = "html { font-size: 250% !important }"


# What of its own words a box cuts off.
CUT = """() => [...document.querySelectorAll("body *")]
  .filter(e => {
    const style = getComputedStyle(e);
    return e.checkVisibility({ visibilityProperty: true }) && e.textContent.trim()
      // What only a screen reader is to meet.
      && style.clipPath === "none" && !e.closest("svg") && style.display !== "inline"
      && ((style.overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1)
        || (style.overflowY === "hidden" && e.scrollHeight > e.clientHeight + 1));
  })
  .map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""

# As far apart as WCAG 1.4.12 lets a reader set letters, words, lines and paragraphs.
APART = """* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""


@pytest.mark.parametrize("locale", LOCALES)
def test_letters_and_lines_further_apart(locale, open_page, site, base):
    opened = open_page(site.home(locale), "narrow", bypass_csp=True)
    page = opened.page
    for one in site.of(locale):
        opened.go_to(base + one.url)
        page.add_style_tag(content=APART)
        scroll, client = page.evaluate(WIDTHS)
        assert scroll <= client, f"{one.name} scrolls sideways"
        assert page.evaluate(OVERFLOWING) == [], one.name
        assert page.evaluate(CUT) == [], one.name
        assert page.evaluate(BROKEN) == [], one.name


@pytest.mark.parametrize("style", [TWICE, APART])
@pytest.mark.parametrize("fold", [".menu", ".languages"])
def test_open_menus_with_large_text(fold, style, open_page, site, base):
    """All of a menu can be reached: it scrolls where it is longer than the screen."""
    opened = open_page("", "narrow", bypass_csp=True)
    page = opened.page
    for locale in ("ja-easy", "en", "vi", "id", "pt-BR", "my"):
        opened.go_to(base + site.page(locale, "network").url)
        page.add_style_tag(content=style)
        page.locator(f"{fold} summary").click()
        scroll, client = page.evaluate(WIDTHS)
        assert scroll <= client, f"{locale} {fold} scrolls sideways"
        for link in (page.locator(f"{fold} a").first, page.locator(f"{fold} a").last):
            link.scroll_into_view_if_needed()
            box = link.bounding_box()
            assert box["x"] >= 0, f"{locale} {fold}"
            assert box["x"] + box["width"] <= 320.5, f"{locale} {fold}"
            assert link.evaluate("""link => {
                const box = link.getBoundingClientRect();
                const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return link.contains(at) && link.scrollWidth <= link.clientWidth + 1;
            }"""), f"{locale} {fold}"


@pytest.mark.parametrize("locale", LOCALES)
def test_a_narrow_phone_with_text_twice_as_large(locale, open_page, site, base):
    opened = open_page(site.home(locale), "narrow", bypass_csp=True)  # for the style below
    for page in site.of(locale):
        if page.slug == "404":
            continue
        opened.go_to(base + page.url)
        for large in (False, True):
            if large:
                opened.page.add_style_tag(content=TWICE)
            scroll, client = opened.page.evaluate(WIDTHS)
            assert scroll <= client, f"{page.name} scrolls sideways"
            assert opened.page.evaluate(OVERFLOWING) == [], page.name
            assert opened.page.evaluate(CRAMPED) == [], page.name
            assert opened.page.evaluate(CUT) == [], page.name
            assert opened.page.evaluate(BROKEN) == [], page.name


@pytest.mark.parametrize(
    ("path", "words"),
    [("nowhere/", "ページが見つかりません"), ("en/nowhere/deep/", "Page not found")],
)
def test_an_unknown_address_says_so_and_leads_home(path, words, open_page, base):
    opened = open_page(path)
    assert opened.page.locator(".not-found :is(h1, h2)", has_text=words).first.is_visible()
    assert [line for line in opened.trouble if "nowhere" not in line and "404 (" not in line] == []
    opened.page.locator(".not-found[lang=ja] a").first.click()
    assert opened.page.url == base


def test_without_javascript_everything_is_there(open_page, site):
    """And each language leads on to the next, as far as to the first again."""
    page = open_page(site.page("ja", "settings").url, java_script_enabled=False).page
    for other in [*LOCALES[1:], "ja"]:
        assert page.locator("table.settings [data-fact='imap.port']").inner_text() == "993"
        assert page.locator("button.copy:visible").count() == 0
        page.locator(".languages summary").click()
        page.locator(f".languages a[data-locale={other}]").click()
        assert page.locator("html").get_attribute("lang") == site.guide.strings[other].html_lang
        assert page.url.endswith("/mail/" + site.home(other) + "settings/")


def test_nothing_is_kept_but_a_chosen_language(open_page, site):
    """As the about page promises."""
    opened = open_page(site.page("ja", "about").url).page
    assert _kept(opened) == set()
    opened.locator(".languages summary").click()
    opened.locator(".languages a[data-locale=vi]").click()
    opened.wait_for_url("**/vi/about/")
    assert _kept(opened) == {"guide-language"}
    assert opened.evaluate("localStorage['guide-language']") == "vi"
    assert opened.context.cookies() == []


def _kept(page) -> set[str]:
    return set(page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))"))
