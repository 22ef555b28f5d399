"""Writes offline/guide-<language>.html, the whole guide of a language in one file."""

from guide import addresses
from guide.build import Build
from guide.edition import edition
from guide.offline.one_file import one_file
from guide.paper.book import book_slugs


def write_one_files(build: Build) -> None:
    guide, site_url = build.guide, build.addresses.site_url
    of = edition(guide.root)
    for locale in build.fresh:
        home = build.addresses.absolute(build.addresses.home(locale))
        pages = [build.pages[locale][slug] for slug in book_slugs(guide)]
        html = one_file(guide, locale, pages, site_url, home, of)
        build.write(addresses.one_file(locale), build.for_screen(locale, html))
