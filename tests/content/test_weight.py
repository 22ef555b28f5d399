"""What a page costs on the line, packed with Brotli as a real server sends it.

How soon it can be read is measured by `make bench`; these are the sizes that it depends on.
"""

import re
from functools import cache
from pathlib import Path

import brotli
import pytest
from site_reader import LOCALES

# Bytes. A page's budget is for what is in it; a first visit's is with the servers' headers.
SECOND_PAGE = 16 * 1024
FIRST_VISIT = 30 * 1000
HEADERS = 300
LOADED = ("stylesheet", "icon", "manifest", "modulepreload")
_IMPORT = re.compile(r'^import .* from "(\./[^"]+|\.\./[^"]+)"', re.MULTILINE)


@cache
def packed(path: Path) -> int:
    return len(brotli.compress(path.read_bytes(), quality=11)) + HEADERS


def _page_size(page, enough: int) -> int:
    """Bytes of a page. Where a quicker compression is small enough already, its own."""
    html = page.html.encode()
    for quality in (6, 9, 11):
        size = len(brotli.compress(html, quality=quality))
        if size <= enough:
            break
    return size


def _with_imports(path: Path) -> set[Path]:
    """A script and those that it cannot do without."""
    found = {path}
    if path.suffix not in (".js", ".mjs"):
        return found
    for name in _IMPORT.findall(path.read_text(encoding="utf-8")):
        found |= _with_imports((path.parent / name).resolve())
    return found


def _loaded(page, site) -> set[Path]:
    """What the browser asks for with the page, besides the page."""
    links = page.select(", ".join(f"link[rel={kind}]" for kind in LOADED))
    scripts = page.select("script[src]")
    addresses = [one.get("href") or one["src"] for one in [*links, *scripts]]
    # The root's 404 page stands at any address, so its own are absolute.
    found = {
        site.folder / site.resolve(page, one).removeprefix("mail/")
        for one in addresses
        if not one.startswith("data:")
    }
    return {path for one in found for path in _with_imports(one.resolve())}


def test_a_second_page_is_small(site):
    """With the scripts that no first page would have brought."""
    sizes = {}
    for locale in LOCALES:
        pages = site.of(locale)
        loaded = [_loaded(page, site) for page in pages]
        kept = set.intersection(*loaded)
        for page, files in zip(pages, loaded, strict=True):
            scripts = sum(map(packed, files - kept))
            sizes[page.name] = _page_size(page, SECOND_PAGE - scripts) + scripts
    assert {name: size for name, size in sizes.items() if size > SECOND_PAGE} == {}


def test_a_first_visit_is_small(site):
    for page in site.pages:
        loaded = sum(map(packed, _loaded(page, site)))
        size = _page_size(page, FIRST_VISIT - loaded) + loaded
        assert size <= FIRST_VISIT, f"{page.name}: {size}"


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_asked_for_before_the_text_is_drawn(locale, site):
    """Scripts and style sheets wait in a template after the text; without scripts, behind it."""
    for page in site.of(locale):
        (later,) = page.select(".md-container ~ #later")
        waiting = {id(one) for one in later.find_all(["script", "link"])}
        without = {id(one) for one in page.select(".md-container ~ noscript link")}
        for one in page.select("script[src], link[rel=modulepreload]"):
            assert id(one) in waiting, f"{page.name}: {one}"
        for one in page.select("link[rel=stylesheet]"):
            assert id(one) in waiting | without, f"{page.name}: {one}"
        assert len(later.select("link[rel=stylesheet]")) == len(without), page.name
        (icon,) = page.select("link[rel=icon]")
        assert icon["href"].startswith("data:"), page.name


def test_search_is_not_loaded_before_it_is_used(site):
    for page in site.pages:
        assert not [path for path in _loaded(page, site) if "search" in path.name], page.name
