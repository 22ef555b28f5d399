"""Which state of the Japanese a translation was made from, and what has changed since.

docs/<language>/translated.yml holds two hashes for each section of each page: one of its words, one
of what must never differ: facts, steps, warnings, numbers and how many things there are to do.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field

from guide.facts.yaml_file import Strict, read_model
from guide.words.page_source import headings
from guide.words.text_file import read_text

# The source language: everything is written in it first.
SOURCE = "ja"
FILE = "translated.yml"
STRINGS = "strings"

# The groups of strings.yml that a translator translates; those that say what is lost, forbidden or
# true stand for facts, the others are only words.
_GROUPS = ("ui", "nav", "blocks", "fact_names", "values", "symptoms", "turns", "evidence", "kinds")
_FACT_GROUPS = ("changes", "erases", "cautions", "sentences")

_CALL = re.compile(r"\{\{.*?\}\}")
_ITEM = re.compile(r"^ *(?:\d+\.|-|!!!|\|) ", re.MULTILINE)
_NUMBER = re.compile(r"\d+")
_TEXT_ARGUMENT = re.compile(r', *".*?"(?=\))')
_FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)

Kind = Literal["facts", "wording"]
Mark = Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{8}$")]


class TranslatedPage(Strict):
    """One page: when a native speaker reviewed it, and the marks of what it translates."""

    reviewed: date | None
    sections: dict[str, Mark]


class Translated(Strict):
    """The whole of translated.yml, by page; ``strings`` stands for strings.yml."""

    pages: dict[str, TranslatedPage]


@dataclass(frozen=True)
class Change:
    """A section of the Japanese that is no longer what was translated."""

    page: str
    section: str
    kind: Kind


def marks(root: Path, slugs: list[str]) -> dict[str, dict[str, str]]:
    """The marks of the Japanese as it is now, by page and section.

    Args:
        root: the project's folder.
        slugs: the pages, without ``.md``.
    """
    folder = root / "docs" / SOURCE
    found = {}
    for slug in slugs:
        found[slug] = _marks_of_page(read_text(folder / f"{slug}.md", root))
    found[STRINGS] = _marks_of_strings(read_text(folder / "strings.yml", root))
    return found


# Of each state once: while the site is served, every change has all of them compared.
@lru_cache(maxsize=100)
def _marks_of_page(markdown: str) -> dict[str, str]:
    return {name: mark(text) for name, text in sections(markdown).items()}


@lru_cache(maxsize=10)
def _marks_of_strings(text: str) -> dict[str, str]:
    strings = yaml.safe_load(text)
    return {
        **{group: f"{_hash(strings[group])}-{_hash('')}" for group in _GROUPS},
        **{group: f"{_hash(strings[group])}-{_hash(strings[group])}" for group in _FACT_GROUPS},
    }


def sections(markdown: str) -> dict[str, str]:
    """A page's text by the anchor of the heading above it; what comes first is ``top``."""
    front_matter = _FRONT_MATTER.match(markdown)
    parts = {"description": front_matter[1] if front_matter else ""}
    lines = markdown.splitlines()
    starts = [(heading.line, heading.anchor or "top") for heading in headings(markdown)]
    ends = [line for line, _ in starts[1:]] + [len(lines) + 1]
    # A page without headings, which is refused later, has an end too many.
    for (line, anchor), end in zip(starts, ends, strict=False):
        parts[anchor] = "\n".join(lines[line - 1 : end - 1]).strip()
    return parts


def mark(text: str) -> str:
    """Two hashes: of the words, and of the facts among them."""
    calls = [_TEXT_ARGUMENT.sub("", call) for call in _CALL.findall(text)]
    rest = _CALL.sub("", text)
    facts = [calls, _ITEM.findall(rest), _NUMBER.findall(rest), text.count("**")]
    return f"{_hash(text)}-{_hash(facts)}"


def read(root: Path, locale: str) -> Translated:
    """A language's translated.yml; the source's own is empty.

    Raises:
        Problem: it is missing or malformed.
    """
    if locale == SOURCE:
        return Translated(pages={})
    return read_model(root / "docs" / locale / FILE, Translated, root)


def changes(now: dict[str, dict[str, str]], then: Translated) -> list[Change]:
    """What has changed in the Japanese since it was translated, in the order of the pages."""
    found = []
    for page, parts in now.items():
        recorded = then.pages[page].sections if page in then.pages else {}
        for section, current in parts.items():
            before = recorded.get(section)
            if before != current:
                same_facts = before is not None and before[9:] == current[9:]
                found.append(Change(page, section, "wording" if same_facts else "facts"))
        found += [Change(page, section, "facts") for section in recorded if section not in parts]
    return found


def state_of(page: str, found: list[Change]) -> Kind | None:
    """What a reader of a page has to know: ``facts``, ``wording`` or nothing.

    A changed warning of strings.yml may stand on any page.
    """
    kinds = {change.kind for change in found if change.page == page}
    if any(change.page == STRINGS and change.kind == "facts" for change in found):
        kinds.add("facts")
    return min(kinds, default=None)


def record(now: dict[str, dict[str, str]], then: Translated | None, pages: list[str]) -> Translated:
    """The same with these pages marked as translated from the Japanese as it is now.

    A review holds only as long as the text that was reviewed.
    """
    before = then.pages if then else {}
    after = {}
    for page, parts in now.items():
        old = before.get(page)
        if page not in pages:
            if old:
                after[page] = old
            continue
        same = old is not None and old.sections == parts
        after[page] = TranslatedPage(reviewed=old.reviewed if same else None, sections=parts)
    return Translated(pages=after)


def written(translated: Translated) -> str:
    """The text of translated.yml."""
    head = (
        "# Written by `make translated`: which state of docs/ja each section translates, and\n"
        "# when a native speaker reviewed the page (`reviewed: 2027-01-31`, else null).\n"
    )
    data = translated.model_dump(mode="json")
    return head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def _hash(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:8]
