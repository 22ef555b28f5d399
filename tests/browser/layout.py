"""What a browser can say of the layout of a page: scripts that list what is wrong with it."""

from collections.abc import Iterator
from contextlib import contextmanager

WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
SIDEWAYS = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth} px in ${clientWidth}`] : [];
}"""
GROUND = "getComputedStyle(document.documentElement).backgroundColor"

# What runs over its own box.
OVERFLOWING = """() => [...document.querySelectorAll("article *")]
  .filter(e => {
    if (e.scrollWidth <= e.clientWidth + 1) return false;
    const style = getComputedStyle(e);
    const edge = e.getBoundingClientRect().left + e.scrollWidth;
    return e.offsetParent && style.display !== "inline"
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

# What of its own words a box cuts off.
CUT = """() => [...document.querySelectorAll("body *")]
  .filter(e => {
    if (e.scrollWidth <= e.clientWidth + 1 && e.scrollHeight <= e.clientHeight + 1) return false;
    const style = getComputedStyle(e);
    return e.checkVisibility({ visibilityProperty: true }) && e.textContent.trim()
      // What only a screen reader is to meet.
      && style.clipPath === "none" && !e.closest("svg") && style.display !== "inline"
      && ((style.overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1)
        || (style.overflowY === "hidden" && e.scrollHeight > e.clientHeight + 1));
  })
  .map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""

# The order of reading and that of the eye: on a line from left to right, lines from top to bottom.
BACKWARDS = """() => {
  const all = document.querySelectorAll("main :is(h1, h2, h3, p, li, tr, summary, legend, pre)");
  const blocks = [...all].filter(e => e.checkVisibility({ visibilityProperty: true })
    && !e.closest(".unseen, .paper-end") && e.getBoundingClientRect().width > 1);
  // What stays at the foot of the screen covers what comes before it.
  const foot = (e) => e.closest(".fix-foot");
  const wrong = [];
  for (let i = 1; i < blocks.length; i++) {
    if (foot(blocks[i - 1]) !== foot(blocks[i])) continue;
    const [a, b] = [blocks[i - 1].getBoundingClientRect(), blocks[i].getBoundingClientRect()];
    const inside = blocks[i - 1].contains(blocks[i]);
    if (!inside && b.bottom <= a.top && b.right > a.left && b.left < a.right) {
      wrong.push(blocks[i].textContent.trim().slice(0, 40));
    }
  }
  return wrong;
}"""

OPEN_MESSAGES = "for (const one of document.querySelectorAll('.message')) one.open = true"

# What of the table of settings is not on the first screen, or in two lines.
SETTINGS = """() => [...document.querySelectorAll("table.settings [data-fact], #both tr")]
  .filter(e => e.matches("tr") || /^(imap|smtp)\\.(host|port|encryption)$/.test(e.dataset.fact))
  .flatMap(e => {
    const box = e.getBoundingClientRect();
    const below = box.bottom > innerHeight && (!e.matches("tr") || box.top >= innerHeight);
    const name = e.dataset.fact ?? "both";
    return [
      ...(below ? [`${name} is below the first screen`] : []),
      ...(box.height >= 30 && !e.matches("tr") ? [`${name} is broken into two lines`] : []),
    ];
  })"""

# The root is 125 % of the browser's own size, so this is text twice as large.
TWICE = "html { font-size: 250% !important }"

# As far apart as WCAG 1.4.12 lets a reader set letters, words, lines and paragraphs.
APART = """* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""

# As a reader's own style sheet, which the policy of a page does not concern.
_ADD = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""


def add_style(page, css: str) -> None:
    """Gives a page of the browser a style, for good."""
    page.evaluate(_ADD, css)


@contextmanager
def style(page, css: str) -> Iterator[None]:
    """Gives a page of the browser a style, for a while."""
    add_style(page, css)
    yield
    page.evaluate("document.adoptedStyleSheets.pop()")
