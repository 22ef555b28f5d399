"""One word for one thing: every page uses the terms of its language's glossary."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bs4 import Tag
from guide.facts.yaml_file import read_model
from guide.words.glossary import Glossary
from site_reader import SOURCE, Page, Site

# What is not the translator's own word: labels and messages of iOS, names, other languages.
_NOT_OURS = {
    *("data-label", "data-link", "data-fact", "data-also"),
    *("ios-path", "ios-error", "onward", "desk__filters", "stale", "paper-end"),
}
_NOT_READ = {"script", "style", "rt", "rp"}


def read(site: Site, locale: str) -> dict:
    path = site.root / "docs" / locale / "glossary.yml"
    return read_model(path, Glossary, site.root).root


@lru_cache(maxsize=1000)
def _text(page: Page) -> str:
    """The page's own words, in small letters."""
    own = page.soup.html["lang"]
    words = [page.soup.find("meta", attrs={"name": "description"})["content"], " "]

    def walk(element: Tag, lang: str, ours: bool) -> None:
        if element.name in _NOT_READ:
            return
        lang = element.get("lang", lang)
        ours = ours and _NOT_OURS.isdisjoint([*element.attrs, *element.get("class", ())])
        for child in element.contents:
            if isinstance(child, Tag):
                walk(child, lang, ours)
            elif lang == own:
                words.append(str(child) if ours else " ")

    walk(page.article, own, ours=True)
    return re.sub(r"\s+", " ", "".join(words)).lower()


def _terms_in(text: str, glossary: dict) -> set[str]:
    """The terms that a Japanese text uses; サポート is no ポート."""
    by_word = {word: key for key, term in glossary.items() for word in term.use}
    longest_first = sorted(by_word, key=len, reverse=True)
    found = re.findall("|".join(map(re.escape, longest_first)), text)
    return {by_word[word] for word in found}


def terms(site: Site) -> Iterator[str]:
    """Where the Japanese page has a term, the page has its word; avoided words stand nowhere."""
    glossaries = {locale: read(site, locale) for locale in site.locales}
    source = glossaries[SOURCE]
    for locale, glossary in glossaries.items():
        if glossary.keys() != source.keys():
            yield f"{locale} glossary: {sorted(glossary.keys() ^ source.keys())} differ from ja"
    pages = [page for page in site.of(SOURCE) if page.slug != "404"]
    wanted = {page.slug: _terms_in(_text(page), source) for page in pages}
    for page in site.content:
        glossary, text = glossaries[page.locale], _text(page)
        for key in sorted(wanted[page.slug]):
            if key in glossary and not any(word.lower() in text for word in glossary[key].use):
                yield f"{page.name}: no word for {key}, one of {glossary[key].use}"
        for key, term in glossary.items():
            for word in term.avoid:
                if word.lower() in text:
                    yield f"{page.name}: {word!r} is not the word for {key}"


CHECKS = [terms]
