"""The first page offers the browser's language in one line; the choice is remembered."""

import pytest

# What a browser says, and the edition that fits.
BROWSERS = {
    "vi-VN": "vi",
    "en-US": "en",
    "zh-CN": "zh",
    "zh-Hans-JP": "zh",
    "zh-TW": "zh-TW",
    "zh-HK": "zh-TW",
    "ko-KR": "ko",
    "ne-NP": "ne",
    "id-ID": "id",
    "pt-BR": "pt-BR",
    "pt-PT": "pt-BR",
    "my-MM": "my",
    "fil-PH": "tl",
    "th-TH": "th",
    "es-419": "es",
}


@pytest.mark.parametrize("tag", BROWSERS)
def test_it_is_offered_and_never_forced(tag, open_page, site, base):
    locale = BROWSERS[tag]
    page = open_page("", locale=tag).page
    assert page.url == base
    offer = page.locator("[data-offer]:visible")
    assert offer.count() == 1
    assert offer.get_attribute("lang") == site.guide.strings[locale].html_lang
    box = offer.bounding_box()
    assert box["y"] + box["height"] <= page.viewport_size["height"]
    assert box["height"] < 60
    offer.locator("a").click()
    page.wait_for_url(base + site.home(locale))
    assert page.locator("[data-offer]:visible").count() == 0


@pytest.mark.parametrize("size", ["narrow", "phone", "pc"])
def test_nothing_lies_over_it(size, open_page):
    """Nor over its first letter, where the menu stands beside the text."""
    link = open_page("", size, locale="en-US").page.locator("[data-offer]:visible a")
    assert link.evaluate("""link => {
        const { left, right, top, bottom } = link.getBoundingClientRect();
        return [left + 1, right - 1].every(x =>
            link.contains(document.elementFromPoint(x, (top + bottom) / 2)));
    }""")


@pytest.mark.parametrize("tag", ["ja-JP", "de-DE"])
def test_a_reader_of_japanese_or_of_no_language_here_is_asked_nothing(tag, open_page, base):
    page = open_page("", locale=tag).page
    assert page.url == base
    assert page.locator("[data-offer]:visible").count() == 0


def test_a_choice_is_remembered(open_page, base):
    """Chosen on any page, it is offered on the first one, before the phone’s own."""
    page = open_page("network/", locale="en-US").page
    page.locator(".languages summary").click()
    page.locator(".languages a[data-locale=ne]").click()
    page.wait_for_url(base + "ne/network/")
    page.goto(base)
    assert page.locator("[data-offer]:visible").get_attribute("lang") == "ne"


def test_an_offer_that_was_closed_does_not_come_back(open_page, base):
    page = open_page("", locale="vi-VN").page
    page.locator("[data-offer]:visible button").click()
    assert page.locator("[data-offer]:visible").count() == 0
    page.reload()
    assert page.locator("[data-offer]:visible").count() == 0


def test_without_javascript_nothing_is_offered_and_the_menu_works(open_page, base):
    page = open_page("", locale="th-TH", java_script_enabled=False).page
    assert page.locator("[data-offer]:visible").count() == 0
    page.locator(".languages summary").click()
    page.locator(".languages a[data-locale=th]").click()
    assert page.url == base + "th/"
