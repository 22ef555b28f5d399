"""The support desk chooses steps and gets a reply in the customer's language."""

import io

import pytest
import zxingcpp
from browser.conftest import SIZES
from browser.desk import choose
from PIL import Image
from sampling import sampled
from stdnum.iso7064 import mod_97_10

CODES = ["3046", "7034", "8047"]


def _copied(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def _step(site, code: str, locale: str) -> dict:
    steps = site.json_file("steps.json")["steps"]
    return next(s for s in steps if (s["code"], s["locale"]) == (code, locale))


REPLIES = sampled("replies", 4)


@pytest.mark.parametrize("size", SIZES)
def test_the_reply_is_numbered_with_facts_and_links(size, open_page, site):
    opened = open_page("support-desk/", size)
    page = opened.page
    choose(page, *CODES)
    for locale in REPLIES:
        page.select_option("[data-reply-language]", locale)
        page.locator("[data-reply=text]").click()
        page.wait_for_function(
            "() => navigator.clipboard.readText().then(text => text.length > 100)"
        )
        reply = _copied(page)
        for number, code in enumerate(CODES, 1):
            step = _step(site, code, locale)
            assert f"{number}. [{code}] {step['title']}" in reply
            assert step["url"] in reply
            for line in step["text"].split("\n"):
                assert line in reply
        assert site.guide.facts["smtp.port"] in reply
        assert site.guide.strings[locale].ui["reply_before"] in reply
        assert page.locator("[data-text=customer]").get_attribute("lang") == (
            site.guide.strings[locale].html_lang
        )
    page.select_option("[data-reply-language]", "en")
    assert page.locator("[data-text=agent]").get_attribute("lang") == "ja"
    page.locator("[data-both]").check()
    page.locator("[data-reply=text]").click()
    page.wait_for_function("() => navigator.clipboard.readText().then(text => text.includes('――'))")
    both = _copied(page)
    assert all(_step(site, "3046", locale)["title"] in both for locale in ("ja", "en"))
    assert opened.trouble == []


def test_the_reply_as_html_has_links_and_languages(open_page, site):
    page = open_page("support-desk/", "pc").page
    choose(page, *CODES)
    page.locator("[data-reply=html]").click()
    page.locator("#said:not(:empty)").wait_for()
    html = page.evaluate("""async () => {
        const [item] = await navigator.clipboard.read();
        return (await item.getType("text/html")).text();
    }""")
    # Elsewhere, as in a mail: our own pages take no markup from a script.
    page = page.context.new_page()
    page.set_content(html)
    assert page.locator("ol > li").count() == len(CODES)
    assert page.locator("[lang=en]").count() == 1
    for code in CODES:
        link = page.locator(f"ol a:text-is('{code}')")
        assert link.get_attribute("href") == _step(site, code, "en")["url"]


def test_the_qr_code_opens_the_chosen_steps_in_the_customers_language(open_page, site, base):
    page = open_page("support-desk/", "pc").page
    for codes, address in (
        (["3046"], f"{base}s/3046/#en"),
        (CODES, f"{base}s/?3046-7034-8047#en"),
    ):
        choose(page, *codes)
        picture = Image.open(io.BytesIO(page.locator(".desk__qr canvas").screenshot()))
        (found,) = zxingcpp.read_barcodes(picture)
        assert found.text == address
        assert page.locator(".desk__qr a").get_attribute("href") == address
    page.goto(address)
    shown = page.locator("main > section#en li:visible a").all_inner_texts()
    assert [text.split()[0] for text in shown] == CODES
    page.locator("main > section#en a").first.click()
    page.wait_for_url(f"{base}s/3046/#en")


def test_an_old_reply_with_a_withdrawn_or_unknown_step_still_opens(open_page, base):
    page = open_page("s/?9999-3046#ja").page
    assert page.locator("main > section#ja li:visible").count() == 1
    page.goto(base + "s/?9999#ja")
    assert page.locator("main > section#ja li:visible").count() > 50


def test_steps_are_found_by_chapter_symptom_message_and_words(open_page, site):
    page = open_page("support-desk/", "pc").page

    def shown() -> list[str]:
        return page.locator(".desk li[data-for]:visible").evaluate_all(
            "rows => rows.map(row => row.dataset.for)"
        )

    everything = shown()
    assert len(everything) == len(site.guide.steps.active())
    page.select_option("[data-topic=chapter]", "network")
    page.locator(".desk li[data-for='5012']").wait_for(state="hidden")  # what filters is loaded
    assert {code[0] for code in shown()} == {"3"}
    page.select_option("[data-topic=chapter]", "")
    route = site.guide.routes.by_id()["only-sending-fails"]
    page.select_option("[data-topic=symptom]", route.id)
    assert sorted(shown()) == sorted([*route.steps, site.guide.steps.help])
    page.select_option("[data-topic=symptom]", "")
    page.select_option("[data-topic=error]", "cannot-connect-ssl")
    assert "3046" in shown()
    page.select_option("[data-topic=error]", "")
    for words, code in (("機内モード", "3014"), ("ＳＳＬ オン", "7034"), ("3046", "3046")):
        page.locator(".desk input[type=search]").fill(words)
        assert code in shown()
        assert len(shown()) < len(everything)
    page.locator(".desk input[type=search]").fill("ないことば")
    assert shown() == []
    assert page.get_by_text(site.guide.strings["ja"].ui["desk_nothing"]).is_visible()


@pytest.mark.parametrize(
    ("results", "proposed"),
    [
        ({}, "1010"),
        # What only readies the next ones is done when one of those was tried.
        ({"3046": 2}, "3072"),
        ({"3046": 2, "3072": 3}, "4017"),
        ({"3046": 2, "3072": 2, "3080": 2, "2019": 1}, "5012"),
        # All is tried, and a human sits there already.
        ({"3046": 2, "3072": 2, "3080": 2, "2019": 2, "3051": 2}, None),
    ],
)
def test_a_symptom_proposes_what_the_customer_has_not_tried(results, proposed, open_page, site):
    page = open_page("support-desk/", "pc").page
    if results:
        body = "".join(code[:3] + str(result) for code, result in sorted(results.items()))
        page.locator("#digits-input").fill(body + mod_97_10.calc_check_digits(body))
        page.locator(".digits button").click()
        page.locator("#digits-said li").first.wait_for()
    page.select_option("[data-topic=symptom]", "suddenly")
    chosen = page.locator(".desk li[data-for] input:checked")
    if proposed is None:
        assert chosen.count() == 0
        return
    page.locator(f"[data-text=customer]:has-text('[{proposed}]')").wait_for()
    assert chosen.evaluate_all("all => all.map(one => one.value)") == [proposed]
    row = page.locator(f".desk li[data-for='{proposed}']")
    assert row.get_attribute("data-next") == site.guide.strings["ja"].ui["desk_next"]
    # Another symptom takes back what nobody has chosen, and nothing else.
    page.locator("#choose-3046").check()
    page.select_option("[data-topic=symptom]", "")
    assert page.locator("#choose-3046").is_checked()
    assert page.locator(".desk li[data-next]").count() == 0
    assert page.locator(".desk li[data-for] input:checked").count() == 1


def test_a_filter_does_not_forget_what_was_chosen(open_page):
    page = open_page("support-desk/", "pc").page
    choose(page, "3046")
    page.select_option("[data-topic=chapter]", "password")
    choose(page, "5012")
    page.locator("[data-text=customer]", has_text="[3046]").wait_for()
    page.locator("[data-do=clear]").click()
    assert not page.locator(".desk__texts").is_visible()


def test_it_works_without_a_network_and_asks_nobody(open_page):
    opened = open_page("support-desk/", "pc")
    choose(opened.page, *CODES[:1])
    opened.page.locator("[data-reply=text]").wait_for()
    opened.page.locator(".desk__qr canvas").wait_for()
    opened.page.context.set_offline(True)
    before = len(opened.requests)
    choose(opened.page, *CODES)
    for locale in ("en", "ja"):
        opened.page.select_option("[data-reply-language]", locale)
        assert "[3046]" in opened.page.locator("[data-text=customer]").inner_text()
    opened.page.locator("#digits-input").fill("1")
    opened.page.locator(".digits button").click()
    assert len(opened.requests) == before


def test_without_the_texts_it_says_so(open_page, site, browser, base):
    page = browser.new_page(service_workers="block")
    page.route("**/steps.json", lambda route: route.abort())
    page.goto(base + "support-desk/")
    choose(page, *CODES[:1])
    failed = page.get_by_text(site.guide.strings["ja"].ui["copy_failed"])
    failed.wait_for()
    assert not page.locator("[data-reply=text]").is_visible()
    # What is in the page can be chosen all the same; nothing is hidden for want of the list.
    page.select_option("[data-topic=chapter]", "network")
    assert page.locator(".desk li[data-for]:visible").count() > 50
    page.select_option("[data-topic=chapter]", "")
    page.unroute("**/steps.json")
    choose(page, *CODES[1:])
    page.locator("[data-reply=text]").wait_for()
    assert not failed.is_visible()
    page.close()


def test_nothing_big_is_asked_for_before_somebody_begins(open_page):
    opened = open_page("support-desk/", "pc")
    opened.page.evaluate(
        "() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 }))"
    )
    loaded = ("desk_tool.js", "steps.json", "desk.json", "lean-qr.mjs")
    assert not [url for url in opened.requests if url.endswith(loaded)]
    choose(opened.page, *CODES)
    opened.page.locator("[data-reply=text]").wait_for()
    assert len([url for url in opened.requests if url.endswith(loaded)]) == len(loaded)


def test_without_javascript_it_is_a_complete_list(open_page, site):
    page = open_page("support-desk/", java_script_enabled=False).page
    for chapter in page.locator(".desk__chapter > summary").all():
        chapter.click()
    for step in site.guide.steps.active():
        assert page.locator(f".desk li[data-for='{step.code}'] a").is_visible()
    assert not page.locator(".desk__filters, .desk__reply, form.digits").first.is_visible()


def test_chapters_are_folds_on_a_phone_and_open_for_what_is_looked_for(open_page):
    page = open_page("en/support-desk/").page
    rows = page.locator(".desk li[data-for]:visible")
    assert rows.count() == 0
    page.locator(".desk input[type=search]").fill("VPN")
    page.locator(".desk li[data-for='3080']:visible").wait_for()
    assert 0 < rows.count() < 30


@pytest.mark.parametrize("script", [True, False], ids=["with", "without"])
def test_chapters_stand_open_on_a_pc(script, open_page, site):
    page = open_page("en/support-desk/", "pc", java_script_enabled=script).page
    assert page.locator(".desk li[data-for]:visible").count() == len(site.guide.steps.active())
