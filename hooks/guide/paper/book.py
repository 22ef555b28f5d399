"""The whole guide as one document for print."""

from guide.edition import Edition
from guide.paper.fonts import font_css
from guide.paper.parts import Part
from guide.paper.qr import qr_code
from guide.paper.template import css, paper_template
from guide.project import Guide
from guide.words.dates import written_date

# After the chapters; what is only of use on a screen stays there.
APPENDICES = ("settings", "errors", "about")


def book_slugs(guide: Guide) -> list[str]:
    """The pages of the book, in order."""
    return [*guide.steps.chapters, *APPENDICES]


def book(guide: Guide, locale: str, parts: list[Part], home: str, edition: Edition) -> str:
    """The HTML of the book.

    Args:
        parts: the pages, from ``to_parts``.
        home: the absolute address of this language's first page.
    """
    return paper_template(
        "book",
        guide,
        locale,
        parts=parts,
        home=home,
        edition=edition,
        day=written_date(edition.day, guide.strings[locale].html_lang),
        home_qr=qr_code(home),
        css=css("book", guide) + font_css(),
    )
