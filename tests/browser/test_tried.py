"""A reader marks what was tried, shows it, and reads digits to the desk, which understands them."""

import json
import random

import pytest
from browser.conftest import SIZES, without_readings
from sampling import sampled
from stdnum.iso7064 import mod_97_10

RESULTS = {"3046": 2, "7034": 1, "8047": 3}
WORDS = ["tried_helped", "tried_no_help", "tried_could_not"]


def _mark(page, site, locale, base):
    for code, result in RESULTS.items():
        page.goto(f"{base}{site.page(locale, site.guide.steps.chapter_of(code)).url}#{code}")
        page.locator(f"[id='{code}'] .result summary").click()
        page.locator(f"[data-tried='{code}'] label").nth(result).click()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_marks_become_a_summary_in_both_languages_and_digits(locale, size, open_page, site, base):
    opened = open_page(site.page(locale, "report").url, size)
    page = opened.page
    ui = site.guide.strings[locale].ui
    assert page.get_by_text(ui["tried_none"]).is_visible()
    _mark(page, site, locale, base)
    opened.go_to(base + site.page(locale, "report").url)
    digits = page.locator(".tried-summary output").inner_text().replace(" ", "")
    assert digits[:-2] == "304270318043"
    assert mod_97_10.is_valid(digits)
    for other in {locale, "ja"}:
        part = page.locator(f".tried-summary section[lang={other}]").inner_text()
        words = site.guide.strings[other].ui
        for code, result in RESULTS.items():
            title = site.step_pages[code].soup.select_one(f"#{other} h2").get_text()
            assert f"{code} {title} – {words[WORDS[result - 1]]}" in part
    page.locator(".tried-summary button.copy").click()
    page.wait_for_function(
        "() => navigator.clipboard.readText().then(text => text.includes('3042'))"
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert all(code in copied for code in RESULTS)
    assert opened.trouble == []


def test_marks_survive_a_restart_and_can_be_erased(browser, base, site):
    context = browser.new_context()
    page = context.new_page()
    _mark(page, site, "ja", base)
    state = context.storage_state()
    context.close()
    context = browser.new_context(storage_state=state)
    page = context.new_page()
    page.goto(base + "network/#3046")
    assert page.locator("[data-tried='3046'] input").nth(2).is_checked()
    page.goto(base + "report/")
    assert page.locator("[data-tried='7034'] input").nth(1).is_checked()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    page.locator("[data-do=erase]").click()
    assert asked == [site.guide.strings["ja"].ui["tried_erase_sure"]]
    assert not page.locator(".tried-summary__some").is_visible()
    assert page.locator("[data-tried='7034'] input").nth(0).is_checked()
    assert page.evaluate("localStorage.getItem('guide-tried')") is None
    assert not context.cookies()
    context.close()


def test_a_step_says_its_result_and_nothing_before(open_page, site):
    """One quiet line of one finger, opened by key; no choice is on the screen until then."""
    page = open_page("vi/network/").page
    step = page.locator("[id='3046']")
    assert not step.locator(".tried").is_visible()
    said = step.locator(".result summary")
    assert said.inner_text().strip() == site.guide.strings["vi"].ui["tried"]
    assert said.bounding_box()["height"] <= 45
    said.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    no_help = site.guide.strings["vi"].ui["tried_no_help"]
    assert said.locator("b").inner_text() == no_help
    page.reload()
    page.locator("[id='3046'] .result b:not(:empty)").wait_for()
    assert not step.locator(".tried").is_visible()


def test_the_record_shows_what_was_tried_and_folds_the_rest(open_page, site, base):
    page = open_page("en/network/").page
    _mark(page, site, "en", base)
    page.goto(base + "en/report/")
    page.locator(".tried-summary ol li").first.wait_for()
    assert page.locator(".tried-summary section[lang=en] li").count() == len(RESULTS)
    assert page.locator(".tried-list li:visible").count() == 0
    page.locator(".tried-list > summary").click()
    assert page.locator(".tried-list li:visible").count() == len(site.guide.steps.active())


def test_saying_no_erases_nothing(open_page, site, base):
    page = open_page("network/").page
    _mark(page, site, "ja", base)
    page.goto(base + "report/")
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.locator("[data-do=erase]").click()
    assert page.locator("[data-tried='7034'] input").nth(1).is_checked()


def test_nothing_but_codes_and_results_is_kept(open_page, site, base):
    page = open_page("network/").page
    _mark(page, site, "ja", base)
    kept = page.evaluate("({...localStorage})")
    assert list(kept) == ["guide-tried"]
    assert json.loads(kept["guide-tried"]) == RESULTS


def _read_digits(page, digits: str) -> str:
    page.locator("#digits-input").fill(digits)
    page.locator(".digits button").click()
    page.locator("#digits-said:not(:empty)").wait_for()
    return page.locator("#digits-said").inner_text()


@pytest.mark.parametrize("locale", sampled("digits at the desk", 3))
def test_the_desk_reads_the_digits_in_its_own_language(locale, open_page, site):
    body = "304270318043"
    digits = body + mod_97_10.calc_check_digits(body)
    page = open_page(site.page(locale, "support-desk").url, "pc").page
    words = site.guide.strings[locale].ui
    for typed in (digits, " ".join(digits), "３０４２-7031 8043/" + digits[-2:]):
        said = without_readings(_read_digits(page, typed))
        for code, result in RESULTS.items():
            title = without_readings(
                site.step_pages[code].soup.select_one(f"[id='{locale}'] h2").get_text()
            )
            assert f"{code} {title} – {words[WORDS[result - 1]]}" in said


def test_a_misread_string_is_refused(open_page, site):
    """Every single wrong digit and every swap of neighbours, and digits left out or doubled."""
    page = open_page("support-desk/", "pc").page
    wrong = site.guide.strings["ja"].ui["desk_digits_wrong"]
    body = "304270318043"
    digits = body + mod_97_10.calc_check_digits(body)
    misread = {digits[:-1], digits + digits[-1], digits[4:], digits[:-6] + digits[-2:], "", "00"}
    for i, digit in enumerate(digits):
        misread |= {digits[:i] + other + digits[i + 1 :] for other in "0123456789"}
        misread.add(digits[:i] + digits[i + 1 : i + 2] + digit + digits[i + 2 :])
    misread.discard(digits)
    # Right digits for no step, or with no such result.
    misread |= {f"{body}{mod_97_10.calc_check_digits(body)}" for body in ("9991", "3044", "3040")}
    decode = """async (all) => {
        const { decode } = await import(document.querySelector("script[src$='desk.js']").src
            .replace("desk.js", "tried.js"));
        const rows = [...document.querySelectorAll(".desk li[data-for]")];
        const codes = rows.map(row => row.dataset.for);
        return all.filter(digits => decode(digits, codes));
    }"""
    assert page.evaluate(decode, sorted(misread)) == []
    assert _read_digits(page, sorted(misread)[5]) == wrong
    assert page.evaluate(decode, [digits]) == [digits]


def test_any_set_of_marks_comes_back(open_page, site):
    page = open_page("support-desk/", "pc").page
    codes = [step.code for step in site.guide.steps.active()]
    chance = random.Random(3046)
    sets = [
        {code: chance.randint(1, 3) for code in chance.sample(codes, size)}
        for size in (1, 2, 5, 20, len(codes))
    ]
    round_trip = """async ([sets, codes]) => {
        const { decode, encode } = await import(document.querySelector("script[src$='desk.js']").src
            .replace("desk.js", "tried.js"));
        return sets.map(results => [encode(results), decode(encode(results), codes)]);
    }"""
    for results, (digits, back) in zip(sets, page.evaluate(round_trip, [sets, codes]), strict=True):
        assert mod_97_10.is_valid(digits)
        assert back == results


# Marks that a reader made, or read out, before these steps became one: 7034.
FORMER = {"7042": 2, "7050": 3, "7069": 2}


def test_marks_of_withdrawn_steps_count_for_the_one_after_them(open_page, site, base):
    """In the record, in its chapter and on a route; once something is marked anew, that counts."""
    page = open_page("report/").page
    page.evaluate("marks => localStorage.setItem('guide-tried', marks)", json.dumps(FORMER))
    page.reload()
    digits = page.locator(".tried-summary output")
    assert digits.inner_text().replace(" ", "")[:-2] == "7033"
    assert page.locator(".tried-summary section").first.locator("li").count() == 1
    page.goto(base + "ssl-check/#outgoing-ssl")
    assert page.locator("[data-tried='7034'] input").nth(3).is_checked()
    page.goto(base + "fix/only-sending-fails/#7050")
    assert page.locator("article > section:visible").get_attribute("id") == "7034"
    assert page.locator(".fix [data-for='7034'] small").text_content()
    page.locator("[data-code='7034'] [data-result='2']").click()
    kept = json.loads(page.evaluate("localStorage.getItem('guide-tried')"))
    assert kept == {"7034": 2}
    page.goto(base + "report/")
    assert digits.inner_text().replace(" ", "")[:-2] == "7032"


def test_the_desk_reads_the_digits_of_withdrawn_steps(open_page, site):
    page = open_page("support-desk/", "pc").page
    body = "".join(code[:3] + str(result) for code, result in FORMER.items())
    said = without_readings(_read_digits(page, body + mod_97_10.calc_check_digits(body)))
    title = without_readings(site.step_pages["7034"].soup.select_one("#ja h2").get_text())
    assert said.strip() == f"7034 {title} – {site.guide.strings['ja'].ui['tried_could_not']}"
    # What one of them mended is mended.
    body = "704170517032"
    said = without_readings(_read_digits(page, body + mod_97_10.calc_check_digits(body)))
    assert said.strip().endswith(site.guide.strings["ja"].ui["tried_helped"])
