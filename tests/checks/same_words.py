"""A button or a heading that says the same in two languages was left in one of them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from site_reader import Site, anchor_of

# Words that languages share, and which do: names, and what one has borrowed from the other.
_FILIPINO_AND_ENGLISH = (
    "authentication",
    "chapter",
    "encryption",
    "error message",
    "incoming encryption",
    "incoming mail server (imap)",
    "incoming port",
    "incoming server",
    "mail, step",
    "menu path",
    "outgoing encryption",
    "outgoing mail server (smtp)",
    "outgoing port",
    "outgoing server",
    "password",
    "setting",
    "step",
    "user name",
    "value",
)
ALLOWED: dict[str, set[str]] = {
    # Names
    "sb mail": {"en", "vi", "tl"},
    # Computer words that Filipino and Indonesian borrow from English
    "port": {"en", "id", "tl"},
    "server": {"en", "id", "tl"},
    **{word: {"en", "tl"} for word in _FILIPINO_AND_ENGLISH},
    # Written with the same characters in Japanese and Chinese
    "症状": {"ja", "zh"},
    "版": {"ja", "zh", "zh-TW"},
    "項目": {"ja", "zh-TW"},
    "設定": {"ja", "ja-easy", "zh-TW"},
    # "o" is "or" in both
    "imap o smtp": {"es", "tl"},
}
# What is no translator's word, or iOS' own.
_NOT_OURS = ("ios", "ios_messages", "ios_inferred", "ios_from", "companions")
# Editions of one language, and two that share most of their words.
_ALIKE = [{"ja", "ja-easy"}, {"zh", "zh-TW"}, {"es", "pt-BR"}]
_VARIABLE = re.compile(r"\{+.*?\}+|\biOS\b|\biPhone\b")
_LETTERS = re.compile(r"[^\W\d_]")


def strings(site: Site) -> Iterator[str]:
    """No two languages have the same words for one string of strings.yml."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for locale in site.locales:
        for key, text in _leaves(site.guide.strings[locale].model_dump(exclude=set(_NOT_OURS))):
            said[key][locale] = text
    for key, texts in said.items():
        yield from (f"strings.yml: {line} for {key}" for line in _same(texts))


def headings(site: Site) -> Iterator[str]:
    """No two languages have the same heading."""
    for slug in dict.fromkeys(page.slug for page in site.content):
        said: dict[str, dict[str, str]] = defaultdict(dict)
        for locale in site.locales:
            for heading in site.page(locale, slug).select_in_article("h1, h2, h3"):
                if not heading.select_one("[data-label], .ios-label, var, [lang], [data-fact]"):
                    said[anchor_of(heading) or ""][locale] = "".join(
                        str(part) for part in heading.find_all(string=True, recursive=False)
                    )
        for anchor, texts in said.items():
            yield from (f"{slug}#{anchor}: {line}" for line in _same(texts))


def _same(texts: dict[str, str]) -> Iterator[str]:
    shown: dict[str, list[str]] = defaultdict(list)
    for locale, text in texts.items():
        plain = " ".join(_VARIABLE.sub(" ", text).split()).casefold()
        if _LETTERS.search(plain):
            shown[plain].append(locale)
    for text, locales in shown.items():
        alike = [*_ALIKE, ALLOWED.get(text, set())]
        if len(locales) > 1 and not any(set(locales) <= each for each in alike):
            yield f"{', '.join(locales)} all say {text!r}"


def _leaves(data: dict, prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{key}.")
        elif isinstance(value, str) and key != "kind":
            yield f"{prefix}{key}", value


CHECKS = [strings, headings]
