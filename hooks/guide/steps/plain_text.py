"""A step as plain text, as it is pasted into a ticket or a message."""

from lxml.html import HtmlElement

from guide.words.line_breaks import without_joiners

_BLOCKS = {"p", "ol", "ul", "li", "div", "table", "tbody", "thead", "tr", "section", "details"}


def plain_text(element: HtmlElement) -> str:
    """What stands in an element as lines of text.

    Numbered lists keep their numbers, menu paths stand in one line with › between the labels,
    table cells are parted by " | ".
    """
    lines = _lines(element)
    return without_joiners("\n".join(line for line in lines if line.strip()))


def _lines(node: HtmlElement) -> list[str]:
    lines, running = [], node.text or ""
    for child in node:
        if child.tag in _BLOCKS:
            lines += [_joined(running), *_block(child)]
            running = ""
        else:
            running += child.text_content()
        running += child.tail or ""
    return [*lines, _joined(running)]


def _joined(text: str) -> str:
    return " ".join(text.split())


def _block(block: HtmlElement) -> list[str]:
    if "ios-path__steps" in block.classes:
        return [" › ".join(_joined(item.text_content()) for item in block)]
    if block.tag in ("ol", "ul"):
        lines = []
        for number, item in enumerate(block, 1):
            mark = f"{number}. " if block.tag == "ol" else "- "
            first, *rest = [line for line in _lines(item) if line]
            lines += [mark + first, *(" " * len(mark) + line for line in rest)]
        return lines
    if block.tag == "tr":
        return [" | ".join(_joined(cell.text_content()) for cell in block)]
    if "admonition" in block.classes:
        title, *rest = [line for line in _lines(block) if line]
        return [f"{title}:", *(f"  {line}" for line in rest)]
    return _lines(block)
