"""A reader walks a route in Chromium: one step at a time, whatever each shows.

Japanese and English are walked whole, each result of each step, in one load a route: a second each;
the others by turns. What one route proves is shown on one, in one or two seconds.
"""

import json
import re

import pytest
from browser.axe import findings
from browser.conftest import without_readings
from browser.layout import TWICE, add_style
from browser.storage import NO_STORAGE, page_without_storage
from guide.steps.route_source import route_codes, route_slug, way_to_help
from playwright.sync_api import expect
from sampling import sampled
from site_build import ROOT

ROUTE = "suddenly"
IDS = re.findall(r"^  - id: (\S+)", (ROOT / "facts/routes.yml").read_text(encoding="utf-8"), re.M)
WALKED = [(locale, id) for locale in ("ja", "en") for id in IDS] + [
    (locale, IDS[turn % len(IDS)])
    for turn, locale in enumerate(sampled("routes", 2))
    if locale not in ("ja", "en")
]
SHOWN = "article > section:visible"
# Every result of every step that stays on the page: [step, result, what is shown then, the mark,
# whether its heading has the focus, how far down it opens].
WALK = """async () => {
  const turned = (how) => new Promise((done) => {
    addEventListener("hashchange", () => setTimeout(done), { once: true });
    how();
  });
  const shown = () => [...document.querySelectorAll("article > section")]
    .filter((one) => one.checkVisibility());
  const name = (one) => one.id || one.querySelector("h2").id;
  const walked = [];
  for (const foot of document.querySelectorAll(".fix-foot")) {
    for (const link of foot.querySelectorAll("a[href^='#']")) {
      const code = foot.dataset.code;
      if (location.hash !== "#" + code) await turned(() => { location.hash = code; });
      localStorage.removeItem("guide-tried");
      await turned(() => link.click());
      const mark = JSON.parse(localStorage.getItem("guide-tried") ?? "{}")[code] ?? 0;
      const focused = shown()[0].contains(document.activeElement)
        && /^H[23]$/.test(document.activeElement.tagName);
      const result = Number(link.dataset.result ?? 0);
      walked.push([code, result, shown().map(name).join(), mark, focused, scrollY]);
    }
  }
  return walked;
}"""
# A phone's voices, and what it was told to say.
VOICES = """
window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => VOICES.map(([lang, localService]) => ({ lang, localService })),
  speak: (one) => said.push(one),
  cancel: () => { said.length = 0; },
} });
"""
BUTTON = ".fix__listen"


# The steps that do not end on the phone's screen, with all choices below them, and the height of
# what stands above and below each step.
TOO_LONG = """() => [...document.querySelectorAll(".step")].map((step) => {
  location.hash = step.id;
  const foot = step.querySelector(".fix-foot");
  foot.style.position = "static";
  const end = foot.getBoundingClientRect().bottom + scrollY;
  const frame = step.getBoundingClientRect().top + scrollY
    + foot.querySelector(".fix-foot__results, .fix-tried").getBoundingClientRect().height;
  return [step.id, end > innerHeight, Math.round(frame)];
})"""
# The steps that may be longer than the screen on a route; each other one ends on it. `make bench`
# has each language's share.
LONG = {
    "ja": "4017 4049 5012 6089 7034 7114 8060",
    "ja-easy": "3080 3095 4017 4049 5012 6089 6090 7034 7114",
    "en": "1041 4017 4049 5012 6089 7114",
    "zh": "4049 5012 6089 7114",
    "zh-TW": "5012 6089 7114",
    "ko": "4049 5012 6089 7034 7114",
    "vi": "3080 4017 4049 5012 6089 7034 7114 8060",
    "ne": "4017 4049 5012 6089 7034 7114",
    "id": "3080 3095 4049 5012 6089 6090 7034 7114",
    "pt-BR": "1041 3080 3095 4049 5012 6089 7034 7114",
    "my": "3080 4017 4049 5012 5061 6089 7034 7114",
    "tl": "1041 3080 4017 4049 5012 6089 6090 7034 7114",
    "th": "4049 5012 6089 7114 8060",
    "es": "1041 3080 4017 4030 4049 5012 6089 7114",
}
# So many of a language's steps fit at least; and what stands around a step.
FIT, FRAME = 0.8, 150


def _url(site, locale: str = "ja", id: str = ROUTE) -> str:
    return site.page(locale, route_slug(id)).url


def _shown(page) -> str:
    """The id of the one part that can be seen; the end has none but its heading's."""
    parts = page.locator(SHOWN)
    expect(parts).to_have_count(1)
    return parts.get_attribute("id") or parts.locator("h2").get_attribute("id")


