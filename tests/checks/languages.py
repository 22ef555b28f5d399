"""Every page says its language, and so does every phrase in another one."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from bs4 import Comment, NavigableString
from site_build import SITE_URL
from site_reader import SOURCE, Page, Site

# The letters of each script but Latin, which every language borrows for names.
_LETTERS = {
    "kana": "\u3041-\u30fa\u30fd-\u30ff\u31f0-\u31ff",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "hangul": "\u1100-\u11ff\uac00-\ud7af",
    "thai": "\u0e01-\u0e3a\u0e40-\u0e5b",
    "burmese": "\u1000-\u109f",
    "devanagari": "\u0900-\u097f",
}
# The scripts of each language that is not written in Latin letters.
_SCRIPTS = {
    "ja": {"kana", "han"},
    "zh": {"han"},
    "ko": {"hangul"},
    "th": {"thai"},
    "my": {"burmese"},
    "ne": {"devanagari"},
}
# Four words of Latin letters in a row are a sentence; names such as "My SoftBank" are shorter.
_LATIN_SENTENCE = re.compile(r"[A-Za-z][A-Za-z’']*(?:[ ,]+[A-Za-z’']+){3,}")


def _foreign_letters(lang: str) -> re.Pattern:
    """Letters that a text of this language does not have."""
    own = _SCRIPTS.get(lang.split("-")[0], set())
    others = [letters for script, letters in _LETTERS.items() if script not in own]
    return re.compile(f"[{''.join(others)}]")


def document(site: Site) -> Iterator[str]:
    """``<html lang>``, canonical, hreflang and Open Graph are right on every page."""
    for page in site.pages:
        strings = site.guide.strings[page.locale]
        if page.soup.html.get("lang") != strings.html_lang:
            yield f"{page.name}: <html lang> is {page.soup.html.get('lang')!r}"
        if page.slug == "404":
            continue
        address = urljoin(SITE_URL, page.url)
        canonical = page.soup.select("link[rel=canonical]")
        if [link["href"] for link in canonical] != [address]:
            yield f"{page.name}: canonical is {canonical}"
        alternates = {
            link["hreflang"]: link["href"] for link in page.soup.select("head link[hreflang]")
        }
        expected = {
            site.guide.strings[locale].html_lang: urljoin(
                SITE_URL, site.page(locale, page.slug).url
            )
            # Editions of one language share a tag, which has the first one's address.
            for locale in reversed(site.locales)
        }
        expected["x-default"] = urljoin(SITE_URL, site.page(SOURCE, page.slug).url)
        if alternates != expected:
            yield f"{page.name}: hreflang is {alternates}"
        meta = {m["property"]: m["content"] for m in page.soup.select("meta[property]")}
        description = page.soup.select_one("meta[name=description]")
        if meta.get("og:url") != address or meta.get("og:locale") != strings.og_locale:
            yield f"{page.name}: Open Graph has another address or language"
        if not description or meta.get("og:description") != description["content"]:
            yield f"{page.name}: Open Graph has another description"
        image = meta.get("og:image", "").removeprefix(SITE_URL)
        if not (site.folder / image).is_file() or (site.folder / image).stat().st_size == 0:
            yield f"{page.name}: no picture {image!r}"


def switch(site: Site) -> Iterator[str]:
    """The language switch has every language by its own name and leads to the same page."""
    for page in site.pages:
        links = page.soup.select(".languages a[hreflang]")
        shown = [(a["hreflang"], a["lang"], a.get_text().strip()) for a in links]
        expected = [
            (site.guide.strings[locale].html_lang,) * 2 + (name,)
            for locale, name in site.names.items()
        ]
        if shown != expected:
            yield f"{page.name}: the language switch has {shown}"
        if page.slug == "404":
            continue
        for locale, link in zip(site.locales, links, strict=False):
            target = site.resolve(page, link["href"])
            if target != site.page(locale, page.slug).url:
                yield f"{page.name}: the switch to {locale} leads to {target!r}"


def foreign(site: Site) -> Iterator[str]:
    """A phrase in another language is marked with its language; none is left untranslated."""
    for page in site.all_pages:
        for text, lang in _texts(page):
            if _foreign_letters(lang).search(text):
                yield f"{page.name}: letters of another language in {lang}: {text.strip()[:60]!r}"
            if lang.split("-")[0] in _SCRIPTS and _LATIN_SENTENCE.search(text):
                yield f"{page.name}: English in {lang}: {text.strip()[:60]!r}"
        lang = page.soup.html["lang"]
        for selector in ("meta[name=description]", "meta[property='og:title']"):
            for meta in page.soup.select(selector):
                own = _SCRIPTS.get(lang.split("-")[0])
                written = not own or re.search(
                    f"[{''.join(_LETTERS[script] for script in own)}]", meta["content"]
                )
                if not written or _foreign_letters(lang).search(meta["content"]):
                    yield f"{page.name}: {selector} is in another language"


def _texts(page: Page) -> Iterator[tuple[str, str]]:
    for text in page.soup.find_all(string=True):
        if isinstance(text, Comment) or type(text) is not NavigableString:
            continue
        if text.find_parent(["script", "style"]) or text.find_parent(attrs={"translate": "no"}):
            continue
        holder = text.find_parent(lang=True)
        if holder and text.strip():
            yield str(text), holder["lang"]


CHECKS = [document, switch, foreign]
