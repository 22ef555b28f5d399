"""The templates and styles of paper."""

from functools import cache
from pathlib import Path

from guide.page.render import page_template
from guide.project import Guide

_FOLDER = Path(__file__).parent


@cache
def css(name: str) -> str:
    """The rules that all paper shares, and those of one document."""
    files = (_FOLDER / "paper.css", _FOLDER / f"{name}.css")
    return "".join(file.read_text(encoding="utf-8") for file in files)


def paper_template(name: str, guide: Guide, locale: str, **values) -> str:
    """A document for print, as HTML, in one language."""
    strings = guide.strings[locale]
    return page_template(f"paper/{name}.html", guide, locale=locale, strings=strings, **values)
