"""Pages in WebKit, at a phone's width: `make test-all` opens each of every language.

`make test` opens those that readers meet first, in the languages of ``sampling.KINDS``; the others
are on the main way. A page costs half a second.
"""

import pytest
from browser.layout import BROKEN, CUT, OVERFLOWING, SIDEWAYS
from sampling import EVERY, KINDS
from site_reader import LOCALES

FIRST = ("index", "errors", "manual-setup")
LAYOUT = {"sideways": SIDEWAYS, "over": OVERFLOWING, "broken": BROKEN, "cut": CUT}

# What scripts show.
HIDDEN = """() => [...document.querySelectorAll(".search-open, button.copy[data-copy]")]
  .some((one) => one.hidden)"""


@pytest.mark.parametrize("locale", LOCALES if EVERY else list(KINDS))
def test_pages_are_whole(locale, phone, site):
    """Nothing runs over; the scripts run: the search and the copy buttons are there."""
    phone, _ = phone(site.folder)
    wrong = []
    for page in site.of(locale):
        if page.slug == "404" or not (EVERY or page.slug in FIRST):
            continue
        phone.open(page.url)
        wrong += [
            f"{page.name}: {kind}: {line}" for kind in LAYOUT for line in phone.run(LAYOUT[kind])
        ]
        if phone.run(HIDDEN):
            wrong.append(f"{page.name}: the scripts did not run")
    assert wrong == []
