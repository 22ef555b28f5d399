"""What a finger meets is large enough: WCAG 2.5.8, and 44 px on the main way."""

import pytest

# The root is 20 px: 2.2rem is 44 px.
MAIN_WAY = ", ".join(
    [
        ".bar :is(a.bar__home, summary, button)",
        ".menu nav > ul > li > a",
        ".languages li a",
        ".start a",
        ".onward a",
        ".tried label",
        ".send summary",
        ".send p a",
        ".ios-path__other summary",
        ".notice :is(a, button)",
        ".not-found a",
        "button",
        "select",
        "input:not([type=checkbox], [type=radio])",
        # A step's row at the desk is the target of its box.
        "li[data-for] label",
    ]
)

# Undersized are those with a side below 24 px that do not stand within a sentence. They need room:
# a circle of 24 px about each meets no other target and no other one's circle.
SMALL = """([main, where]) => {
  const targets = [...document.querySelectorAll(
    "a[href], button, summary, select, label:has(input), input:not([type=radio])")]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches(".skip")
      && e.closest(where));
  const boxes = new Map(targets.map(e => [e, e.getBoundingClientRect()]));
  const below = (e, size) => Math.min(boxes.get(e).width, boxes.get(e).height) < size;
  const words = n => n.textContent.trim().length > 1 && !(n.matches && n.matches("a, br"));
  const inSentence = e => getComputedStyle(e).display === "inline"
    && [...e.parentElement.childNodes].some(n => n !== e && words(n));
  const middle = e => { const b = boxes.get(e); return [b.x + b.width / 2, b.y + b.height / 2]; };
  const away = (e, other) => {
    const [x, y] = middle(e);
    if (below(other, 24)) return Math.hypot(x - middle(other)[0], y - middle(other)[1]) - 24;
    const b = boxes.get(other);
    const across = Math.max(b.left - x, 0, x - b.right);
    return Math.hypot(across, Math.max(b.top - y, 0, y - b.bottom)) - 12;
  };
  const related = (e, other) => e.contains(other) || other.contains(e) || other.control === e;
  const crowded = e => targets.some(o => o !== e && !related(e, o) && away(e, o) < -0.5);
  const said = e => {
    const b = boxes.get(e);
    return `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 30)} ` +
      `${b.width.toFixed(1)} x ${b.height.toFixed(1)}`;
  };
  return [
    ...targets.filter(e => e.matches(main) && below(e, 43.5)).map(e => "below 44: " + said(e)),
    ...targets.filter(e => below(e, 24) && !inSentence(e) && crowded(e))
      .map(e => "below 24: " + said(e)),
  ];
}"""

# What the small pages of /s/ have of it.
FORM = "form :is(button, input)"

OPEN = "for (const fold of document.querySelectorAll('main details')) fold.open = true"


@pytest.mark.parametrize("locale", ["ja", "en", "ja-easy", "my", "vi"])
def test_targets_are_large_enough(locale, open_page, site, base):
    opened = open_page(site.home(locale))
    page = opened.page
    for one in site.of(locale):
        opened.go_to(base + one.url)
        page.evaluate(OPEN)
        assert page.evaluate(SMALL, [MAIN_WAY, "body"]) == [], one.name
    for fold in (".menu", ".languages"):
        page.locator(f"{fold} summary").click()
        assert page.evaluate(SMALL, [MAIN_WAY, fold]) == [], fold
        page.keyboard.press("Escape")


def test_targets_of_the_tools_and_of_step_pages(open_page, base):
    opened = open_page("en/support-desk/")
    page = opened.page
    page.locator("#choose-3046").check()
    page.locator(".desk__texts pre").first.wait_for()
    assert page.evaluate(SMALL, [MAIN_WAY, "body"]) == []
    page.evaluate("localStorage.setItem('guide-tried', '{\"3046\": 2}')")
    for address in ("en/report/", "s/#en", "s/3046/#my"):
        opened.go_to(base + address)
        assert page.evaluate(SMALL, [FORM if "s/" in address else MAIN_WAY, "body"]) == [], address
    opened = open_page("", locale="vi-VN")
    opened.page.locator("[data-offer]:visible").wait_for()
    assert opened.page.evaluate(SMALL, [MAIN_WAY, "body"]) == []
