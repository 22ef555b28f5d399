"""Readings over every kanji of the edition in easy Japanese.

SudachiPy finds them; docs/<language>/readings.yml corrects it and lists what has been checked.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml.html import document_fromstring, tostring
from markupsafe import escape
from pydantic import Field

from guide.facts.yaml_file import Strict, read_model
from guide.problem import Problem
from guide.words.line_breaks import JOINER
from guide.words.running_text import change_text

FILE = "readings.yml"

_KANJI = "々〆ヶ\u3400-\u4dbf\u4e00-\u9fff"
_RUN = re.compile(f"([{_KANJI}]+)")
_HIRAGANA = re.compile(r"[ぁ-ゖー]+")
_BEFORE_BADGE = re.compile(r"(?<=</ruby>)([ぁ-ー])(&nbsp;|\u00a0)$")
# Where markup is not allowed, or a reading makes no sense.
_PLAIN = {"script", "style", "title", "textarea", "option", "select", "ruby", "svg", "code"}


class Readings(Strict):
    """The whole of readings.yml.

    Attributes:
        own: words whose reading the analyser gets wrong, with the right one; the longest is
            taken first. What is not kanji in a word stands in its reading as well.
        checked: readings of the analyser that somebody has looked at, by word.
    """

    own: dict[str, str]
    checked: dict[str, list[str]] = Field(default_factory=dict)


class Furigana:
    """Puts readings over kanji.

    Args:
        root: the project's folder.
        locale: the edition's folder in docs/.
    """

    def __init__(self, root: Path, locale: str):
        self._name = f"docs/{locale}/{FILE}"
        self._readings = read_model(root / self._name, Readings, root)
        longest_first = sorted(self._readings.own, key=len, reverse=True)
        self._own = re.compile(f"({'|'.join(map(re.escape, longest_first)) or '(?!)'})")
        self._text = cache(self._add_to_text)

    def add(self, html: str) -> str:
        """HTML with ``<ruby>`` around each run of kanji in its Japanese text.

        Raises:
            Problem: a reading that nobody has checked, or a word without one.
        """
        # data-also is the Japanese that stands beside another edition, for the support desk.
        return change_text(html, "ja", self._text, _PLAIN, but="data-also")

    def pairs(self, text: str) -> Iterator[tuple[str, str]]:
        """The words of a plain text that have kanji, each with its reading in hiragana."""
        for index, part in enumerate(self._own.split(text)):
            if index % 2:
                yield part, self._readings.own[part]
                continue
            yield from reading_pairs(part)

    def is_checked(self, word: str, reading: str) -> bool:
        """Whether somebody has looked at this reading of a word."""
        return word in self._readings.own or reading in self._readings.checked.get(word, [])

    def _add_to_text(self, text: str) -> str:
        html = "".join(self._ruby(word, reading) for word, reading in self.pairs(text))
        # A last kana stays with the badge behind it, see line_breaks.py.
        return _BEFORE_BADGE.sub(rf"{JOINER}\1{JOINER}\2", html)

    def _ruby(self, word: str, reading: str) -> str:
        if not _RUN.search(word):
            return word
        if not self.is_checked(word, reading):
            raise Problem(
                f"{self._name}: {word}",
                f"nobody has checked its reading {reading!r}",
                "Add it to `checked` if it is right, else give the right one in `own`",
            )
        parts = _RUN.split(word)
        pattern = "".join(
            "(.+?)" if index % 2 else re.escape(_hiragana(part)) for index, part in enumerate(parts)
        )
        found = re.fullmatch(pattern, reading)
        if not found or not all(map(_HIRAGANA.fullmatch, found.groups())):
            raise Problem(
                f"{self._name}: {word}",
                f"{reading!r} is no reading of it",
                "Give its whole reading in `own`, in hiragana",
            )
        readings = iter(found.groups())
        return "".join(
            f"<ruby>{part}<rt>{escape(next(readings))}</rt></ruby>" if index % 2 else part
            for index, part in enumerate(parts)
        )


def reading_pairs(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text, each with the analyser's reading in hiragana if it has kanji."""
    for morpheme in _tokenizer()(text):
        word = morpheme.surface()
        yield word, _hiragana(morpheme.reading_form()) if _RUN.search(word) else word


def has_kanji(text: str) -> bool:
    return _RUN.search(text) is not None


def for_paper(html: str) -> str:
    """A whole document for WeasyPrint, to which ``<ruby>`` is any element.

    Each reading comes before its kanji, and a heading says itself without readings in
    ``data-plain``, for bookmarks and running heads.
    """
    root = document_fromstring(html)
    for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        if heading.find(".//ruby") is not None:
            plain = "".join(heading.xpath(".//text()[not(ancestor::rt)]"))
            heading.set("data-plain", " ".join(plain.split()))
    for ruby in root.iter("ruby"):
        reading = ruby.find("rt")
        reading.tail, ruby.text = ruby.text, None
    return tostring(root, encoding="unicode", doctype="<!doctype html>")


@cache
def _tokenizer():
    # Slow to import, and needed only where an edition has readings.
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict="small").tokenizer(SplitMode.C).tokenize


def _hiragana(text: str) -> str:
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)
