"""Where a line must not end: within Burmese syllables, and just before a step's badge.

Joiners (U+2060) say so to every browser. Search, tickets, data and paper are free of them.
"""

import re

from guide.words.running_text import change_text

JOINER = "\u2060"

# A consonant with asat closes the syllable before it; a bare မ is the "not" of the verb after it.
# One that is written above the next letter (U+1039) would be torn from it by a joiner.
_FINAL = re.compile(r"(?<=[\u1000-\u109f])(?=[\u1000-\u1021\u103f]\u1037?\u103a(?!\u1039))")
_NOT = re.compile(r"(?<![\u1000-\u109f])မ(?=[\u1000-\u1021](?!\u1037?\u103a))")
_KOREAN_WORD = re.compile(r"[^\s\u00a0&]*[\uac00-\ud7a3][^\s\u00a0&]*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
# What is no running text, or is read by scripts.
_LEFT_ALONE = {"title", "script", "style", "option", "textarea", "pre", "code", "svg", "output"}


def join(html: str, lang: str) -> str:
    """HTML whose Burmese text has joiners.

    Args:
        html: a page, or a part of one.
        lang: the language of what has no ``lang`` of its own.
    """
    return change_text(html, "my", joined, _LEFT_ALONE) if lang == "my" else html


def keep_words(html: str, lang: str) -> str:
    """HTML for paper whose Korean words are not broken; browsers have ``word-break: keep-all``."""
    return change_text(html, "ko", kept_words, _LEFT_ALONE) if lang == "ko" else html


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
