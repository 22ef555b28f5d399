"""One word for one thing: every page uses the terms of its language's glossary."""

import re
from collections.abc import Iterator
from functools import lru_cache

from guide.facts.yaml_file import read_model
from guide.words.glossary import Glossary
from site_reader import SOURCE, Page, Site

# What is not the translator's own word: labels and messages of iOS, names, other languages.
_NOT_OURS = (
    "[data-label], .ios-path, .ios-error, [data-link], [data-fact], [data-also], .onward,"
    " .desk__filters, .stale, .paper-end"
)


def read(site: Site, locale: str) -> dict:
    path = site.root / "docs" / locale / "glossary.yml"
    return read_model(path, Glossary, site.root).root


@lru_cache(maxsize=1000)
def _text(page: Page) -> str:
    """The page's own words, in small letters."""
    _mark(page)
    lang = page.soup.html["lang"]
    words = [page.soup.select_one("meta[name=description]")["content"], " "]
    for text in page.article.find_all(string=True):
        holder = text.find_parent(lang=True)
        if holder["lang"] == lang and not text.find_parent(["script", "style", "rt", "rp"]):
            marked = any(parent.get("data-not-ours") for parent in text.parents)
            words.append(" " if marked else str(text))
    return re.sub(r"\s+", " ", "".join(words)).lower()


def _mark(page: Page) -> None:
    for element in page.soup.select(_NOT_OURS):
        element["data-not-ours"] = "1"


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
    for page in site.content:
        glossary, text = glossaries[page.locale], _text(page)
        for key in sorted(_terms_in(_text(site.page(SOURCE, page.slug)), source)):
            if key in glossary and not any(word.lower() in text for word in glossary[key].use):
                yield f"{page.name}: no word for {key}, one of {glossary[key].use}"
        for key, term in glossary.items():
            for word in term.avoid:
                if word.lower() in text:
                    yield f"{page.name}: {word!r} is not the word for {key}"


CHECKS = [terms]
