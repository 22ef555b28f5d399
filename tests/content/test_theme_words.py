"""The theme's own words are in the language of the page, Nepali too, which Material lacks."""

import json

import pytest
from site_reader import LOCALES

WORDS = {
    "search box": ("input.md-search__input", "placeholder"),
    "clear": (".md-search__icon[type=reset]", "aria-label"),
    "back to top": (".md-top", None),
    "contents": (".md-nav--secondary .md-nav__title", None),
    "skip to content": (".md-skip", None),
}
# Filipino calls these as English does.
SAME_AS_ENGLISH = {("tl", "search box"), ("tl", "clear")}


def _words(site, locale: str) -> dict[str, str]:
    soup = site.page(locale, "network").soup
    found = {}
    for name, (selector, attribute) in WORDS.items():
        element = soup.select_one(selector)
        if element:
            found[name] = element[attribute] if attribute else " ".join(element.get_text().split())
    return found


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != "en"])
def test_none_is_english(locale, site):
    english = _words(site, "en")
    own = _words(site, locale)
    assert own.keys() == english.keys()
    assert len(own) >= 4
    for name, word in own.items():
        assert word, name
        if (locale, name) not in SAME_AS_ENGLISH:
            assert word != english[name], name


def test_nepali_is_in_its_own_script(site):
    for word in _words(site, "ne").values():
        assert any("\u0900" <= letter <= "\u097f" for letter in word), word


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_search_says_is_translated(locale, site):
    """The script's words: how many results, copied, and so on."""
    config = json.loads(site.page(locale, "network").soup.select_one("#__config").string)
    said = config["translations"]
    assert said["search.result.none"]
    if locale not in ("en", "tl"):
        english = json.loads(site.page("en", "network").soup.select_one("#__config").string)
        assert said["search.result.none"] != english["translations"]["search.result.none"]
