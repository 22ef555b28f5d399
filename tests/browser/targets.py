"""What a finger meets, and which of it is too small: WCAG 2.5.8, and 44 px on the main way."""

# The root is 20 px: 2.2rem is 44 px.
MAIN_WAY = ", ".join(
    [
        ".bar :is(a.bar__home, summary, button)",
        ".menu nav > ul > li > a",
        ".languages li a",
        ".start a",
        ".onward a",
        ".tried label",
        ".result summary",
        ".send summary",
        ".fold summary",
        ".message summary",
        ".send p a",
        ":is(.ios-path__other, .ios-path__version) summary",
        ".fix-back",
        ".fix-foot a",
        ":is(.reasons, .drawn) > summary",
        ".tabbed-labels label",
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
    "a[href], button, summary, select, label:has(input), .tabbed-labels label,"
    + "input:not([type=radio])")]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches(".md-skip")
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

OPEN = "for (const fold of document.querySelectorAll('main details')) fold.open = true"