def _digits(page, place: str) -> str:
    """The digits for the desk that are shown there, without the two that only check them."""
    return page.locator(f"{place} .fix-digits output").inner_text().replace(" ", "")[:-2]


def _tap(page, result: int) -> None:
    page.locator(f"{SHOWN} [data-result='{result}']").click()


@pytest.mark.parametrize(("locale", "id"), WALKED)
def test_every_result_of_every_step_leads_on(locale, id, open_page, site):
    opened = open_page(_url(site, locale, id))
    page = opened.page
    route = site.guide.routes.by_id()[id]
    codes = route_codes(site.guide, route)
    assert _shown(page) == codes[0]
    expected = []
    for code, after in zip(codes, [*codes[1:], None], strict=True):
        readies = bool(route.steps) and site.guide.only_readies(route, code)
        results = ([0, 3] if readies else [1, 2, 3]) if route.steps else []
        for result in results:
            shown = "fixed" if result == 1 else after
            if shown and not (result == 3 and route.stops_at(code)):
                expected.append([code, result, shown, result, True, 0])
    assert page.evaluate(WALK) == expected
    # And each step has a human's help one tap away.
    helps = page.locator(".fix-foot__help a").evaluate_all(
        "all => all.map(link => link.getAttribute('href'))"
    )
    assert helps == [way_to_help(site.guide)] * len(route.steps)
    # And ends on one screen, but for those that cannot.
    ends = page.evaluate(TOO_LONG)
    assert {code for code, too_long, _ in ends if too_long} <= set(LONG[locale].split())
    assert max(frame for *_, frame in ends) <= FRAME
    assert opened.trouble == []


def test_the_end_names_the_step_and_the_marks_reach_the_report(open_page, site, base):
    opened = open_page(_url(site) + "#3046")
    page = opened.page
    _tap(page, 2)
    assert _shown(page) == "3072"
    _tap(page, 3)
    assert _shown(page) == "4017"
    page.goto(base + _url(site) + "#3080")
    _tap(page, 1)
    assert _shown(page) == "fixed"
    title = without_readings(page.locator(".fix [data-for='3080'] a").text_content())
    assert page.locator(".fix-end__by").inner_text().split() == title.split()
    assert _digits(page, ".fix-end") == "304230733081"
    # Where a human helps they stand once more, with what was tried.
    page.goto(base + _url(site, id="tried-everything"))
    assert _digits(page, ".fix-foot") == "304230733081"
    tried = page.locator(".fix-tried li:visible")
    words = site.guide.strings["ja"].ui
    results = [words[f"tried_{one}"] for one in ("no_help", "could_not", "helped")]
    assert tried.locator("b").all_inner_texts() == results
    assert tried.locator(".step-code").all_inner_texts() == ["3046", "3072", "3080"]
    page.goto(base + site.page("ja", "report").url)
    digits = page.locator(".tried-summary output").inner_text().replace(" ", "")
    assert digits[:-2] == "304230733081"
    assert opened.trouble == []


def test_a_turn_leads_to_another_route_past_what_was_done(open_page, site, base):
    page = open_page(_url(site) + "#4017").page
    page.locator(f"{SHOWN} a", has_text=site.guide.strings["ja"].turns["made-by-profile"]).click()
    page.wait_for_url(f"{base}fix/settings-are-grey/#4025")
    assert _shown(page) == "4025"


def test_the_last_step_leads_to_a_human(open_page, site, base):
    last = site.guide.routes.by_id()[ROUTE].steps[-1]
    page = open_page(f"{_url(site)}#{last}").page
    _tap(page, 2)
    page.wait_for_url(f"{base}fix/tried-everything/#8060")
    assert _shown(page) == "8060"


def test_who_could_not_prepare_for_erasing_is_led_to_a_human(open_page, site, base):
    route = next(one for one in site.guide.routes.routes if one.stops)
    for code in route.stops:
        page = open_page(f"{_url(site, id=route.id)}#{code}").page
        _tap(page, 3)
        page.wait_for_url(f"{base}fix/tried-everything/#8060")


def test_a_step_that_another_names_leads_back_to_it(open_page, site):
    """Its results would lead on from there, past steps that were not done."""
    page = open_page(_url(site, id="no-mail-arrives") + "#1041").page
    page.locator(f"{SHOWN} a[data-to='5012']").click()
    assert _shown(page) == "5012"
    assert page.locator(f"{SHOWN} .fix-foot a:visible").count() == 1
    page.locator(f"{SHOWN} .fix-return a").click()
    assert _shown(page) == "1041"
    page.locator(f"{SHOWN} .fix-foot__results a").click()
    assert _shown(page) == "7016"
    assert page.locator(".fix-return").count() == 0


