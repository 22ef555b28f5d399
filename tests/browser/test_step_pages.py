"""/s/<code>/ as a customer opens it from a ticket."""

import pytest


@pytest.mark.parametrize(
    ("fragment", "languages", "expected"),
    [
        ("#en", "ja-JP", "en"),
        ("#ja", "en-US", "ja"),
        ("", "en-US", "en"),
        ("", "ja-JP", "ja"),
        ("", "xx", "ja"),
    ],
)
def test_it_opens_in_the_languages_of_the_link_or_the_browser(
    fragment, languages, expected, open_page
):
    opened = open_page(f"s/3046/{fragment}", locale=languages)
    assert opened.trouble == []
    assert len([url for url in opened.requests if not url.startswith("data:")]) == 1
    shown = opened.page.locator("main > section:visible")
    assert shown.count() == 1
    assert shown.get_attribute("id") == expected


def test_without_javascript_it_can_be_read_in_every_language(open_page, site):
    page = open_page("s/8047/", java_script_enabled=False).page
    assert page.locator("main > section:visible").get_attribute("id") == "ja"
    for locale in reversed(site.locales):
        page.locator(f"nav a[href='#{locale}']").click()
        assert page.locator("main > section:visible").get_attribute("id") == locale
    page = open_page("s/", java_script_enabled=False).page
    assert page.locator("main > section:visible a").count() == len(site.guide.steps.active())
    assert page.locator("form:visible").count() == 0


def test_it_leads_on_to_its_chapter_and_to_other_steps(open_page, base):
    page = open_page("s/3046/#en").page
    page.locator("section#en .otherwise a").first.click()
    page.wait_for_url(f"{base}s/3051/#en")
    page.get_by_role("link", name="Read it in its chapter").click()
    page.wait_for_url(f"{base}en/network/#3051")


@pytest.mark.parametrize("typed", ["3046", "３０４６", " 3046 ", "30-46"])
def test_a_code_typed_by_hand_opens_its_step(typed, open_page, base):
    page = open_page("s/#en").page
    page.locator("section#en input").fill(typed)
    page.locator("section#en button").click()
    page.wait_for_url(f"{base}s/3046/#en")


def test_a_misread_code_never_leads_to_another_step(open_page, base, site):
    page = open_page("s/#ja").page
    issued = {step.code for step in site.guide.steps.steps}
    for typed in ("3045", "3064", "304", "30460", "", "0000", "9999"):
        assert typed not in issued
        page.locator("section#ja input").fill(typed)
        page.locator("section#ja button").click()
        said = page.locator("section#ja output").inner_text()
        assert said == site.guide.strings["ja"].ui["code_wrong"]
        assert page.url == f"{base}s/#ja"


def test_nothing_runs_over_on_a_narrow_phone(open_page, site, base):
    opened = open_page("s/")
    opened.page.set_viewport_size({"width": 320, "height": 640})
    for code in ("", *(f"{step.code}/" for step in site.guide.steps.steps)):
        for locale in site.locales:
            opened.page.goto(f"{base}s/{code}#{locale}")
            width = opened.page.evaluate("document.documentElement.scrollWidth")
            assert width <= 320, f"/s/{code}#{locale} scrolls sideways"
            top = opened.page.evaluate("scrollY")
            assert top == 0, f"/s/{code}#{locale} opens below its languages"
    assert opened.trouble == []
