"""Dates as each language writes them."""

from datetime import date

from babel import Locale
from babel.dates import format_date
from markupsafe import Markup


def written_date(day: date, html_lang: str) -> str:
    """A date in words, e.g. ``2026年11月24日`` for ``ja``; ``html_lang`` as in ``<html lang>``."""
    return format_date(day, "long", locale=Locale.parse(html_lang, sep="-"))


def time_element(day: date, html_lang: str) -> Markup:
    """The same as ``<time>``, which every date on a page is: a bare number could be a port."""
    return Markup('<time datetime="{}">{}</time>').format(day, written_date(day, html_lang))
