"""An agent copies what to send, right beside the step."""

import json

import pytest
from browser.conftest import SIZES
from sampling import sampled

# Whether a text is on the page, whatever readings the edition in easy Japanese puts into it.
SAYS = r"text => document.body.innerText.replace(/\([ぁ-ゖー]+\)/g, '').includes(text)"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", sampled("send a step", 3))
def test_each_button_copies_its_text(locale, size, open_page, site, base):
    opened = open_page(f"{site.home(locale)}network/#3046", size)
    page = opened.page
    step = page.locator("[id='3046']")
    step.locator(".send summary").click()
    written = (site.folder / "s/3046/messages.json").read_text(encoding="utf-8")
    expected = {"link": f"{base}s/3046/#{locale}", **json.loads(written)[locale]}
    for what, text in expected.items():
        step.locator(f"[data-send={what}]").click()
        page.wait_for_function(
            "text => navigator.clipboard.readText().then(copied => copied === text)", arg=text
        )
    assert opened.trouble == []


@pytest.mark.parametrize("locale", sampled("send a step, no network"))
def test_without_a_network_it_says_so_and_the_link_can_be_copied(locale, open_page, site):
    page = open_page(f"{site.home(locale)}network/#3046").page
    page.context.set_offline(True)
    step = page.locator("[id='3046']")
    step.locator(".send summary").click()
    failed = site.guide.strings[locale].ui["copy_failed"]
    page.wait_for_function(SAYS, arg=failed)
    assert step.locator("[data-send=link]").is_visible()
    assert not step.locator("[data-send=ticket]").is_visible()
    page.context.set_offline(False)
    step.locator(".send summary").click()
    step.locator(".send summary").click()
    step.locator("[data-send=ticket]").wait_for()
    page.wait_for_function(f"text => !({SAYS})(text)", arg=failed)


def test_without_javascript_the_link_is_there(open_page, site, base):
    page = open_page("en/network/", java_script_enabled=False).page
    page.locator("[id='3046'] .send summary").click()
    page.locator("[id='3046'] .send a").click()
    page.wait_for_url(f"{base}s/3046/#en")
    assert page.locator("main > section#en h2").is_visible()
    assert not page.locator("main > section#ja").is_visible()


def test_a_page_that_has_moved_keeps_the_step(open_page, site, base, tmp_path, browser):
    """The script of the redirect, on a page of its own."""
    from guide.page.render import moved_page

    html = moved_page(site.guide, "en", "network", f"{base}en/network/", f"{base}en/network/")
    page = browser.new_page()
    page.route("**/old/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{base}old/#3046")
    page.wait_for_url(f"{base}en/network/#3046")
    page.close()