def test_from_a_human_back_to_the_step(open_page, site, base):
    page = open_page(_url(site) + "#3046").page
    page.locator(f"{SHOWN} .fix-foot__help a").click()
    page.wait_for_url(f"{base}fix/tried-everything/#8060")
    back = page.locator(f"{SHOWN} .fix-back")
    expect(back).to_have_text(site.guide.strings["ja"].ui["fix_back"])
    back.click()
    page.wait_for_url(f"{base}{_url(site)}#3046")


def test_who_comes_back_is_where_they_were_and_back_goes_back(browser, base, site):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{base}{_url(site)}#3046")
    _tap(page, 2)
    assert _shown(page) == "3072"
    page.go_back()
    assert _shown(page) == "3046"
    page.go_forward()
    state = context.storage_state()
    context.close()
    context = browser.new_context(storage_state=state, service_workers="block")
    page = context.new_page()
    page.goto(base + _url(site))
    page.wait_for_url("**/#3072")
    assert _shown(page) == "3072"
    # What was tried on this route is shown as tried on another.
    page.goto(f"{base}{_url(site, id='password-refused')}#5012")
    assert page.locator(".fix [data-for='5012'] [aria-current]").count() == 1
    page.goto(base + _url(site, id="now-and-then"))
    mark = page.locator(".fix [data-for='3046'] small")
    expect(mark).to_have_text(site.guide.strings["ja"].ui["tried_no_help"])
    # After the end it begins anew.
    page.goto(f"{base}{_url(site)}#3072")
    _tap(page, 1)
    page.wait_for_function("key => !(key in localStorage)", arg=f"guide-route-{ROUTE}")
    page.goto(base + _url(site))
    assert _shown(page) == "1010"
    context.close()


def test_another_language_shows_the_same_step_and_the_skip_link_stays(open_page, site, base):
    page = open_page(_url(site) + "#3046").page
    _tap(page, 2)
    page.keyboard.press("Control+Home")
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    assert _shown(page) == "3072"
    page.locator(".languages summary").click()
    page.locator(".languages a[data-locale='my']").click()
    page.wait_for_url(f"{base}my/fix/{ROUTE}/#3072")
    assert _shown(page) == "3072"


@pytest.mark.parametrize("way", NO_STORAGE)
def test_where_nothing_is_kept_it_still_leads_on(way, browser, base, site):
    with page_without_storage(browser, way) as (page, trouble):
        page.goto(f"{base}{_url(site)}#3046")
        _tap(page, 2)
        assert _shown(page) == "3072"
        _tap(page, 1)
        assert _shown(page) == "fixed"
        assert trouble == []


def test_without_javascript_one_step_at_a_time(open_page, site, base):
    page = open_page(_url(site), java_script_enabled=False).page
    assert _shown(page) == "1010"
    page.locator(f"{SHOWN} .fix-foot__results a").click()
    for after in site.guide.routes.by_id()[ROUTE].steps[2:4]:
        _tap(page, 2)
        assert _shown(page) == after
    page.locator(f"{SHOWN} .fix-back").click()
    assert _shown(page) == "3072"
    _tap(page, 1)
    assert _shown(page) == "fixed"
    page.locator(".fix summary").click()
    page.locator(".fix li a").nth(4).click()
    assert _shown(page) == "3080"
    # By its readable anchor too.
    page.goto(f"{base}{_url(site)}#another-network")
    assert _shown(page) == "3046"
    assert not page.locator(BUTTON).is_visible()


def test_without_has_the_whole_list_can_be_read(browser, base, site):
    """An older browser, which takes no rule with :has()."""
    context = browser.new_context(service_workers="block", bypass_csp=True)
    page = context.new_page()

    def older(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(":has(", ":unknown("))

    page.route("**/fix/**", older)
    page.goto(f"{base}{_url(site)}#3046")
    codes = site.guide.routes.by_id()[ROUTE].steps
    assert page.locator(f"{SHOWN}[data-step]").count() == len(codes)
    context.close()


@pytest.mark.parametrize("locale", sampled("routes on paper", 0))
def test_on_paper_it_is_a_check_list(locale, open_page, site):
    page = open_page(f"{_url(site, locale)}#3046").page
    page.emulate_media(media="print")
    codes = site.guide.routes.by_id()[ROUTE].steps
    assert page.locator(f"{SHOWN}[data-step]").count() == len(codes)
    boxes = """all => all.filter(one => {
      const { content, width } = getComputedStyle(one, "::before");
      return content === '""' && parseFloat(width) > 10;
    }).length"""
    listed = page.locator(".fix li a:visible")
    assert listed.evaluate_all(boxes) == listed.count() == len(codes) + 1
    results = page.locator(".fix-foot a:visible")
    assert results.evaluate_all(boxes) == results.count() > len(codes)
    assert not page.locator(".fix-back").first.is_visible()


