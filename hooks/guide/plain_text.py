"""A step as plain text, as it is pasted into a ticket or a message."""

from bs4 import BeautifulSoup, NavigableString, Tag

_BLOCKS = {"p", "ol", "ul", "li", "div", "table", "tr", "section", "details"}


def plain_text(html: str) -> str:
    """HTML of a step's body as lines of text.

    Numbered lists keep their numbers, menu paths stand in one line with › between the labels,
    table cells are parted by " | ".
    """
    lines = _lines(BeautifulSoup(html, "html.parser"))
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _lines(node: Tag) -> list[str]:
    lines, running = [], ""
    for child in node.children:
        if isinstance(child, NavigableString):
            running += " ".join(str(child).split("\n"))
        elif child.name not in _BLOCKS:
            running += "\n" if child.name == "br" else child.get_text()
        else:
            lines += [_joined(running), *_block(child)]
            running = ""
    return [*lines, _joined(running)]


def _joined(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split(" ")).strip()


def _block(block: Tag) -> list[str]:
    if "ios-path__steps" in block.get("class", []):
        return [" › ".join(li.get_text().strip() for li in block.find_all("li"))]
    if block.name in ("ol", "ul"):
        lines = []
        for number, item in enumerate(block.find_all("li", recursive=False), 1):
            mark = f"{number}. " if block.name == "ol" else "- "
            first, *rest = [line for line in _lines(item) if line] or [""]
            lines += [mark + first, *(" " * len(mark) + line for line in rest)]
        return lines
    if block.name == "tr":
        return [" | ".join(cell.get_text().strip() for cell in block.find_all(["td", "th"]))]
    if "admonition" in block.get("class", []):
        title, *rest = [line for line in _lines(block) if line]
        return [f"{title}:", *(f"  {line}" for line in rest)]
    return _lines(block)
