"""What readers do: copy a value, change the language, and walk the main way."""

import pytest
from browser.conftest import SIZES
from browser.layout import OPEN_MESSAGES
from sampling import sampled

# Keeps what a button says, which it says for two seconds only.
LISTEN = """button => {
  button.said = [];
  new MutationObserver(() => button.said.push(button.innerText))
    .observe(button, { childList: true, characterData: true, subtree: true });
}"""


@pytest.mark.parametrize(("locale", "size"), [("ja", "phone"), ("en", "pc")])
def test_each_button_copies_exactly_its_fact(locale, size, open_page, site):
    for slug in ("settings", "manual-setup", "ssl-check"):
        page = open_page(site.page(locale, slug).url, size).page
        # A button says for two seconds that it has copied: time stands still meanwhile.
        page.clock.install(time=0)
        page.clock.pause_at(1000)
        buttons = page.locator("button.copy[data-copy]")
        assert buttons.count() >= 3
        for index in range(buttons.count()):
            button = buttons.nth(index)
            fact = button.locator("xpath=preceding-sibling::*[@data-fact][1]")
            page.evaluate("navigator.clipboard.writeText('before')")
            button.evaluate(LISTEN)
            button.click()
            page.wait_for_function(
                "() => navigator.clipboard.readText().then(text => text !== 'before')"
            )
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied == fact.inner_text()
            assert copied == site.guide.facts[fact.get_attribute("data-fact")]
            page.wait_for_function("button => button.said.length", arg=button.element_handle())
            said = button.evaluate("button => button.said.join()")
            assert site.guide.strings[locale].ui["copied"] in said


@pytest.mark.parametrize("size", SIZES)
def test_changing_the_language_keeps_the_page_and_the_step(size, open_page, site, base):
    step = "3046"
    page = open_page(f"network/#{step}", size).page
    for locale in ("en", "my", "zh-TW", "ja-easy", "ja"):
        page.locator(".languages summary").click()
        page.locator(f".languages a[data-locale={locale}]").click()
        page.wait_for_url(f"{base}{site.home(locale)}network/#{step}")
        # In view once the browser has gone to the anchor.
        in_view = "id => Math.abs(document.getElementById(id).getBoundingClientRect().top) < 200"
        page.wait_for_function(in_view, arg=step, timeout=5000)
        assert page.locator("html").get_attribute("lang") == site.guide.strings[locale].html_lang


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_first_screen_of_a_phone_shows_every_choice(locale, open_page, site):
    """In the source language and in a Latin script; half a second each."""
    page = open_page(site.home(locale)).page
    bottoms = page.locator(".start a").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().bottom)"
    )
    assert bottoms
    assert max(bottoms) <= page.viewport_size["height"]


@pytest.mark.parametrize("locale", sampled("the main way by touch", 3))
def test_the_main_way_by_touch(locale, open_page, site, base):
    page = open_page(site.home(locale)).page
    page.locator(".start a[href*='errors']").tap()
    page.wait_for_url("**/errors/")
    page.locator(".message:has(#cannot-connect-ssl) > summary").tap()
    page.locator("#cannot-connect-ssl ~ ul a.step-link[data-to='3046']").first.tap()
    page.wait_for_url("**/network/#another-network")
    assert page.locator("[id='3046']").is_visible()
    page.locator(".onward a[href*='settings']").tap()
    page.wait_for_url(f"{base}{site.home(locale)}settings/")
    assert page.locator("table.settings").is_visible()


@pytest.mark.parametrize("locale", ["ja", "my"])
def test_the_main_way_by_keyboard(locale, open_page, site, base):
    page = open_page(site.home(locale), "pc").page
    _tab_to(page, ".start a[href*='errors']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/errors/")
    _tab_to(page, ".message:has(#cannot-connect-ssl) > summary")
    page.keyboard.press("Enter")
    _tab_to(page, "a.step-link[data-to='3046']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/network/#another-network")
    _tab_to(page, ".onward a[href*='settings']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}{site.home(locale)}settings/")
    _tab_to(page, "button.copy[data-copy]")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => document.querySelector('button.copy').classList.contains('copy--done')"
    )


def _tab_to(page, selector: str) -> None:
    """Presses Tab until the element has the focus, and sees that the focus can be seen."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert style != "none", f"the focus on {selector} cannot be seen"
            return
    raise AssertionError(f"Tab never reaches {selector}")


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_browsers_own_search_finds_each_message(locale, open_page, site):
    """In its fold, which Chromium opens itself; in the language of other phones, too."""
    page = open_page(site.page(locale, "errors").url).page
    page.evaluate(OPEN_MESSAGES)
    for language in ("ja", "en"):
        for error in site.guide.errors.errors:
            message = site.guide.message(error.messages[0], language)
            longest = max(message.replace("}", "{").split("{")[::2], key=len)
            assert page.evaluate("text => document.body.innerText.includes(text)", longest.strip())
