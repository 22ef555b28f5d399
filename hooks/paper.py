"""Sets the guide and the counter sheet of every language as PDF, when PDF=true.

PDF=ne sets those of one language only, in pages that are the same: links to the others are dead.
"""

import logging
import time
from collections import defaultdict
from pathlib import Path

from guide.edition import edition
from guide.paper.book import book, book_slugs
from guide.paper.counter_sheet import PAGES, TYPE_SIZES, counter_sheet
from guide.paper.parts import WebPage, to_parts
from guide.paper.set_pdf import Document, set_all
from guide.problem import Problem
from guide.words.furigana import Furigana, for_paper
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

log = logging.getLogger("mkdocs.hooks.paper")


# After content.py has put the page together.
@event_priority(-50)
def on_page_content(html, page, config, files):
    # For one_file.py as well.
    pages = config.extra.setdefault("web_pages", defaultdict(dict))
    slug = Path(page.file.src_uri).stem
    url = "" if page.url == "./" else page.url
    pages[page.file.locale][slug] = WebPage(slug, url, html)
    return html


# After static-i18n (-100) has built every language, before staging (-200).
@event_priority(-160)
def on_post_build(config):
    if config.plugins["i18n"].building or not config.extra["pdf"]:
        return
    start = time.perf_counter()
    try:
        documents = _documents(config)
        for number, done in enumerate(set_all(documents), 1):
            said = f"{done.path.name}: {done.pages} pages, {done.seconds:.1f} s"
            log.info(f"{number}/{len(documents)} {said}")
    except Problem as problem:
        raise PluginError(str(problem)) from None
    log.info(f"{len(documents)} PDFs in {time.perf_counter() - start:.1f} s")


def _documents(config) -> list[Document]:
    """Every document of every language, as HTML."""
    guide = config.extra["guide"]
    root_locale = config.plugins["i18n"].default_language
    of = edition(guide.root)
    folder = Path(config.site_dir, "pdf")
    parts = {
        locale: to_parts(
            [config.extra["web_pages"][locale][slug] for slug in book_slugs(guide)],
            config.site_url,
            locale,
        )
        for locale in guide.locales
    }
    titles = {
        locale: {code: title for part in parts[locale] for code, title in part.steps.items()}
        for locale in guide.locales
    }
    documents = []
    wanted = config.extra["pdf"]
    for locale in guide.locales if wanted is True else [wanted]:
        home = config.site_url + ("" if locale == root_locale else f"{locale}/")
        furigana = config.extra["furigana"].get(locale)
        html = book(guide, locale, parts[locale], home, of)
        documents.append(Document(_read(html, furigana), folder / f"guide-{locale}.pdf"))
        html = counter_sheet(guide, locale, titles, config.site_url, home, of)
        sheet = folder / f"counter-{locale}.pdf"
        documents.append(Document(_read(html, furigana), sheet, PAGES, TYPE_SIZES))
    return documents


def _read(html: str, furigana: Furigana | None) -> str:
    """With readings, in an edition that has them."""
    return for_paper(furigana.add(html)) if furigana else html
