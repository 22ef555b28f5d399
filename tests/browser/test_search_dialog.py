"""The search dialog, with keys, touch and failures."""

import pytest

BUTTON = ".search-open"
INPUT = "dialog.search input"
RESULTS = "dialog.search ol a"
STATUS = "dialog.search [role=status]"


def searched(opened, words: str):
    page = opened.page
    page.locator(BUTTON).click()
    page.locator(INPUT).fill(words)
    page.locator(RESULTS).first.wait_for()
    return page


def test_nothing_of_it_is_loaded_before_it_is_opened(open_page):
    opened = open_page("vi/network/")
    assert [url for url in opened.requests if "search" in url] == []
    opened.requests.clear()
    searched(opened, "mat khau")
    indexes = [url for url in opened.requests if url.endswith(".json")]
    assert [url.split("/mail/")[1] for url in indexes] == ["vi/search/index.json"]
    assert opened.trouble == []


@pytest.mark.parametrize("size", ["narrow", "phone", "pc"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_result_leads_to_the_step(size, scheme, open_page, base):
    opened = open_page("en/settings/", size, color_scheme=scheme)
    page = searched(opened, "reboot")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for target in page.locator(".search-open, dialog.search button, dialog.search a:visible").all():
        box = target.bounding_box()
        assert min(box["width"], box["height"]) >= 44
    assert page.locator(STATUS).inner_text().startswith("Results: ")
    page.locator(RESULTS).first.click()
    page.wait_for_url(base + "en/network/#restart")
    assert opened.trouble == []


def test_with_keys_alone(open_page):
    page = open_page("en/network/", "pc").page
    page.keyboard.press("/")
    page.locator(INPUT).wait_for()
    page.keyboard.type("587")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('dialog.search ol li:first-child a')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Escape")
    # A browser tells that a dialog was closed a moment later.
    page.locator(f"{BUTTON}:focus").wait_for()
    assert not page.locator("dialog.search").is_visible()


def test_enter_opens_the_first_result_on_the_same_page(open_page):
    page = searched(open_page("en/network/", "pc"), "3072")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/network/#restart")
    assert not page.locator("dialog.search").is_visible()


def test_a_click_beside_it_and_the_button_close_it(open_page):
    page = searched(open_page("en/", "pc"), "wifi")
    page.mouse.click(5, 5)
    assert not page.locator("dialog.search").is_visible()
    page.locator(BUTTON).click()
    page.locator(".search__close").click()
    assert not page.locator("dialog.search").is_visible()


def test_a_kana_keyboard_finds_kanji_while_it_composes(open_page):
    opened = open_page("", "phone")
    page = opened.page
    page.locator(BUTTON).click()
    page.locator(f"{INPUT}:focus").wait_for()
    keyboard = page.context.new_cdp_session(page)
    for text in ("せ", "せつ", "せつぞ", "せつぞく"):
        length = {"selectionStart": len(text), "selectionEnd": len(text)}
        keyboard.send("Input.imeSetComposition", {"text": text, **length})
    page.locator(f"{RESULTS} mark", has_text="接続").first.wait_for()
    keyboard.send("Input.insertText", {"text": "せつぞく"})
    assert page.locator(INPUT).input_value() == "せつぞく"


@pytest.mark.parametrize("words", ["ζζζζ", "WhatsApp backup"])
def test_it_says_when_it_has_no_answer_and_where_to_go_on(words, open_page):
    page = searched(open_page("en/", "pc"), "wifi")
    page.locator(INPUT).fill(words)
    page.locator(STATUS, has_text="This guide does not have an answer to that").wait_for()
    links = page.locator(RESULTS).evaluate_all("all => all.map((a) => a.href.split('/en/')[1])")
    assert links == ["#top", "errors/#top", "still-failing/#ask-support"]
    page.locator(INPUT).press("Enter")
    assert page.evaluate("document.activeElement.matches('dialog.search ol li:first-child a')")
    page.locator(INPUT).fill("")
    page.locator(STATUS, has_not_text="guide").wait_for()


def test_enter_shows_a_step_that_erases_before_it_opens_it(open_page):
    page = searched(open_page("en/network/", "pc"), "delete account")
    first = page.locator(RESULTS).first
    assert "8052" in first.inner_text()
    assert "does not come back" in first.locator(".search__cost--erases").inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('dialog.search ol li:first-child a')")
    assert page.url.endswith("/en/network/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/still-failing/#set-up-again")


def test_keys_of_an_input_method_neither_close_nor_open(open_page):
    page = searched(open_page("en/network/", "pc"), "reboot")
    # While it composes, and as Safari tells of the key that ended the composition.
    for key in ("Escape", "Enter"):
        for composing in ({"isComposing": True}, {"keyCode": 229}):
            let_through = page.locator(INPUT).evaluate(
                """(input, [key, composing]) => input.dispatchEvent(
                  new KeyboardEvent("keydown", {
                    key, bubbles: true, cancelable: true, ...composing,
                  }))""",
                [key, composing],
            )
            assert not let_through
            assert page.locator("dialog.search").is_visible()
    page.locator(INPUT).evaluate("input => input.dispatchEvent(new Event('compositionstart'))")
    cancel = "dialog => dialog.dispatchEvent(new Event('cancel', { cancelable: true }))"
    assert page.locator("dialog.search").evaluate(cancel) is False
    page.locator(INPUT).evaluate("input => input.dispatchEvent(new Event('compositionend'))")
    page.keyboard.press("Escape")
    assert not page.locator("dialog.search").is_visible()


def test_without_its_index_it_says_so_and_tries_again(open_page):
    opened = open_page("en/", "pc")
    page = opened.page
    page.route("**/search/index.json", lambda route: route.abort())
    page.locator(BUTTON).click()
    page.locator(".search__failed").wait_for()
    assert page.locator(".search__failed a").first.get_attribute("href").endswith("s/#en")
    page.unroute("**/search/index.json")
    page.locator(INPUT).fill("wifi")
    page.locator(RESULTS).first.wait_for()
    assert not page.locator(".search__failed").is_visible()


def test_without_its_script_it_says_so(open_page):
    page = open_page("en/", "pc").page
    page.route("**/search_engine.js", lambda route: route.abort())
    page.locator(BUTTON).click()
    page.locator(".search__failed").wait_for()


def test_without_javascript_there_is_no_button(open_page):
    page = open_page("en/", "pc", java_script_enabled=False).page
    assert not page.locator(BUTTON).is_visible()
    assert not page.locator("dialog.search").is_visible()
