"""The iOS version is asked once, and every path shows it. Some seconds in all."""

import pytest

TAB = "[data-place='{}'] .tabbed-labels label:nth-child({})"


def _shown(page, place: str) -> list[str]:
    """The keys of the labels that are seen of the first path to a place."""
    way = page.locator(f"[data-place='{place}']").first
    return way.locator(".tabbed-block:visible li").evaluate_all(
        "rows => rows.map(row => row.dataset.label)"
    )


def test_choosing_a_version_chooses_it_everywhere(open_page, base):
    opened = open_page("en/manual-setup/")
    page = opened.page
    assert "apps" in _shown(page, "add-account")
    page.locator(TAB.format("outgoing-server", 2)).first.click()
    # On this page, in the fold for a phone in Japanese, on another page, and where ranges differ.
    assert _shown(page, "add-account")[:3] == ["settings", "mail", "accounts"]
    page.locator("[data-place='add-account'] summary").click()
    assert _shown(page, "add-account").count("accounts") == 2
    opened.go_to(base + "network/")
    assert "transfer-or-reset" not in _shown(page, "settings-mail-accounts")
    opened.go_to(base + "still-failing/")
    assert _shown(page, "safari-data") == ["settings", "safari", "clear-history"]
    assert "transfer-or-reset" in _shown(page, "reset-all")
    assert page.evaluate("({...localStorage})") == {"guide-ios": "17"}
    assert opened.trouble == []


def test_the_place_that_was_touched_stays(open_page):
    page = open_page("es/ssl-check/").page
    tab = page.locator(TAB.format("incoming-server", 3)).last
    tab.scroll_into_view_if_needed()
    before = tab.bounding_box()["y"]
    tab.click()
    assert abs(tab.bounding_box()["y"] - before) < 2


@pytest.mark.parametrize(("version", "shown"), [("13_7", 3), ("16_1", 2), ("18_6", 1)])
def test_before_a_choice_it_is_the_phones_own(version, shown, open_page):
    agent = f"Mozilla/5.0 (iPhone; CPU iPhone OS {version} like Mac OS X) Safari/604"
    page = open_page("en/password/", user_agent=agent).page
    tab = page.locator(f".tabbed-set > input:nth-of-type({shown})").first
    assert tab.is_checked()


def test_without_a_script_the_newest_is_open_and_the_others_can_be(open_page):
    page = open_page("password/", java_script_enabled=False).page
    assert "apps" in _shown(page, "account")
    page.locator(TAB.format("account", 3)).first.click()
    assert "passwords-accounts" in _shown(page, "account")


def test_by_key(open_page):
    page = open_page("ne/password/").page
    page.locator("[data-place='account'] input").first.focus()
    page.keyboard.press("ArrowRight")
    assert "accounts" in _shown(page, "account")
    label = page.locator(TAB.format("account", 2)).first
    assert label.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
