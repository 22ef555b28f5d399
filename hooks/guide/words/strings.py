"""docs/<language>/strings.yml: one language's words."""

import re
from typing import Annotated, Literal

from pydantic import Field

from guide.facts.steps import Slug
from guide.facts.yaml_file import Strict

# {name}, but not the {{ name }} of pages.
_VARIABLE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")

Text = Annotated[str, Field(min_length=1)]
Texts = dict[str, Text]


class Caution(Strict):
    """A warning that several pages give in the same words.

    ``never`` is something that must not be done, ``erases`` something that is lost, ``careful``
    anything else to know beforehand.
    """

    kind: Literal["never", "erases", "careful"]
    title: Text
    text: Text


class Strings(Strict):
    """The whole of strings.yml. Every language has exactly the keys that Japanese has.

    Attributes:
        html_lang: the BCP 47 tag for ``<html lang>`` and hreflang.
        og_locale: the same for Open Graph, e.g. ``ja_JP``.
        material: the name of Material's own translation of its interface.
        companions: languages whose iOS labels are shown beside this one's.
        ios_from: where iOS does not speak this language, the one whose labels and messages are
            shown instead.
        furigana: whether readings are put over the kanji.
    """

    html_lang: Text
    og_locale: Text
    material: Text
    companions: list[Text]
    ios_from: Text | None = None
    furigana: bool = False
    site_name: Text
    site_description: Text
    ui: Texts
    nav: Texts
    blocks: Texts
    fact_names: Texts
    values: Texts
    changes: Texts
    erases: Texts
    cautions: dict[Slug, Caution]
    sentences: Texts
    symptoms: Texts
    turns: Texts
    evidence: Texts
    kinds: Texts
    not_found: Texts
    announcements: Texts


def missing_and_unknown(source: Strings, other: Strings) -> tuple[list[str], list[str]]:
    """The dotted keys that ``other`` lacks and those that only it has."""
    ours, theirs = _leaves(source.model_dump()).keys(), _leaves(other.model_dump()).keys()
    return sorted(ours - theirs), sorted(theirs - ours)


def other_variables(source: Strings, other: Strings) -> list[str]:
    """The dotted keys whose ``{variables}`` differ from those of the source."""
    ours, theirs = _leaves(source.model_dump()), _leaves(other.model_dump())
    return [
        key
        for key in ours
        if set(_VARIABLE.findall(str(ours[key]))) != set(_VARIABLE.findall(str(theirs[key])))
    ]


def _leaves(data: dict, prefix: str = "") -> dict[str, object]:
    leaves = {}
    for key, value in data.items():
        inner = (
            _leaves(value, f"{prefix}{key}.")
            if isinstance(value, dict)
            else {f"{prefix}{key}": value}
        )
        leaves |= inner
    return leaves
