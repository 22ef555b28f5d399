"""Numbers and hosts in another guise: in words, in other scripts' letters, with gaps, look-alikes.

``facts`` finds what is written as a host or a port is; a translator or a forger may write it
otherwise.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from confusable_homoglyphs import confusables
from num2words import num2words
from site_reader import Site

from checks.facts import unmarked_texts
from checks.languages import texts

# The languages of num2words by ours. Chinese has the characters of Japanese; the other three have
# no library, so here are their words for the digits, ten and hundred.
_SPELLED = {"en": "en", "vi": "vi", "id": "id", "pt": "pt_BR", "es": "es"}
_OWN_WORDS = {
    "ne": "शून्य एक दुई तीन चार पाँच पांच छ सात आठ नौ दस सय",
    "my": "သုည တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနစ် ခုနှစ် ရှစ် ကိုး ဆယ် ဆယ့် ရာ",
    "tl": "zero isa dalawa dalawang tatlo tatlong apat lima limang anim pito pitong walo walong"
    " siyam sampu daan raan sandaan siyamnapu walumpu pitumpu animnapu limampu apatnapu tatlumpu"
    " dalawampu",
}
_UNSPACED = {
    "ja": "〇零一二三四五六七八九十百千壱弐参",
    "zh": "〇零一二三四五六七八九十百千两兩",
    "ko": "영일이삼사오육칠팔구십백천",
}
_THAI = ["ศูนย์", "หนึ่ง", "เอ็ด", "สอง", "ยี่", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ", "ร้อย"]
_CONNECTORS = {"and", "e", "y", "lẻ", "linh"}
_HUNDREDS = {
    *("hundred", "trăm", "ratus", "seratus", "cem", "ciento", "cento", "सय", "ရာ"),
    *("daan", "raan", "sandaan"),
}


def numbers(site: Site) -> Iterator[str]:
    """No number of three digits stands in words: nobody can type it, and it may differ."""
    for page in site.content:
        for text, lang in texts(page):
            for said in spelled(text, lang):
                yield f"{page.name}: the number {said!r} stands in words in {text.strip()[:60]!r}"


def spelled(text: str, lang: str) -> Iterator[str]:
    """The numbers from 100 up that stand in words in a text of a language, or in English."""
    for language in dict.fromkeys([lang.split("-")[0], "en"]):
        for match in _pattern(language).finditer(text) if _pattern(language) else ():
            words = re.findall(r"[^\W\d]+(?:['’]t)?", match[0].lower())
            if language in _UNSPACED or language == "th":
                yield match[0]
                continue
            counted = [word for word in words if word not in _CONNECTORS]
            if len(counted) >= 3 or (len(counted) == 2 and set(counted) & _hundreds(language)):
                yield match[0]


@cache
def _pattern(language: str) -> re.Pattern | None:
    """Numerals in a row."""
    if language in _UNSPACED:
        return re.compile(rf"[{_UNSPACED[language]}]{{3,}}")
    if language == "th":
        return re.compile(rf"(?:(?:{'|'.join(_THAI)})[\s-]*){{3,}}")
    words = _words(language)
    if not words:
        return None
    one = rf"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"
    between = rf"(?:['’]t)?[\s-]+(?:(?:{'|'.join(_CONNECTORS)})[\s-]+)?"
    if language == "my":
        between = r"[\s\u200b\u2060-]*"
        return re.compile(rf"{one}(?:{between}{one}){{2,}}")
    return re.compile(rf"\b{one}(?:{between}{one})+\b", re.IGNORECASE)


@cache
def _words(language: str) -> set[str]:
    if language in _OWN_WORDS:
        return set(_OWN_WORDS[language].split())
    if language not in _SPELLED:
        return set()
    said = " ".join(num2words(n, lang=_SPELLED[language]) for n in range(1000))
    return set(re.findall(r"[^\W\d]+", said)) - _CONNECTORS


@cache
def _hundreds(language: str) -> set[str]:
    if language not in _SPELLED:
        return _HUNDREDS
    each = {num2words(n, lang=_SPELLED[language]).split()[-1] for n in range(200, 1000, 100)}
    return _HUNDREDS | each


# What may stand between the parts of a host so that no pattern for hosts sees one.
_GAPS = r"[\s\W_]|\b(?:dot|punto|ponto|chấm|titik|tuldok|ドット|点|點|점|จุด|डट|ဒေါ့)\b"


def hosts(site: Site) -> Iterator[str]:
    """No host stands with gaps, with other full stops, or in letters that look like its own."""
    squeezed = {_squeezed(fact) for key, fact in site.guide.facts.items() if _is_host(key)}
    names = {word for fact in site.guide.facts.values() for word in re.findall(r"[a-z]{5,}", fact)}
    for page in site.content:
        for text in unmarked_texts(page):
            shown = text.strip()[:60]
            plain = _squeezed(skeleton(text))
            for host in squeezed:
                if host in plain:
                    yield f"{page.name}: {host!r} stands in disguise in {shown!r}"
            for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text)):
                if not word.isascii() and (name := skeleton(word).lower()) in names:
                    yield f"{page.name}: {word!r} only looks like {name!r}"
            if "xn--" in text.lower():
                yield f"{page.name}: a host in Punycode in {shown!r}"


def _is_host(key: str) -> bool:
    return key.endswith((".host", ".domain"))


def _squeezed(text: str) -> str:
    return re.sub(_GAPS, "", text.lower())


def skeleton(text: str) -> str:
    """The text in the Latin letters that it looks like, without what cannot be seen (UTS 39)."""
    text = unicodedata.normalize("NFKD", text)
    return "".join(_latin(one) for one in text if unicodedata.category(one) not in ("Cf", "Mn"))


@cache
def _latin(letter: str) -> str:
    if letter.isascii() or not letter.isalpha():
        return letter
    found = confusables.is_confusable(letter, greedy=True)
    for like in found[0]["homoglyphs"] if found else ():
        if like["c"].isascii() and like["c"].isalpha():
            return like["c"]
    return letter


CHECKS = [numbers, hosts]
