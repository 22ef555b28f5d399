"""Writes the search index of each language, from the pages as they are shown."""

from guide.build import Build
from guide.search.search_index import FILE, as_sent, search_index, sections
from guide.search.search_words import read


def write_search_indexes(build: Build) -> None:
    """Writes search/index.json into the folder of each language."""
    guide = build.guide
    for locale in build.fresh:
        pages = build.pages[locale]
        home = build.addresses.home(locale)
        titles = {page.address.removeprefix(home): page.title for page in pages.values()}
        found = [
            section
            for page in pages.values()
            for section in sections(page.root, page.address.removeprefix(home))
        ]
        index = search_index(guide, locale, titles, found, read(guide.root, locale))
        build.write(f"{home}{FILE}", as_sent(index))
