"""Everything by keyboard: reached in the order of reading, seen, never covered."""

import pytest
from browser.conftest import SIZES
from sampling import sampled

# What Tab has to reach: of radio buttons with one name, the chosen one alone.
REACHABLE = """() => {
  const all = [...document.querySelectorAll(
    "a[href], button, summary:not([tabindex]), input, select, [tabindex='0']")];
  window.order = all.filter(e => e.checkVisibility({ visibilityProperty: true })
    && !(e.type === "radio" && !e.checked));
  return window.order.map(e => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 30)}`);
}"""

# Where the focus is, what of it is covered, and how well its outline can be told from its ground.
FOCUS = """() => {
  const e = document.activeElement;
  const box = e.getBoundingClientRect();
  const inside = [0.5, 0.1, 0.9].map(x => document.elementFromPoint(
    box.x + box.width * x, Math.min(box.y + box.height / 2, innerHeight - 1)));
  const style = getComputedStyle(e);
  const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => rgb(colour).slice(0, 3)
    .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  let ground = parseFloat(style.outlineOffset) < 0 ? e : e.parentElement;
  while (ground && (rgb(getComputedStyle(ground).backgroundColor)[3] ?? 1) < 1) {
    ground = ground.parentElement;
  }
  const back = getComputedStyle(ground ?? document.documentElement).backgroundColor;
  const [a, b] = [light(style.outlineColor), light(back)];
  return {
    index: window.order.indexOf(e),
    name: `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 30)}`,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
    seen: inside.some(at => at && (e.contains(at) || at.contains(e)
      || (e.labels && [...e.labels].some(label => label.contains(at))))),
  };
}"""


def _walk(page) -> None:
    """Presses Tab from the first to the last thing and looks at each."""
    names = page.evaluate(REACHABLE)
    assert len(names) > 10
    for index, name in enumerate(names):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["index"] == index, f"Tab comes to {focus['name']} where {name} stands"
        assert focus["outline"] >= 2, f"no outline: {name}"
        assert focus["contrast"] >= 3, f"an outline of {focus['contrast']:.1f}:1: {name}"
        assert focus["seen"], f"covered: {name}"


@pytest.mark.parametrize(("scheme", "size"), [("light", "phone"), ("dark", "pc")])
@pytest.mark.parametrize("slug", ["index", "profile", "support-desk", "settings"])
def test_everything_is_reached_in_order_and_seen(slug, scheme, size, open_page, site):
    locale = "en" if size == "phone" else "ja"
    page = open_page(site.page(locale, slug).url, size, color_scheme=scheme).page
    _walk(page)


@pytest.mark.parametrize("locale", ["th", "my", "zh"])
def test_the_same_in_other_languages(locale, open_page, site):
    page = open_page(site.page(locale, "manual-setup").url).page
    _walk(page)


def test_nothing_lies_under_the_notice(open_page):
    page = open_page("", locale="vi-VN").page
    page.locator("[data-offer]:visible").wait_for()
    _walk(page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", sampled("skip link", 3))
def test_the_skip_link_leads_to_the_text(locale, size, open_page, site):
    page = open_page(site.page(locale, "network").url, size).page
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip:focus")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menus_open_by_key_and_escape_gives_the_focus_back(key, open_page, site):
    for locale in ("ja", "en", "my"):
        page = open_page(site.page(locale, "network").url).page
        for fold in (".menu", ".languages"):
            page.locator(f"{fold} summary").focus()
            page.keyboard.press(key)
            page.keyboard.press("Tab")
            page.keyboard.press("Tab")
            assert page.evaluate("s => document.activeElement.closest(s)?.open", fold)
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            page.keyboard.press("Escape")
            assert not page.locator(fold).evaluate("fold => fold.open")
            assert page.evaluate("s => document.activeElement.matches(s + ' summary')", fold)


def test_going_on_closes_a_menu(open_page, site):
    page = open_page(site.page("en", "network").url).page
    page.locator(".languages summary").focus()
    page.keyboard.press("Enter")
    # Past every language and the search.
    for _ in range(len(site.locales) + 2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert not page.locator(".languages").evaluate("fold => fold.open")
    page.locator(".menu summary").click()
    page.locator(".menu a[href='#airplane-mode-off']").click()
    assert not page.locator(".menu").evaluate("fold => fold.open")


def test_a_result_is_chosen_by_key(open_page, site, base):
    page = open_page(f"{site.page('en', 'report').url}").page
    page.locator(".tried-list > summary").focus()
    page.keyboard.press("Enter")
    page.locator("[data-tried='3046'] input").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.locator("[data-tried='3046'] input").nth(2).is_checked()
    assert page.evaluate("localStorage['guide-tried']") == '{"3046":2}'
    page.goto(base + "en/support-desk/")
    page.locator("details:has(#choose-3046) > summary").focus()
    page.keyboard.press("Enter")
    page.locator("#choose-3046").focus()
    page.keyboard.press("Space")
    page.locator(".desk__texts pre").first.wait_for()
