"""The HTML of a step's own page: as short as it can be, since every byte of it travels."""

from html import escape

from lxml.html import HtmlElement

# Classes that the step pages' styles know, and marks that say something outside their chapter.
_CLASSES = {
    "caution--careful",
    "caution--erases",
    "caution--never",
    "expect",
    "ios-path",
    "otherwise",
    "scroll",
    "step-code",
    "step__cost",
}
_LEFT_OUT = {"class", "data-chapter", "data-erases", "data-label", "data-message", "data-place"}
_LEFT_OUT |= {"data-search-exclude", "data-to"}
_BLOCKS = {"blockquote", "div", "h2", "li", "ol", "p", "section", "table", "tbody", "td", "th"}
_BLOCKS |= {"details", "summary", "thead", "tr", "ul"}
_VOID = {"br", "hr", "img", "wbr"}


def short_html(element: HtmlElement) -> str:
    """What stands in an element, without the marks and line ends that nobody looks for."""
    inside = element.tag in _BLOCKS
    parts = [_text(element.text, element[0] if len(element) else None, inside)]
    for child in element:
        start = _start(child)
        if child.tag in _VOID:
            parts.append(start)
        elif start in ("<span>", "<div>"):
            parts.append(short_html(child))
        else:
            parts += [start, short_html(child), f"</{child.tag}>"]
        parts.append(_text(child.tail, child.getnext(), inside))
    return "".join(parts)


def _start(element: HtmlElement) -> str:
    kept = [(name, value) for name, value in element.items() if name not in _LEFT_OUT]
    classes = [name for name in element.classes if name in _CLASSES]
    if classes:
        kept.insert(0, ("class", " ".join(sorted(classes))))
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in kept)
    return f"<{element.tag}{attributes}>"


def _text(text: str | None, following: HtmlElement | None, inside_block: bool) -> str:
    """A text, but for mere line ends before a block or at the end of one."""
    if not text:
        return ""
    before_block = inside_block if following is None else following.tag in _BLOCKS
    if before_block and "\n" in text and not text.strip("\n"):
        return ""
    return escape(text, quote=False)
