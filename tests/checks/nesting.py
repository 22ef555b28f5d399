"""Quotation marks and brackets: one kind never stands within itself, in no language."""

from collections.abc import Iterator

from bs4 import NavigableString, Tag
from site_reader import Site

# Of each kind the marks that open it, and those that close it.
_KINDS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("(（", ")）"), ("[［", "]］"))
_INLINE = {"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "time", "var", "ruby"}
_LEFT_OUT = {"button", "rt", "script", "style", "svg", "template"}
# A part of the service's name.
_NAME = "(i)"


def nesting(site: Site) -> Iterator[str]:
    """No text has “ within “…”, a straight mark within “…”, or a bracket within a bracket."""
    for page in site.content:
        for text in _texts(page.article):
            if wrong := nested(text):
                yield f"{page.name}: {wrong}"


def nested(text: str) -> str:
    """The place of the first mark that stands within its own kind, or an empty string."""
    text = text.replace(_NAME, "")
    for opening, closing in _KINDS:
        depth = 0
        for at, letter in enumerate(text):
            if letter in opening or (letter == '"' and opening == "“" and depth):
                depth += 1
            elif letter in closing:
                depth = max(0, depth - 1)
            if depth > 1:
                return text[max(0, at - 25) : at + 25]
    return ""


def _texts(element: Tag) -> Iterator[str]:
    """The running texts in an element, block by block; titles of sources are not ours."""
    words = []
    for child in element.children:
        if isinstance(child, NavigableString):
            words.append(child)
        elif child.name in _INLINE:
            words.append("" if child.get("data-link") else next(_texts(child)))
        elif child.name not in _LEFT_OUT:
            yield from _texts(child)
    yield " ".join("".join(words).split())


CHECKS = [nesting]
