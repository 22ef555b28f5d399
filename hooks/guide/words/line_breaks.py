"""Where a line must not end: within Burmese syllables, and just before a step's badge.

Joiners (U+2060) say so to every browser. Search, tickets, data and paper are free of them.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser

JOINER = "\u2060"

# A consonant with asat closes the syllable before it; a bare မ is the "not" of the verb after it.
_FINAL = re.compile(r"(?<=[\u1000-\u109f])(?=[\u1000-\u1021\u103f]\u1037?\u103a)")
_NOT = re.compile(r"(?<![\u1000-\u109f])မ(?=[\u1000-\u1021](?!\u1037?\u103a))")
_KOREAN_WORD = re.compile(r"[^\s\u00a0&]*[\uac00-\ud7a3][^\s\u00a0&]*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
# What is no running text, or is read by scripts.
_LEFT_ALONE = {"title", "script", "style", "option", "textarea", "pre", "code", "svg", "output"}
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr"}


def join(html: str, lang: str) -> str:
    """HTML whose Burmese text has joiners.

    Args:
        html: a page, or a part of one.
        lang: the language of what has no ``lang`` of its own.
    """
    return _changed(html, "my", joined) if lang == "my" else html


def keep_words(html: str, lang: str) -> str:
    """HTML for paper whose Korean words are not broken; browsers have ``word-break: keep-all``."""
    return _changed(html, "ko", kept_words) if lang == "ko" else html


def kept_words(text: str) -> str:
    """Korean text with each word in an element of its own."""
    return _KOREAN_WORD.sub(r'<span class="word">\g<0></span>', text)


def joined(text: str) -> str:
    """Burmese text that is never broken before a final consonant or after a bare မ."""
    return _NOT.sub(f"မ{JOINER}", _FINAL.sub(JOINER, text))


def joined_to_badge(words: str) -> str:
    """What a link to a step says, ``{code}`` with the word before it: that is drawn as a badge."""
    before, after = words.split("{code}")
    if before.endswith(" "):
        before = before[:-1] + "\u00a0"
    elif before:
        before += JOINER
    # Chinese and Japanese words may be broken at any character.
    before = _CJK.sub(lambda word: JOINER.join(word[0]), before)
    return f"{before}{{code}}{after}"


def without_joiners(text: str) -> str:
    """The same text for programs, for searching and for copying."""
    return text.replace(JOINER, "")


def _changed(html: str, lang: str, change: Callable[[str], str]) -> str:
    copy = _Copy(lang, change)
    copy.feed(html)
    copy.close()
    return "".join(copy.parts)


class _Copy(HTMLParser):
    """Copies HTML byte for byte, but for the text in one language."""

    def __init__(self, lang: str, change: Callable[[str], str]):
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._lang, self._change = lang, change
        self._text = ""
        # The open elements: their name, and their language ("" where text is left alone).
        self._open = [("", lang)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._copy(self.get_starttag_text())
        if tag not in _VOID:
            lang = self._open[-1][1] and (dict(attrs).get("lang") or self._open[-1][1])
            self._open.append((tag, "" if tag in _LEFT_ALONE else lang))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._copy(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        self._copy(f"</{tag}>")
        # An end that a writer of HTML may leave out (</p>) closes with what it stands in.
        if tag in [name for name, _ in self._open]:
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_entityref(self, name: str) -> None:
        self._text += f"&{name};"

    def handle_charref(self, name: str) -> None:
        self._text += f"&#{name};"

    def handle_comment(self, data: str) -> None:
        self._copy(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._copy(f"<!{decl}>")

    def close(self) -> None:
        super().close()
        self._copy("")

    def _copy(self, markup: str) -> None:
        is_ours = self._open[-1][1] == self._lang
        self.parts += [self._change(self._text) if is_ours else self._text, markup]
        self._text = ""
