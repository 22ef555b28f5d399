"""Pages in WebKit, at a phone's width: `make test-all` opens each of every language.

`make test` opens those that readers meet first, in the languages of ``sampling.KINDS``; the others
are on the main way. A page costs half a second.
"""

import os
import shutil

import pytest
from browser.layout import BROKEN, CUT, OPEN_MESSAGES, OVERFLOWING, SIDEWAYS
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
        if page.slug != "404" and (EVERY or page.slug in FIRST):
            wrong += _wrong(phone, page)
    assert wrong == []


def test_what_is_wrong_is_seen(phone, site, tmp_path):
    """A drawing without a frame, a value in two lines, and scripts that are not there. 3 s."""
    page = site.page("en", "settings")
    shutil.copytree(site.folder, tmp_path / "site", copy_function=os.symlink)
    wide = '<p><svg width="900" height="9"></svg></p>'
    port = f'<p><b data-fact="imap.port">{"9 " * 60}</b></p>'
    html = page.html.replace("<h2", f"{wide}{port}<h2", 1)
    html = html.replace('type="module" src', 'type="none" src')
    broken = tmp_path / "site" / page.url / "index.html"
    broken.unlink()
    broken.write_text(html, encoding="utf-8")
    phone, _ = phone(tmp_path / "site")
    kinds = {line.split(": ")[1] for line in _wrong(phone, page)}
    assert kinds == {"sideways", "over", "broken", "the scripts did not run"}


def _wrong(phone, page) -> list[str]:
    """What is wrong with a page: lines such as ``en/index: over: P.: …``."""
    phone.open(page.url)
    phone.run(f"() => {{ {OPEN_MESSAGES} }}")
    found = [f"{page.name}: {kind}: {line}" for kind in LAYOUT for line in phone.run(LAYOUT[kind])]
    return [*found, f"{page.name}: the scripts did not run"] if phone.run(HIDDEN) else found
