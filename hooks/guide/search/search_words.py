"""What readers call things otherwise than the pages do.

docs/<language>/search.yml has the words of a language, facts/search_words.yml those of every one.
"""

import re
from itertools import chain
from pathlib import Path
from typing import Annotated

from pydantic import Field

from guide.facts.yaml_file import Strict, read_model

FILE = "search.yml"
_KIND = re.compile(r"@([a-z]+)")

Word = Annotated[str, Field(min_length=1)]
Words = Annotated[list[Word], Field(min_length=1)]
Kind = Annotated[str, Field(pattern=r"^[a-z]+$")]
Place = Annotated[str, Field(pattern=r"^(fix/)?[a-z-]+#[a-z0-9-]+$")]


class SharedSearchWords(Strict):
    """The whole of facts/search_words.yml: names and Japanese words, typed in every language.

    Attributes:
        asks: as in search.yml, with the kinds of each language.
        leads: the same.
        worries: what says that a reader asks what a step that erases does: it never comes first.
    """

    asks: dict[Place, Words]
    leads: dict[Place, Words]
    worries: list[Word]


class SearchWords(Strict):
    """The whole of search.yml.

    Attributes:
        sections: more words for what stands under a heading, by its page and anchor.
        synonyms: the readers' words for one of ours.
        kinds: words that stand for one thing in patterns, by a name: ``@mail`` is one of them.
        asks: how readers ask for what a step erases, by the step's page and anchor. Without them,
            its code or its title it never comes first. Each word has to be typed, in any order;
            of words with a stroke between them, one.
        not_asked: words that turn an ask round: it happened by itself, or must not happen.
        leads: what surely asks for what stands under a heading, by its page and anchor.

    ``asks``, ``not_asked`` and ``leads`` are patterns: each word has to be typed,
    in any order; of words with a stroke between them, one; ``mobile_phone`` is one word, ``=line``
    that word and no longer one, ``*ない`` also inside another, ``{sms.sender}`` the fact.
    """

    sections: dict[Place, Words]
    synonyms: dict[Word, Words]
    kinds: dict[Kind, Words]
    asks: dict[Place, Words]
    not_asked: list[Word]
    leads: dict[Place, Words]


def kinds_in_patterns(words: SearchWords, shared: SharedSearchWords) -> set[str]:
    """The kinds that the patterns of a language and those of every one name."""
    patterns = [*words.not_asked, *shared.worries]
    for by_place in (words.asks, words.leads, shared.asks, shared.leads):
        patterns.extend(chain.from_iterable(by_place.values()))
    return {kind for pattern in patterns for kind in _KIND.findall(pattern)}


def read(root: Path, locale: str) -> SearchWords:
    """Reads and checks the search.yml of a language.

    Raises:
        Problem: the file is missing or not as it has to be.
    """
    return read_model(root / "docs" / locale / FILE, SearchWords, root)
