"""Dates as each language writes them."""

from datetime import date

from babel import Locale
from babel.dates import format_date


def written_date(day: date, html_lang: str) -> str:
    """A date in words, e.g. ``2026年11月24日`` for ``ja``; ``html_lang`` as in ``<html lang>``."""
    return format_date(day, "long", locale=Locale.parse(html_lang, sep="-"))
