"""Which languages a test looks at where each costs seconds. `make test-all` looks at all.

What a script does to a page, one language of it proves. Which of the others come on top is drawn
from the test's name: the same at every run, another for another test, so that every language has
its turn somewhere (``tests/logic/test_sampling.py`` sees to it).
"""

import os
from hashlib import sha256

from site_reader import EVERY_LOCALE

EVERY = bool(os.environ.get("EVERY"))

# One language of each kind, and what a page meets in it alone.
KINDS = {
    "ja": "the source: lines break between any two letters; at the root of the site",
    "en": "Latin letters: lines break between words",
    "my": "tall letters, no blanks between words",
}

# The guide as a PDF: half a minute a language, with what reads it. All counter sheets together,
# which may have no more than two pages, take about as long.
GUIDES_OF_KINDS = {
    "ja": "the source: lines break between any two letters",
    "ne": "letters that join into glyphs, which cannot be read back",
}
GUIDES = EVERY_LOCALE if EVERY else list(GUIDES_OF_KINDS)
SHEETS = EVERY_LOCALE
PAPERS = [*(f"guide-{one}" for one in GUIDES), *(f"counter-{one}" for one in SHEETS)]

_drawn: dict[str, list[str]] = {}


def sampled(test: str, others: int = 1) -> list[str]:
    """The languages of ``KINDS``, and so many others, in the order of mkdocs.yml.

    Args:
        test: a name of its own; it decides which others.
    """
    rest = [locale for locale in EVERY_LOCALE if locale not in KINDS]
    rest.sort(key=lambda locale: sha256(f"{test} {locale}".encode()).digest())
    _drawn[test] = [locale for locale in EVERY_LOCALE if locale in {*KINDS, *rest[:others]}]
    return EVERY_LOCALE if EVERY else _drawn[test]


def drawn() -> dict[str, list[str]]:
    """What each test that was imported has drawn, by its name."""
    return dict(_drawn)
