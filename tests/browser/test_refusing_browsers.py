"""Browsers that refuse to copy or to keep, taps in quick succession, marks that are damaged."""

import pytest
from browser.conftest import SIZES
from browser.storage import NO_STORAGE, page_without_storage

WORD = "button.copy[data-copy] .copy__text"
MARK = "[data-tried='3046'] label:nth-of-type(3)"


COUNT_WRITES = """() => {
  const write = navigator.clipboard.writeText.bind(navigator.clipboard);
  window.written = 0;
  navigator.clipboard.writeText = async (text) => { await write(text); written += 1; };
}"""


def test_a_second_tap_does_not_leave_copied_for_good(open_page, site):
    page = open_page("en/settings/").page
    words = site.guide.strings["en"].ui
    button, word = page.locator("button.copy[data-copy]").first, page.locator(WORD).first
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.evaluate(COUNT_WRITES)
    for tap in (1, 2):
        button.click()
        # The button looks the same after the second tap: what was written tells them apart.
        page.wait_for_function("tap => written === tap", arg=tap)
        page.clock.run_for(500)
        assert word.text_content() == words["copied"]
    page.clock.run_for(1600)
    assert word.text_content() == words["copy"]
    assert page.locator("#said").text_content() == ""


def test_a_refused_copy_says_so(open_page, site):
    opened = open_page("en/settings/")
    page = opened.page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    page.locator("button.copy[data-copy]").first.click()
    refused = site.guide.strings["en"].ui["copy_refused"]
    page.wait_for_function("w => document.getElementById('said').textContent === w", arg=refused)
    assert not page.locator(".copy--done").count()
    assert opened.trouble == []


@pytest.mark.parametrize("way", NO_STORAGE)
def test_marks_that_cannot_be_kept_are_shown_and_said_to_be_lost(way, browser, base, site):
    with page_without_storage(browser, way) as (page, trouble):
        page.goto(base + "en/report/")
        page.locator(".tried-list > summary").click()
        page.locator(MARK).click()
        page.locator(".tried-summary__some").wait_for()
        assert "3046" in page.locator(".tried-summary section").first.inner_text()
        assert page.get_by_text(site.guide.strings["en"].ui["tried_lost"]).is_visible()
        page.goto(base + "en/network/")
        page.locator("[id='3046'] .result summary").click()
        page.locator(MARK).first.click()
        assert trouble == []


def test_where_marks_are_kept_nothing_is_said_to_be_lost(open_page):
    page = open_page("en/report/").page
    page.locator(".tried-summary:not([hidden])").wait_for()
    assert not page.locator(".tried-summary__lost").is_visible()


@pytest.mark.parametrize(
    "kept",
    ["5", '"abc"', "[1, 2]", "null", "{", '{"3046": 9}', '{"3046": "2", "x": 1, "7034": {}}'],
)
def test_damaged_marks_are_none(kept, open_page):
    opened = open_page("en/report/")
    page = opened.page
    page.evaluate("kept => localStorage.setItem('guide-tried', kept)", kept)
    opened.go_to(page.url)
    page.locator(".tried-summary__none").wait_for()
    text = page.locator("main").inner_text()
    assert "undefined" not in text
    assert "NaN" not in text
    page.locator(".tried-list > summary").click()
    page.locator(MARK).click()
    page.locator(".tried-summary [data-do=erase]").wait_for()
    assert opened.trouble == []


# iOS enlarges the page when a field with smaller letters is touched.
SMALL = """() => [...document.querySelectorAll(
    "select, textarea, input:not([type=checkbox], [type=radio])")]
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 16)
  .map(e => `${e.tagName} ${getComputedStyle(e).fontSize}`)"""


@pytest.mark.parametrize("size", SIZES)
def test_fields_have_letters_of_16_px(size, open_page, base):
    opened = open_page("en/support-desk/", size)
    opened.page.locator(".search-open").click()
    opened.page.locator("dialog.search[open]").wait_for()
    assert opened.page.evaluate(SMALL) == []
    opened.go_to(base + "s/#en")
    assert opened.page.evaluate(SMALL) == []


@pytest.mark.parametrize("typed", ["၃၀၄၆", "३०४६", "３０４６", "๓๐๔๖", "30 46"])
def test_a_code_may_be_written_in_any_digits(typed, open_page):
    page = open_page("s/#en").page
    page.locator("#code-en").fill(typed)
    page.locator("#en button").click()
    page.wait_for_url("**/s/3046/#en")


def test_the_desk_reads_any_digits(open_page):
    page = open_page("en/support-desk/").page
    ascii_digits = page.evaluate(
        """async () => {
          const file = document.querySelector("script[src$='desk.js']").src;
          return (await import(new URL("tried.js", file))).encode({ "3046": 2 });
        }"""
    )
    page.locator("#digits-input").fill("".join(chr(0x1040 + int(one)) for one in ascii_digits))
    page.locator(".digits button").click()
    page.locator("#digits-said li").wait_for()
    assert page.locator("#digits-said li").inner_text().startswith("3046 ")


def test_a_language_opened_in_a_new_tab_shows_the_same_step(open_page):
    page = open_page("en/network/#3046").page
    link = page.locator(".languages a[data-locale='vi']")
    page.wait_for_function("() => document.querySelector('.languages a[data-locale=vi]').hash")
    assert link.get_attribute("href").endswith("#3046")
    page.evaluate("location.hash = '#3072'")
    page.wait_for_function(
        "document.querySelector('.languages a[data-locale=vi]').hash === '#3072'"
    )
