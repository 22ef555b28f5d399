"""Writes the search index of each language, from the pages as they are shown."""

from functools import lru_cache

from guide.build import Build
from guide.page.web_page import WebPage
from guide.search.queries import read as read_queries
from guide.search.route_sections import route_sections, route_titles
from guide.search.search_index import FILE, as_sent, search_index
from guide.search.search_words import read as read_words
from guide.search.sections import Section, sections


def write_search_indexes(build: Build) -> None:
    """Writes search/index.json into the folder of each language."""
    guide = build.guide
    for locale in build.fresh:
        pages = build.pages[locale]
        home = build.addresses.home(locale)
        titles = {page.address.removeprefix(home): page.title for page in pages.values()}
        titles |= route_titles(guide, locale)
        found = [section for page in pages.values() for section in _sections(page, home)]
        found += route_sections(guide, locale, found)
        words, queries = read_words(guide.root, locale), read_queries(guide.root, locale)
        index = search_index(guide, locale, titles, found, words, queries)
        build.write(f"{home}{FILE}", as_sent(index))


# Under `make serve` most pages of a build are those of the one before.
@lru_cache(maxsize=1000)
def _sections(page: WebPage, home: str) -> list[Section]:
    return sections(page.root, page.address.removeprefix(home))
