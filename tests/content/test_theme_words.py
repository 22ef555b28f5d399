"""The theme's own words are in the language of the page, Nepali too, which Material lacks."""

import pytest
from site_reader import LOCALES

WORDS = {
    "navigation": ".menu nav",
    "contents": ".menu nav ul ul",
    "skip to content": ".md-skip",
}


def _words(site, locale: str) -> dict[str, str]:
    soup = site.page(locale, "network").soup
    found = {}
    for name, selector in WORDS.items():
        element = soup.select_one(selector)
        found[name] = element.get("aria-label") or " ".join(element.get_text().split())
    return found


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != "en"])
def test_none_is_english(locale, site):
    english = _words(site, "en")
    own = _words(site, locale)
    for name, word in own.items():
        assert word, name
        assert word != english[name], name


@pytest.mark.skipif("ne" not in LOCALES, reason="a run of other languages")
def test_nepali_is_in_its_own_script(site):
    for word in _words(site, "ne").values():
        assert any("\u0900" <= letter <= "\u097f" for letter in word), word
