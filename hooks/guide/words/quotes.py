"""Quotation marks, and those within them: ``quotes`` and ``quotes_inner`` of strings.yml."""

import re

from markupsafe import Markup

_STRAIGHT = re.compile(r"&#34;(.*?)&#34;")


def quoted(words: str, ui: dict[str, str]) -> str:
    """A title as HTML in a language's quotation marks; those within it become the inner ones."""
    opening, closing = ui["quotes"].split()
    return f"{opening}{within_quotes(words, ui)}{closing}"


def within_quotes(words: str, ui: dict[str, str]) -> Markup:
    """Words as HTML that a page quotes in its language's marks, with inner ones inside."""
    (opening, closing), (inner, end) = ui["quotes"].split(), ui["quotes_inner"].split()
    other = str(words).replace(opening, inner).replace(closing, end)
    return Markup(_STRAIGHT.sub(rf"{inner}\1{end}", other))
