"""The search index of one language: the sections of its pages, as plain words.

The browser makes the full-text index from it (docs/assets/js/search_engine.js).
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from guide.problem import Problem
from guide.project import Guide
from guide.search.queries import FILE as QUERIES
from guide.search.queries import Queries
from guide.search.search_words import FILE as WORDS
from guide.search.search_words import SearchWords, kinds_in_patterns
from guide.search.sections import Section
from guide.words.furigana import has_kanji, reading_pairs

FILE = "search/index.json"

# A host or a port typed alone asks for the whole table: a line of its own weighs as a title does.
_TABLE = ("settings/", "top")
# Where a reader goes on whom the guide has no answer for: the start, the messages, human help.
_OTHERWISE = [("", "top"), ("errors/", "top"), ("still-failing/", "ask-support")]
_VARIABLE = re.compile(r"\{\w+\}")
_FACT = re.compile(r"\{([a-z.-]+)\}")
# The language in which a message may be looked for besides the reader's own.
_MESSAGES_ALSO_IN = ("ja", "en")


def search_index(
    guide: Guide,
    locale: str,
    titles: dict[str, str],
    found: Iterable[Section],
    words: SearchWords,
    queries: Queries,
) -> dict:
    """What search/index.json of a language holds.

    Args:
        titles: what each page is called, by address: as in the navigation; a route's as in
            route_titles().
        found: the sections of all pages, and the routes.
        words: what readers call things otherwise than the pages do.
        queries: what readers type, and where the guide answers it.

    Returns:
        ``pages`` are [address, title]; ``sections`` are [number of the page, anchor, title, code,
        text, also, the reader's words]; ``synonyms`` are [our word, the reader's, …];
        ``kinds`` are words by the name that patterns have for them; ``costs`` is what a step takes
        and changes: `steps` are [minutes, changes] by code, the rest the words for it; ``asks``,
        ``not_asked`` and ``worries`` are as in search.yml and search_words.yml, ``asks`` by
        code; ``leads`` are [number of the section, pattern, …]; ``examples`` are
        queries, a list for each section, ``not_here`` are those without an answer; ``otherwise``
        are the numbers of the sections to go to when nothing is found; ``readings`` are kanji
        and their reading in hiragana, in Japanese only: of titles, not of the running text,
        where they weigh more than they help.

    Raises:
        Problem: search.yml or search_words.yml has words for a heading that there is not, or names
            a fact or a kind that there is not.
    """
    _stop_at_unknown_kinds(guide, locale, words)
    found = list(found)
    pages = list(titles)
    rows = []
    said = {place.replace("index#", "#"): each for place, each in words.sections.items()}
    facts = guide.settings.facts()
    values = [value for key, value in facts.items() if key.endswith((".host", ".port"))]
    for section in found:
        also = [*section.also, *_messages(guide, locale, section)]
        text = unicodedata.normalize("NFC", section.text)
        asked_for = values if (section.page, section.anchor) == _TABLE else []
        rows.append(
            [
                pages.index(section.page),
                section.anchor,
                section.title,
                section.code,
                text,
                "\n".join(dict.fromkeys([*asked_for, *(one for one in also if one not in text)])),
                "\n".join(said.pop(f"{section.page.strip('/')}#{section.anchor}", [])),
            ]
        )
    if said:
        raise _no_heading(f"docs/{locale}/{WORDS}: sections.{next(iter(said))}")
    places = {(row[0], row[1]): number for number, row in enumerate(rows)}
    synonyms = [[ours, *readers] for ours, readers in words.synonyms.items()]
    index = {
        "pages": [[page, titles[page]] for page in pages],
        "sections": rows,
        "synonyms": synonyms,
        "kinds": words.kinds,
        "costs": _costs(guide, locale),
        "asks": _asks(guide, locale, words),
        "not_asked": words.not_asked,
        "worries": guide.search_words.worries,
        "leads": _leads(guide, locale, words, titles, places),
        "examples": _examples(guide, locale, queries, found, titles, places),
        "not_here": sorted(_all_filled(guide, locale, "not_here", queries.not_here)),
        "otherwise": [
            places[pages.index(page), anchor]
            for page, anchor in _OTHERWISE
            if page in titles and (pages.index(page), anchor) in places
        ],
    }
    if guide.strings[locale].html_lang.startswith("ja"):
        texts = [part for row in rows for part in row[2:] if part]
        texts += [word for group in synonyms for word in group]
        titled = "\n".join(row[2] for row in rows)
        all_readings = readings(texts)
        index["readings"] = {word: kana for word, kana in all_readings.items() if word in titled}
    return index


def as_sent(index: dict) -> str:
    """What search_index() gives, as the file has it: sections by columns, which pack smaller."""
    columns = index | {"sections": list(zip(*index["sections"], strict=True))}
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")) + "\n"


def _stop_at_unknown_kinds(guide: Guide, locale: str, words: SearchWords) -> None:
    if missing := sorted(kinds_in_patterns(words, guide.search_words) - words.kinds.keys()):
        raise Problem(
            f"docs/{locale}/{WORDS}: kinds.{missing[0]}",
            f"a pattern names @{missing[0]}, and this language has no such kind",
            "Add the kind with its words, or correct its name in the pattern",
        )


def _leads(
    guide: Guide,
    locale: str,
    words: SearchWords,
    titles: dict[str, str],
    places: dict[tuple[int, str], int],
) -> list[list]:
    """The patterns of every language and of this one, by section: [number of the section, …]."""
    found: dict[int, list[str]] = {}
    pages = list(titles)
    shared = {
        place: _readable(patterns, titles.values())
        for place, patterns in guide.search_words.leads.items()
    }
    for file, leads in (
        ("facts/search_words.yml", shared),
        (f"docs/{locale}/{WORDS}", words.leads),
    ):
        for place, patterns in leads.items():
            where = f"{file}: leads.{place}"
            number = _number(place, pages, places, where)
            found.setdefault(number, []).extend(_filled(guide, one, where) for one in patterns)
    return [[number, *dict.fromkeys(patterns)] for number, patterns in sorted(found.items())]


def _examples(
    guide: Guide,
    locale: str,
    queries: Queries,
    found: list[Section],
    titles: dict[str, str],
    places: dict[tuple[int, str], int],
) -> list[list]:
    """What readers type, a list for each section.

    Titles, messages and what is wrong on each route are typed as they stand, too.
    """
    pages = list(titles)
    typed: dict[int, list[str]] = {}
    for place, some in queries.here.items():
        number = _number(place, pages, places, f"docs/{locale}/{QUERIES}: here.{place}")
        typed[number] = _all_filled(guide, locale, f"here.{place}", some)
    for number, section in enumerate(found):
        said = [section.title, *_messages(guide, locale, section)]
        if section.code == guide.steps.help:
            said.append(guide.strings[locale].symptoms[guide.routes.last_resort().id])
        typed.setdefault(number, []).extend(one for one in said if one)
    # In order, since what is alike packs smaller side by side.
    return [sorted(set(typed[number])) for number in range(len(found))]


def _readable(patterns: Iterable[str], texts: Iterable[str]) -> list[str]:
    """Patterns without the words in scripts that this language's readers hardly type.

    Args:
        texts: some of the language's own, to tell its scripts from.
    """
    scripts = {"LATIN", "CJK", "HIRAGANA", "KATAKANA", *_scripts("".join(texts))}
    found = []
    for pattern in patterns:
        groups = [
            [word for word in group.split("/") if _scripts(word) <= scripts]
            for group in pattern.split(" ")
        ]
        if all(groups):
            found.append(" ".join("/".join(words) for words in groups))
    return found


def _scripts(text: str) -> set[str]:
    """Of each letter the first word of its name in Unicode, e.g. ``THAI``; of é ``LATIN WITH``."""
    names = [unicodedata.name(one, "") for one in text if one.isalpha()]
    return {
        "LATIN WITH" if name.startswith("LATIN") and " WITH " in name else name.split(" ")[0]
        for name in names
    }


def _number(place: str, pages: list[str], places: dict[tuple[int, str], int], where: str) -> int:
    """The number of the section that is called ``page#anchor``."""
    slug, _, anchor = place.partition("#")
    page = "" if slug == "index" else f"{slug}/"
    if page not in pages or (pages.index(page), anchor) not in places:
        raise _no_heading(where)
    return places[pages.index(page), anchor]


