"""Sets the guide and the counter sheet of every language as PDF, when PDF=true.

PDF="ne counter-ko" sets those of some languages, or single documents, in pages that are the same:
links to the others are dead. PDF=none sets not one.
"""

import logging
import time

from guide.build import Build
from guide.edition import edition
from guide.paper.book import book, book_slugs
from guide.paper.counter_sheet import (
    PAGES,
    TYPE_SIZES,
    counter_languages,
    counter_sheet,
)
from guide.paper.parts import to_parts
from guide.paper.set_pdf import Document, set_all
from guide.words.furigana import for_paper
from guide.words.line_breaks import keep_words, without_joiners

# Of MkDocs', so that it is shown.
log = logging.getLogger("mkdocs.paper")


def write_paper(build: Build) -> None:
    """Writes the folder pdf/, if it is asked for.

    Raises:
        Problem: a document has too many pages, or WeasyPrint misses something.
    """
    if not build.pdf:
        return
    start = time.perf_counter()
    documents = _documents(build)
    if not documents:
        return
    for number, done in enumerate(set_all(documents), 1):
        said = f"{done.path.name}: {done.pages} pages, {done.seconds:.1f} s"
        log.info(f"{number}/{len(documents)} {said}")
    log.info(f"{len(documents)} PDFs in {time.perf_counter() - start:.1f} s")


def _documents(build: Build) -> list[Document]:
    """Every document of every language, as HTML."""
    guide, site_url = build.guide, build.addresses.site_url
    of = edition(guide.root)
    folder = build.site / "pdf"
    guides, sheets = (_locales(build, kind) for kind in ("guide", "counter"))
    read = {*guides, *(one for each in sheets for one in counter_languages(guide, each))}
    parts = {
        locale: to_parts(
            [build.pages[locale][slug] for slug in book_slugs(guide)], site_url, locale
        )
        for locale in sorted(read)
    }
    titles = {
        locale: {code: title for part in found for code, title in part.steps.items()}
        for locale, found in parts.items()
    }
    documents = []
    for locale in guides:
        html = book(guide, locale, parts[locale], _home(build, locale), of)
        documents.append(Document(_read(build, locale, html), folder / f"guide-{locale}.pdf"))
    for locale in sheets:
        html = counter_sheet(guide, locale, titles, site_url, _home(build, locale), of)
        sheet = folder / f"counter-{locale}.pdf"
        documents.append(Document(_read(build, locale, html), sheet, PAGES, TYPE_SIZES))
    return documents


def _locales(build: Build, kind: str) -> list[str]:
    """The languages in which a kind of document is asked for."""
    if build.pdf is True:
        return build.guide.locales
    asked = build.pdf.split()
    return [one for one in build.guide.locales if {one, f"{kind}-{one}"} & {*asked}]


def _home(build: Build, locale: str) -> str:
    return build.addresses.absolute(build.addresses.home(locale))


def _read(build: Build, locale: str, html: str) -> str:
    """With readings, in an edition that has them, and whole words in Korean; without joiners."""
    html = keep_words(without_joiners(html), build.guide.strings[locale].html_lang)
    return for_paper(build.with_readings(locale, html)) if locale in build.readings else html
