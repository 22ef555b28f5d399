"""Every page says its language, and so does every phrase in another one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from urllib.parse import urljoin

from bs4 import NavigableString, Tag
from py3langid.langid import MODEL_FILE, LanguageIdentifier
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


@cache
def _foreign_letters(lang: str) -> re.Pattern:
    """Letters that a text of this language does not have, such as Cyrillic ones in any."""
    own = _SCRIPTS.get(lang.split("-")[0], set())
    known = "".join(letters for script, letters in _LETTERS.items() if script in own)
    # Latin with its extensions, and what every script has; full-width Latin as well.
    return re.compile(rf"[^\W\d_{known}A-Za-zªº\u00c0-\u024f\u1e00-\u1eff々〆ー\uff21-\uff5a]")


def document(site: Site) -> Iterator[str]:
    """``<html lang>``, canonical, hreflang and Open Graph are right on every page."""
    for page in site.pages:
        strings = site.guide.strings[page.locale]
        if page.soup.html.get("lang") != strings.html_lang:
            yield f"{page.name}: <html lang> is {page.soup.html.get('lang')!r}"
        if page.slug == "404":
            continue
        address = urljoin(SITE_URL, page.url)
        canonical = page.select("link[rel=canonical]")
        if [link["href"] for link in canonical] != [address]:
            yield f"{page.name}: canonical is {canonical}"
        alternates = {link["hreflang"]: link["href"] for link in page.select("head link[hreflang]")}
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
        meta = {m["property"]: m["content"] for m in page.select("meta[property]")}
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
        links = page.select(".languages a[hreflang]")
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
        for text, lang in texts(page):
            if _foreign_letters(lang).search(text):
                yield f"{page.name}: letters of another language in {lang}: {text.strip()[:60]!r}"
            if lang.split("-")[0] in _SCRIPTS and _LATIN_SENTENCE.search(text):
                yield f"{page.name}: English in {lang}: {text.strip()[:60]!r}"
        lang = page.soup.html["lang"]
        for selector in ("meta[name=description]", "meta[property='og:title']"):
            for meta in page.select(selector):
                own = _SCRIPTS.get(lang.split("-")[0])
                written = not own or re.search(
                    f"[{''.join(_LETTERS[script] for script in own)}]", meta["content"]
                )
                if not written or _foreign_letters(lang).search(meta["content"]):
                    yield f"{page.name}: {selector} is in another language"


# How each written form of Chinese characters can be encoded: one form's own characters are not in
# the code of another.
_CODES = {"ja": "euc_jp", "zh-Hans": "gb2312", "zh-Hant": "big5"}
_HAN = re.compile(f"[{_LETTERS['han']}]")


def characters(site: Site) -> Iterator[str]:
    """No simplified character in Japanese or Traditional Chinese, and so on."""
    for page in site.all_pages:
        own = page.soup.html["lang"]
        described = page.select("meta[name=description], meta[property='og:title']")
        for text, lang in [*texts(page), *((meta["content"], own) for meta in described)]:
            for character in set(_HAN.findall(text)) if lang in _CODES else ():
                try:
                    character.encode(_CODES[lang])
                except UnicodeEncodeError:
                    yield f"{page.name}: {character!r} in {lang}: {text.strip()[:40]!r}"


# Languages of no edition that are easily taken for one, and how much likelier one has to be.
_NEIGHBOURS, _MARGIN = {"hi", "ms"}, 10
# Shorter ones hold too little to tell related languages apart.
_ENOUGH = 60


# Names and what iOS says, within a block: not in the page's own language.
_NOT_OWN = (
    "article [lang], [translate=no], [data-label], [data-link], [data-fact], .ios-path, var, rt, rp"
)
# What stands elsewhere in these words.
_QUOTED = "[data-link], blockquote"


@cache
def _detector() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def detector_of(languages: set[str]) -> LanguageIdentifier:
    """A detector that chooses among these languages and their neighbours, those that it knows.

    Args:
        languages: the first part of their tags.
    """
    detector = _detector()
    # One for all, since it takes seconds to read: it forgets what it was last told to choose from.
    detector.set_languages()
    detector.set_languages(sorted((languages | _NEIGHBOURS) & set(detector.labels)))
    return detector


def detected(site: Site) -> Iterator[str]:
    """No block is in another language than its page: a detector sees what a script cannot."""
    tags = {site.guide.strings[locale].html_lang.split("-")[0] for locale in site.locales}
    detector = detector_of(tags)
    known = detector.labels

    # A step stands in its chapter and on the page of each of its routes.
    @cache
    def ranked(text: str) -> dict[str, float]:
        return dict(detector.rank(text))

    for page in site.content:
        own = page.soup.html["lang"].split("-")[0]
        if own not in known:
            continue
        left_out = {id(element) for element in page.select(_NOT_OWN)}
        quoted = {id(element) for element in page.select(_QUOTED)}
        blocks = page.smallest_in_article("p, li, td, dd") + page.select_in_article("h2, h3")
        for block in blocks:
            if any(id(parent) in quoted for parent in block.parents):
                continue
            text = _own_words(block, left_out)
            if len(text) < _ENOUGH:
                continue
            likely = ranked(text)
            found = max(likely, key=likely.get)
            if likely[found] - likely[own] > (_MARGIN if found in _NEIGHBOURS else 0):
                yield f"{page.name}: {found} in {own}: {text[:60]!r}"


# Words of a neighbour that an edition never has, in sentences too short for the detector: Portugal,
# Spain, Malay, Hindi.
_NEIGHBOURS_WORDS = {
    "pt": r"ecrãs?|telemóve(?:l|is)|ficheiros?|utilizador(?:es)?|palavras?-passe|definições",
    "es": r"ordenador(?:es)?|ficheros?|vosotros|vuestr[oa]s?|\w+(?:áis|éis)",
    "id": r"akaun|tetapan|kata laluan|pelayan|rangkaian|sekiranya|talian|sila|telefon bimbit",
    "ne": r"है|हैं|और|करें|नहीं|में|अगर|आपका|खोलें",
}


def neighbours_words(site: Site) -> Iterator[str]:
    """No word that only the neighbour of a language has, such as Malay in Indonesian."""
    for page in site.content:
        for text, lang in texts(page):
            words = _NEIGHBOURS_WORDS.get(lang.split("-")[0])
            # Between letters and marks \b would see ends within Devanagari words.
            pattern = rf"(?<![\w\u0900-\u0963])(?:{words})(?![\w\u0900-\u0963])"
            if words and (found := re.search(pattern, text, re.IGNORECASE)):
                yield f"{page.name}: {found[0]!r} is no word of {lang}: {text.strip()[:60]!r}"


def _own_words(element: Tag, left_out: set[int]) -> str:
    """An element's words without those of the elements that are left out, by their ids."""
    words = []

    def walk(element: Tag) -> None:
        for child in element.contents:
            if not isinstance(child, Tag):
                words.append(child)
            elif id(child) not in left_out:
                walk(child)

    walk(element)
    return " ".join("".join(words).split())