def _no_heading(where: str) -> Problem:
    return Problem(
        where, "no page has this heading", "Correct the page or the anchor, or remove the line"
    )


def _filled(guide: Guide, pattern: str, where: str) -> str:
    """A pattern with the facts that it names."""

    def fact(match: re.Match) -> str:
        if match[1] not in guide.facts:
            raise Problem(where, f"no fact {match[1]!r}", "Name a fact of facts/settings.yml")
        return guide.facts[match[1]]

    return _FACT.sub(fact, pattern)


def _all_filled(guide: Guide, locale: str, key: str, typed: list[str]) -> list[str]:
    """Queries of queries.yml with the facts that they name."""
    return [_filled(guide, one, f"docs/{locale}/{QUERIES}: {key}") for one in typed]


def _costs(guide: Guide, locale: str) -> dict:
    """What each step takes and changes, and the words of the pages for it."""
    strings = guide.strings[locale]
    steps = guide.steps.active()
    return {
        "minutes": strings.ui["minutes"],
        "changes": {key: strings.changes[key] for key in sorted({step.changes for step in steps})},
        "steps": {step.code: [step.minutes, step.changes] for step in steps},
    }


def _asks(guide: Guide, locale: str, words: SearchWords) -> dict[str, list[str]]:
    """How readers ask for each step that erases something, by code."""
    erasing = {
        f"{step.chapter}#{step.anchor}": step.code
        for step in guide.steps.active()
        if step.changes == "data"
    }
    wrong = set(erasing) ^ set(words.asks)
    if wrong:
        raise Problem(
            f"docs/{locale}/{WORDS}: asks.{min(wrong)}",
            "here stand the steps that erase something (`changes: data`), and they alone",
            "Add the place with what readers type who want that, or remove the line",
        )
    shared = guide.search_words.asks
    return {erasing[place]: [*shared.get(place, []), *asked] for place, asked in words.asks.items()}


def readings(texts: Iterable[str]) -> dict[str, str]:
    """The most frequent reading of each word with kanji, in hiragana.

    Without words that read as the shorter ones in them do: those are read part by part.
    """
    counted: dict[str, Counter] = {}
    for text in texts:
        for word, reading in reading_pairs(text):
            if has_kanji(word):
                counted.setdefault(word, Counter())[reading] += 1
    found: dict[str, str] = {}
    for word in sorted(counted, key=lambda word: (len(word), word)):
        reading = counted[word].most_common(1)[0][0]
        parts = sorted((one for one in found if one in word), key=len, reverse=True)
        if not parts or re.sub("|".join(parts), lambda match: found[match[0]], word) != reading:
            found[word] = reading
    return dict(sorted(found.items()))


def _messages(guide: Guide, locale: str, section: Section) -> Iterator[str]:
    """An error's messages as iOS says them in the reader's language, Japanese and English."""
    error = guide.errors.by_id().get(section.anchor) if section.page == "errors/" else None
    if error:
        for other in dict.fromkeys([locale, *_MESSAGES_ALSO_IN]):
            if other in guide.strings:
                for key in error.all_messages():
                    yield _VARIABLE.sub("…", guide.message(key, other))
