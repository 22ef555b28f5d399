"""What the frame of a page (overrides/) shows besides the page: names, languages, addresses."""

import re
from pathlib import Path
from urllib.parse import quote

from jinja2.ext import Extension

from guide.build import Build
from guide.page.css import tokens
from guide.paper.qr import qr_svg
from guide.steps.route_source import route_of
from guide.words.dates import time_element
from guide.words.translation import state_of

# Bytes.
_SMALL = 1000
# What may stand in such an address as it is.
_PLAIN = " !$'()*+,-./:;=?@_~"
_INDENT = re.compile(r"^[ \t]+(?=<)", re.MULTILINE)


class WithoutIndents(Extension):
    """Leaves out what stands before the tags of a template's lines; no template has a <pre>."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _INDENT.sub("", source)


def nav_title(build: Build, locale: str, slug: str) -> str:
    """What the navigation calls a page; a chapter has its number."""
    if route := route_of(build.guide, slug):
        return build.guide.strings[locale].symptoms[route.id]
    steps = build.guide.steps
    title = build.guide.strings[locale].nav[slug]
    return f"{steps.number(slug)}. {title}" if slug in steps.chapters else title


def values_of_language(build: Build, locale: str) -> dict:
    """What every template of a language may use, the 404 page's too."""
    guide = build.guide
    return {
        "locale": locale,
        "strings": guide.strings[locale],
        "all_strings": guide.strings,
        "home": build.addresses.home(locale),
        "languages": [
            {
                "locale": other,
                "name": guide.names[other],
                "html_lang": guide.strings[other].html_lang,
                "home": build.addresses.home(other),
            }
            for other in guide.locales
        ],
        "asset_folder": build.asset_folder,
        "tokens": tokens(guide.root),
        "options": build.options,
    }


def favicon(path: Path) -> str | None:
    """A small picture in SVG as an address that asks for no file; nothing for another picture.

    Browsers ask for a favicon before they have drawn the text.
    """
    if path.suffix != ".svg" or path.stat().st_size > _SMALL:
        return None
    picture = path.read_text(encoding="utf-8").strip().replace('"', "'")
    return f"data:image/svg+xml,{quote(picture, safe=_PLAIN)}"


def values_of_page(build: Build, locale: str, slug: str) -> dict:
    """A page's address in every language, the state of its translation, its QR code for paper."""
    guide, addresses = build.guide, build.addresses
    entry = guide.translated[locale].pages.get(slug)
    reviewed = entry and entry.reviewed
    html_lang = guide.strings[locale].html_lang
    on_route = route_of(guide, slug) is not None
    address = {other: addresses.page(other, slug) for other in guide.locales}
    return {
        "reviewed": time_element(reviewed, html_lang) if reviewed else None,
        "stale": state_of(slug, guide.stale[locale]),
        "alternates": {
            # MkDocs' own filter makes the way there; to it, the first page is "./".
            other: {"url": found or "./", "absolute": addresses.absolute(found)}
            for other, found in address.items()
        },
        "on_route": on_route,
        # A route's page has no room for one.
        "qr": None if on_route else qr_svg(addresses.absolute(address[locale])),
    }
