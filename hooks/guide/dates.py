"""Dates as each language writes them."""

from datetime import date

from babel.dates import format_date

# Where Babel has another name for the language.
_BABEL = {"ja-easy": "ja", "tl": "fil", "zh": "zh_Hans", "zh-TW": "zh_Hant"}


def written_date(day: date, locale: str) -> str:
    """A date in words, e.g. ``2026年11月24日`` for ``ja``."""
    return format_date(day, "long", locale=_BABEL.get(locale, locale.replace("-", "_")))
