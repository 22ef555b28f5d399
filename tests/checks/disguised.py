"""Numbers and hosts in another guise: in words, in other scripts' letters, with gaps, look-alikes.

``facts`` finds what is written as a host or a port is; a translator or a forger may write it
otherwise.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from confusable_homoglyphs import confusables
from site_reader import Site

from checks.facts import unmarked_texts
from checks.languages import texts
from checks.numerals import spelled


def numbers(site: Site) -> Iterator[str]:
    """No number of three digits stands in words: nobody can type it, and it may differ."""
    for page in site.content:
        for text, lang in texts(page):
            for said in spelled(text, lang):
                yield f"{page.name}: the number {said!r} stands in words in {text.strip()[:60]!r}"


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
