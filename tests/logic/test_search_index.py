"""One index of all languages, parted into one a language."""

import pytest
from guide.project import load
from guide.search_index import split
from site_build import ROOT


@pytest.fixture(scope="module")
def guide():
    return load(ROOT, {"ja": "日本語", "en": "English"})


def entry(location, title="T"):
    return {"location": location, "title": title, "text": "x"}


def test_each_language_gets_its_own_pages_in_its_own_folder(guide):
    docs = [entry(""), entry("network/#restart"), entry("en/"), entry("en/network/#restart")]
    parts = split({"config": {"fields": 1}, "docs": docs}, guide, "ja")
    for locale in ("ja", "en"):
        assert [doc["location"] for doc in parts[locale]["docs"]] == ["", "network/#restart"]
        assert parts[locale]["config"]["fields"] == 1
        assert parts[locale]["config"]["separator"] == guide.strings[locale].search.separator


def test_a_message_is_found_by_its_words_in_the_other_language(guide):
    docs = [entry("errors/#timed-out", "JA"), entry("en/errors/#timed-out", "EN")]
    parts = split({"config": {}, "docs": docs}, guide, "ja")
    assert parts["ja"]["docs"][0]["title"] == (
        "JA / The connection to the server “…” on port … timed out."
    )
    assert parts["en"]["docs"][0]["title"].startswith("EN / サーバ")
