"""/s/<code>/ as a customer opens it from a ticket."""

import pytest
from sampling import EVERY

# Turns a page to each language: which is shown then, how wide it is, how far down it opens.
TURN = """async (locales) => {
  const shown = [];
  for (const locale of locales) {
    const turned = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = locale;
    await turned;
    const seen = [...document.querySelectorAll("main > section")].filter(e => e.checkVisibility());
    shown.push({
      locale: seen.map(e => e.id).join(), top: scrollY, width: document.documentElement.scrollWidth,
    });
  }
  return shown;
}"""


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
    """Every step in half of the languages, by turns; a page is loaded once, and turned. 8 s."""
    opened = open_page("s/", "narrow")
    for turn, code in enumerate(("", *(f"{step.code}/" for step in site.guide.steps.steps))):
        locales = site.locales if EVERY else site.locales[turn % 2 :: 2]
        opened.page.goto(f"{base}s/{code}#{site.locales[turn % 2 - 2]}")
        shown = opened.page.evaluate(TURN, locales)
        assert [one["locale"] for one in shown] == locales
        for one in shown:
            assert one["width"] <= 320, f"/s/{code}#{one['locale']} scrolls sideways"
            assert one["top"] == 0, f"/s/{code}#{one['locale']} opens below its languages"
    assert opened.trouble == []
