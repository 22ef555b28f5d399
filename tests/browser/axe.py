"""axe-core on a page of the browser."""

from axe_playwright_python.base import AXE_SCRIPT
from browser.layout import add_style

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = "color-contrast"

# axe cannot see what colour lies behind a choice's words while the radio button lies over them, nor
# the browser's own dark ground of the pages that set none, nor what the foot of a route's step just
# covers; and it takes what lies under an open dialog for what lies over it.
_BEHIND = """:is(.tried, .palette) label { isolation: isolate }
  :is(.tried, .palette) input { z-index: -1 }
  html:not(:has(.md-main)) { background: Canvas }
  .fix-foot { position: static !important }
  body:has(> dialog[open]) > :not(dialog) { visibility: hidden }"""

# Marks one element of all whose words have the same colour, size and weight on the same grounds:
# to measure each of the hundreds of them takes seconds a page.
_ONE_OF_ALIKE = """(within) => {
  const seen = new Set();
  for (const element of document.querySelectorAll(`${within} *`)) {
    element.removeAttribute("data-measured");
    const words = element.matches("input, select, textarea")
      || [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!words || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const looks = [color, fontSize, fontWeight];
    for (let ground = element; ground; ground = ground.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(ground);
      looks.push(backgroundColor, backgroundImage, opacity);
    }
    if (seen.has(looks.join())) continue;
    seen.add(looks.join());
    element.setAttribute("data-measured", "");
  }
}"""

# Nor does it measure a text of nothing but signs, such as an arrow before a link.
_RUN = """([within, options]) => axe.run(within, options).then(results =>
  [...results.violations, ...results.incomplete.filter(rule => rule.id === "color-contrast")]
    .flatMap(rule => rule.nodes.filter(node => !node.any.some(check =>
      check.data?.messageKey === "nonBmp")).map(node =>
      `${rule.id}: ${node.target.join(" ")}: ${node.html.slice(0, 120)}`)))"""


def findings(page, colours: bool | None = None, within: str = "html") -> list[str]:
    """What axe-core finds: ``rule: element: markup``, a line each.

    Contrast that it cannot measure counts as found too.

    Args:
        within: the part to look at; what an open menu half covers cannot be measured.
        colours: whether to run only the rule of contrast (True), only the others (False), or all.
    """
    if not page.evaluate("'axe' in window"):
        add_style(page, _BEHIND)
        page.evaluate(AXE_SCRIPT)
    found = []
    if not colours:
        rules = {"target-size": {"enabled": True}, COLOURS: {"enabled": False}}
        options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules}
        options["resultTypes"] = ["violations"]
        found += page.evaluate(_RUN, [within, options])
    if colours is not False:
        page.evaluate(_ONE_OF_ALIKE, within)
        options = {"runOnly": [COLOURS], "resultTypes": ["violations", "incomplete"]}
        found += page.evaluate(_RUN, [f"{within} [data-measured]", options])
    return found
