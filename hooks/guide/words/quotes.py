"""Quotation marks within quotation marks."""

import re

from markupsafe import Markup

# What a language that quotes so uses within its quotation marks. Korean pages quote messages with
# “…”, and the messages have ‘…’.
_WITHIN = {"“": ("‘", "’"), "「": ("『", "』")}
_STRAIGHT = re.compile(r"&#34;(.*?)&#34;")


def within_quotes(words: Markup, quoted: str) -> Markup:
    """Words that a page puts into its language's quotation marks, with other ones inside them.

    Args:
        words: a message of iOS as HTML.
        quoted: how the language quotes, as ``ui.label`` in strings.yml, e.g. ``“{label}”``.
    """
    first, last = quoted.split("{label}")
    if first not in _WITHIN:
        return words
    opening, closing = _WITHIN[first]
    other = str(words).replace(first, opening).replace(last, closing)
    return Markup(_STRAIGHT.sub(rf"{opening}\1{closing}", other))
