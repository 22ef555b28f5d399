"""The templates and styles of paper."""

from pathlib import Path

from guide.page.css import check_tokens, tokens
from guide.page.render import page_template
from guide.project import Guide

_FOLDER = Path(__file__).parent
# Of overrides/css/: forms and dialogs are drawn on paper as on a screen.
_DRAWN = ("ios-screen", "ios-form")


def css(name: str, guide: Guide) -> str:
    """The rules that all paper shares, and those of one document, with the tokens they use."""
    shared = [guide.root / f"overrides/css/{one}.css" for one in _DRAWN]
    files = (*shared, _FOLDER / "paper.css", _FOLDER / f"{name}.css")
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    known = tokens(guide.root)
    check_tokens(text, f"hooks/guide/paper/{name}.css", known)
    return known.used_by(text).on_paper() + text


def paper_template(name: str, guide: Guide, locale: str, **values) -> str:
    """A document for print, as HTML, in one language."""
    strings = guide.strings[locale]
    return page_template(f"paper/{name}.html", guide, locale=locale, strings=strings, **values)
