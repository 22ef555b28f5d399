"""Every QR code can be read by a program that did not draw it, and leads to the right address."""

import pytest
from paper_reader import MM, codes
from sampling import GUIDES, SHEETS
from site_build import SITE_URL


@pytest.mark.parametrize("locale", GUIDES)
def test_each_step_of_the_guide_has_its_code(locale, paper, site):
    book = paper[f"guide-{locale}"]
    found = {}
    for number, text in enumerate(book.texts):
        picture = book.picture(number)
        for code in codes(picture):
            assert code.text not in found
            found[code.text] = text
            _well_drawn(picture, code)
    home = SITE_URL + site.home(locale)
    addresses = {
        f"{SITE_URL}s/{step.code}/#{locale}": step.code for step in site.guide.steps.active()
    }
    assert found.keys() == {home, *addresses}
    for address, step in addresses.items():
        assert step in found[address]


@pytest.mark.parametrize("locale", SHEETS)
def test_each_chapter_on_the_counter_sheet_has_its_code(locale, paper, site):
    sheet = paper[f"counter-{locale}"]
    found = []
    for number in range(len(sheet.texts)):
        picture = sheet.picture(number)
        for code in codes(picture):
            found.append(code.text)
            _well_drawn(picture, code)
    home = SITE_URL + site.home(locale)
    chapters = [
        home if chapter == "index" else f"{home}{chapter}/" for chapter in site.guide.steps.chapters
    ]
    assert sorted(found) == sorted([f"{SITE_URL}s/#{locale}", *chapters])


def _well_drawn(picture, code) -> None:
    """Modules of at least half a millimetre, and four of them white on every side."""
    assert code.module / MM >= 0.49, code
    margin = 3.7 * code.module
    outer = picture.crop(
        (code.left - margin, code.top - margin, code.right + margin, code.bottom + margin)
    )
    inner = round(margin - code.module * 0.6)
    width, height = outer.size
    outer.paste(255, (inner, inner, width - inner, height - inner))
    assert outer.getextrema()[0] > 200, f"{code.text}: its margin is not white"