# Not without a bound: the planted errors are looked for in two hundred sites, one after another.
@lru_cache(maxsize=1000)
def texts(page: Page) -> list[tuple[str, str]]:
    """The texts that a reader sees, each with its language."""
    found = []

    def walk(element: Tag, lang: str) -> None:
        if element.name in ("script", "style") or element.get("translate") == "no":
            return
        lang = element.get("lang", lang)
        for child in element.children:
            if isinstance(child, Tag):
                walk(child, lang)
            elif type(child) is NavigableString and child.strip() and lang:
                found.append((str(child), lang))

    walk(page.soup, "")
    return found


# In Unicode a vowel sign follows its consonant; in Zawgyi, which most old phones had, this one
# comes before, and letters of other languages stand for stacked consonants.
_ZAWGYI = re.compile(r"(?:(?<![\u1000-\u102a\u103a-\u103f\u1039\u2060])\u1031|[\u1060-\u1097])")


def burmese_code(site: Site) -> Iterator[str]:
    """Burmese is in Unicode, not in Zawgyi, which uses the same code points otherwise."""
    for page in site.content:
        for text, lang in texts(page):
            if lang == "my" and (found := _ZAWGYI.search(text)):
                shown = text[max(0, found.start() - 10) :][:40]
                yield f"{page.name}: Zawgyi instead of Unicode in {shown!r}"


CHECKS = [document, switch, foreign, characters, detected, neighbours_words, burmese_code]
