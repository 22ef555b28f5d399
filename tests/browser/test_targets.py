"""What a finger meets is large enough, in what opens; test_every_page.py has the pages."""

import pytest
from browser.desk import choose
from browser.targets import MAIN_WAY, SMALL

# What the small pages of /s/ have of it.
FORM = "form :is(button, input)"


@pytest.mark.parametrize("locale", ["ja", "en", "ja-easy", "my", "vi"])
def test_targets_of_the_menus(locale, open_page, site):
    page = open_page(site.page(locale, "network").url).page
    for fold in (".menu", ".languages"):
        page.locator(f"{fold} summary").click()
        assert page.evaluate(SMALL, [MAIN_WAY, fold]) == [], fold
        page.keyboard.press("Escape")


def test_targets_of_the_tools_and_of_step_pages(open_page, base):
    opened = open_page("en/support-desk/")
    page = opened.page
    choose(page, "3046")
    page.locator(".desk__texts pre").first.wait_for()
    assert page.evaluate(SMALL, [MAIN_WAY, "body"]) == []
    page.evaluate("localStorage.setItem('guide-tried', '{\"3046\": 2}')")
    for address in ("en/report/", "s/#en", "s/3046/#my"):
        opened.go_to(base + address)
        assert page.evaluate(SMALL, [FORM if "s/" in address else MAIN_WAY, "body"]) == [], address
    opened = open_page("", locale="vi-VN")
    opened.page.locator("[data-offer]:visible").wait_for()
    assert opened.page.evaluate(SMALL, [MAIN_WAY, "body"]) == []
