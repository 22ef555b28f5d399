"""The HTML is well formed and its headings make sense."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import html5lib
from guide.steps.route_source import FOLDER
from sampling import EVERY, KINDS
from site_reader import Site, anchor_of


def well_formed(site: Site) -> Iterator[str]:
    """A strict HTML parser finds no error.

    A language's words are on its chapters and in the steps' files. What routes and the whole guide
    in one file add comes from one template each: they are read in Japanese, English and Burmese.
    """
    for page in site.all_pages:
        made_of_others = page.slug == "file" or page.slug.startswith(FOLDER)
        if made_of_others and page.locale not in KINDS and not EVERY:
            continue
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(page.html)
        for (line, _), code, data in parser.errors:
            yield f"{page.url or 'index'}:{line}: {code} {data}"


def headings(site: Site) -> Iterator[str]:
    """One h1 a page; no level is skipped."""
    for page in site.pages:
        levels = [int(h.name[1]) for h in page.select_in_article("h1, h2, h3, h4, h5, h6")]
        if levels.count(1) != 1 or levels[0] != 1:
            yield f"{page.name}: headings {levels}"
        for before, after in pairwise(levels):
            if after > before + 1:
                yield f"{page.name}: an h{after} follows an h{before}"


def ids(site: Site) -> Iterator[str]:
    """No id stands twice on a page; every heading has one, and no invented one."""
    for page in site.pages:
        counted = Counter(element["id"] for element in page.select("[id]"))
        for id, count in counted.items():
            if count > 1:
                yield f"{page.name}: the id {id!r} stands {count} times"
        if page.slug == "404":
            continue
        for heading in page.select_in_article("h1, h2, h3, h4"):
            if (anchor_of(heading) or "_").startswith("_"):
                yield f"{page.name}: {heading.get_text()!r} has no anchor of its own"


def skip_links(site: Site) -> Iterator[str]:
    """Who goes by keyboard can skip the bar, on every page: the first link leads into the text."""
    for page in site.pages:
        first = page.soup.find("a", href=True)
        if "md-skip" not in first.get("class", []):
            yield f"{page.name}: the first link is {first['href']}, not the one that skips the bar"
        elif page.soup.select_one(f"main [id='{first['href'][1:]}']") is None:
            yield f"{page.name}: {first['href']}, which skips the bar, is not in the text"


def nothing_left(site: Site) -> Iterator[str]:
    """Nothing of the writers' own language is left on a page."""
    for page in site.all_pages:
        for mark in ("{{", "}}", "\u27ea", "\u27eb", "!!!", "{ #", "{: "):
            if mark in page.soup.get_text():
                yield f"{page.name}: {mark!r} is left on the page"


def named(site: Site) -> Iterator[str]:
    """Pages have a title and description of their own; pictures have words."""
    for locale in site.locales:
        titles = Counter(page.soup.title.get_text().strip() for page in site.of(locale))
        for title, count in titles.items():
            if count > 1 or not title:
                yield f"{locale}: {count} pages are called {title!r}"
        texts = Counter(
            page.soup.select_one("meta[name=description]")["content"]
            for page in site.of(locale)
            if page.slug != "404"
        )
        for text, count in texts.items():
            if count > 1:
                yield f"{locale}: {count} pages have the description {text[:40]!r}"
    for page in site.pages:
        for picture in page.select("img:not([alt])"):
            yield f"{page.name}: a picture without words: {picture['src']}"


CHECKS = [well_formed, headings, ids, skip_links, nothing_left, named]