@pytest.mark.parametrize(("size", "scheme"), [("phone", "light"), ("pc", "dark")])
def test_axe_finds_nothing(size, scheme, open_page, site):
    page = open_page(f"{_url(site)}#4017", size, color_scheme=scheme).page
    page.locator(".fix summary").click()
    page.evaluate("document.querySelector('.fix__listen').hidden = false")
    assert findings(page) == [], "a step"
    page.evaluate("location.hash = 'fixed'")
    assert _shown(page) == "fixed"
    assert findings(page) == [], "the end"


@pytest.mark.parametrize("locale", LONG)
def test_most_steps_are_on_one_screen(locale, site):
    """Which ones are is seen while the routes are walked; here none may be added to the others."""
    steps = {code for one in site.guide.routes.routes for code in route_codes(site.guide, one)}
    long = set(LONG[locale].split())
    assert long <= steps
    assert 1 - len(long) / len(steps) >= FIT


def test_the_choice_stays_at_the_foot_and_covers_nothing(open_page, site):
    """On a phone, until letters are so large that it would take the screen."""
    page = open_page(f"{_url(site)}#4017").page
    foot = page.locator(f"{SHOWN} .fix-foot")
    bottom = "one => Math.round(innerHeight - one.getBoundingClientRect().bottom)"
    assert foot.evaluate(bottom) == 0
    for summary in page.locator(f"{SHOWN} summary:visible").all():
        summary.focus()
        under = """one => one.getBoundingClientRect().bottom
          <= one.closest(".step").querySelector(".fix-foot").getBoundingClientRect().top + 1"""
        assert summary.evaluate(under)
    add_style(page, TWICE)
    assert foot.evaluate("one => getComputedStyle(one).position") == "static"


def _with_voices(browser, voices: list):
    context = browser.new_context(service_workers="block")
    context.add_init_script(VOICES.replace("VOICES", json.dumps(voices)))
    return context


@pytest.mark.parametrize(
    ("locale", "voices", "there"),
    [
        ("ja", [("ja-JP", True)], True),
        ("ja", [("en-US", True)], False),
        # Its texts would go to a server.
        ("ja", [("ja-JP", False)], False),
        ("ja", [], False),
        ("tl", [("fil_PH", True)], True),
        ("zh-TW", [("zh-CN", True)], True),
        ("zh-TW", [("zh-HK", True)], False),
        ("pt-BR", [("pt-PT", True)], True),
    ],
)
def test_it_is_read_aloud_where_the_phone_has_a_voice(locale, voices, there, browser, base, site):
    context = _with_voices(browser, voices)
    page = context.new_page()
    with page.expect_response("**/listen.js"):
        page.goto(base + _url(site, locale))
    expect(page.locator(BUTTON)).to_be_visible(visible=there)
    context.close()


def test_the_shown_step_is_read_and_stops(browser, base, site):
    context = _with_voices(browser, [("ja-JP", True), ("en-US", True)])
    page = context.new_page()
    page.goto(f"{base}{_url(site)}#3046")
    ui = site.guide.strings["ja"].ui
    button = page.locator(BUTTON)
    button.click()
    expect(button).to_have_text(ui["fix_stop"])
    said = page.evaluate("said.map(({ text }) => text)")
    title = page.locator(f"{SHOWN} h2").evaluate("one => one.firstChild.textContent.trim()")
    assert said[0].replace("\u2060", "") == title.replace("\u2060", "")
    text = " ".join(said)
    assert site.guide.strings["ja"].blocks["otherwise"] in text
    for left_out in ("3046", "Personal Hotspot", ui["fix_helped"], "2 / "):
        assert left_out not in text
    button.click()
    expect(button).to_have_text(ui["fix_listen"])
    assert page.evaluate("said") == []
    button.click()
    page.evaluate("said.at(-1).onend()")
    expect(button).to_have_text(ui["fix_listen"])
    button.click()
    # The next step does not go on with the last one's words.
    _tap(page, 2)
    expect(button).to_have_text(ui["fix_listen"])
    context.close()


def test_only_routes_load_what_reads_aloud(open_page, site):
    opened = open_page("network/")
    assert not [url for url in opened.requests if url.endswith("listen.js")]
