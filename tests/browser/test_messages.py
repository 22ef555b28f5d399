"""The page of messages: a title to tap, the rest in a fold. Some seconds in all."""

import pytest

# The open messages, and how far below the bar the title of the first one is.
_OPEN = """() => {
  const open = [...document.querySelectorAll(".message[open]")];
  const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
  const top = open[0]?.querySelector("h3").getBoundingClientRect().top;
  return [open.map((one) => one.querySelector("[id]").id), top - bar];
}"""
# The part of what an older browser does by itself.
_AS_OLD = "addEventListener('click', (event) => event.preventDefault(), { capture: true })"


def _shows(page, anchor: str, room: int = 40) -> None:
    """One message is open, its title at the top of the screen, or at least on it."""
    page.wait_for_function(f"([anchor]) => ({_OPEN})()[0].includes(anchor)", arg=[anchor])
    ids, below = page.evaluate(_OPEN)
    assert ids == [anchor]
    assert 0 <= below < room


def _link(page, anchor: str):
    """A link to a message at the top of the page."""
    page.evaluate(
        "(to) => document.querySelector('h1').append(Object.assign(document.createElement('a'), "
        "{ href: to, textContent: to }))",
        f"#{anchor}",
    )
    return page.locator("h1 a")


@pytest.mark.parametrize("script", [True, False], ids=["with", "without"])
def test_a_link_opens_its_message(script, open_page, site, base):
    address = site.page("en", "errors").url
    opened = open_page(f"{address}#refused", java_script_enabled=script)
    page = opened.page
    _shows(page, "refused")
    if not script:
        return
    # Closed, and led to again by the same link.
    link = _link(page, "refused")
    page.locator(".message[open] summary").click()
    assert page.evaluate(_OPEN)[0] == []
    link.click()
    _shows(page, "refused")
    page.locator(".message[open] summary").click()
    page.goto(f"{base}{address}#cannot-send-mail")
    _shows(page, "cannot-send-mail")
    page.locator(".message[open] summary").click()
    page.go_back()
    _shows(page, "refused")
    assert opened.trouble == []


def test_a_script_opens_it_where_the_browser_does_not(open_page, site):
    page = open_page(site.page("en", "errors").url).page
    link = _link(page, "refused")
    page.evaluate(_AS_OLD)
    page.evaluate("history.replaceState(null, '', '#refused')")
    assert page.evaluate(_OPEN)[0] == []
    page.evaluate("dispatchEvent(new HashChangeEvent('hashchange'))")
    _shows(page, "refused")
    page.evaluate("document.querySelector('.message[open]').open = false")
    link.click()
    _shows(page, "refused")


def test_who_comes_back_finds_the_message_open_that_was_tapped(open_page, site, base):
    address = site.page("en", "errors").url
    page = open_page(address).page
    page.locator(".message:has(#account-error) summary").click()
    assert page.evaluate(_OPEN)[0] == ["account-error"]
    assert page.url == f"{base}{address}#account-error"
    other = page.locator(".languages a[data-locale=ja]")
    assert other.get_attribute("href") == f"{base}errors/#account-error"
    page.locator(".message[open] .step-link").first.click()
    page.wait_for_url(f"{base}en/*/**")
    page.go_back()
    # Where it was: a browser scrolls back by itself.
    _shows(page, "account-error", room=700)
    page.locator(".languages summary").click()
    other.click()
    page.wait_for_url(f"{base}errors/#account-error")
    _shows(page, "account-error")


def test_before_one_opens_there_are_titles_headings_and_warnings(open_page, site):
    page = open_page(site.page("ja", "errors").url, java_script_enabled=False).page
    seen = page.evaluate("""() => [...document.querySelectorAll("article *")]
      .filter((one) => one.closest(".message") && one.checkVisibility({
        contentVisibilityAuto: true, visibilityProperty: true }))
      .map((one) => one.localName)""")
    assert {*seen} <= {"details", "summary", "h3", "span", "var"}
    assert page.locator(".caution").first.is_visible()
    titles = page.locator(".message h3").all_inner_texts()
    assert len(titles) == len(site.guide.errors.errors)
    assert all(titles)
