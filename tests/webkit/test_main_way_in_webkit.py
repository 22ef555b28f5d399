"""A reader walks the main way in WebKit, at a phone's width: from a symptom to the copy offline.

What each language has of its own there (letters, search, words) is seen in Japanese, English and
Burmese: 6 s of a core each. WebKit lets no script read its clipboard: what was copied is pasted
into the search. It prints nothing for a driver either: the print styles are shown on the screen.
"""

import json

import pytest
from browser.layout import BROKEN, OVERFLOWING, SIDEWAYS
from browser.test_offline import PORT, VERSION, versions  # noqa: F401
from guide.steps.route_source import route_codes, route_slug
from selenium.webdriver.common.keys import Keys

ROUTE = "suddenly"
INPUT = "dialog.search input"
RESULT = "dialog.search ol a"
SHOWN = """() => [...document.querySelectorAll("article > section")]
  .filter((one) => one.checkVisibility()).map((one) => one.id).join()"""
CHOOSE = "(code) => { document.querySelector(`#choose-${code}`).click(); return true; }"
MESSAGE = """(anchor) => {
  const [fold, ...more] = document.querySelectorAll(".message[open]");
  const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
  const below = fold?.querySelector("h3").getBoundingClientRect().top - bar;
  return !more.length && fold?.querySelector("[id]").id === anchor && below >= 0 && below < 40;
}"""
# Whatever is for paper alone stands on the screen, and what is for the screen alone is gone.
AS_PRINTED = """() => {
  document.querySelector("link[media=print]").media = "all";
  for (const sheet of document.styleSheets) {
    for (const { media } of sheet.cssRules) {
      if (media?.mediaText.startsWith("screen")) media.mediaText = "not all";
    }
  }
}"""
ON_PAPER = "article h1, .paper-end__address"
ON_SCREEN = ".skip, .bar, .foot, .onward, button, .desk__reply, dialog"
SEEN = """(selector) => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility()).map((one) => one.className || one.tagName)"""


def _well_laid_out(phone) -> None:
    for script in (SIDEWAYS, OVERFLOWING, BROKEN):
        assert phone.run(script) == []


@pytest.mark.parametrize("locale", ["ja", "en", "my"])
def test_the_main_way(locale, phone, site):
    phone, server = phone(site.folder)
    home, ui = site.home(locale), site.guide.strings[locale].ui
    route = site.page(locale, route_slug(ROUTE)).url

    # A symptom is chosen; a step did not help; the next one is shown, and the mark is kept.
    phone.open(home)
    _well_laid_out(phone)
    phone.tap(f".start a[href*='{ROUTE}']")
    phone.arrive(route)
    assert phone.run(SHOWN) == route_codes(site.guide, site.guide.routes.by_id()[ROUTE])[0]
    _well_laid_out(phone)
    phone.open(f"{route}#3046")
    phone.wait(f"() => ({SHOWN})() === '3046'")
    phone.tap("[data-code='3046'] [data-result='2']")
    phone.wait(f"() => ({SHOWN})() === '3072'")
    phone.run("() => history.back()")
    phone.wait(f"() => ({SHOWN})() === '3046'")
    assert json.loads(phone.run("() => localStorage['guide-tried']")) == {"3046": 2}

    # The step where it stands in its chapter knows of the mark, and another one is marked there.
    phone.open(f"{home}network/#3046")
    mark = "() => document.querySelector('[data-tried=\"3046\"] input:checked').value"
    assert phone.run(mark) == "2"
    phone.tap("[id='3072'] .result summary")
    phone.tap("[data-tried='3072'] label:last-of-type")
    phone.open(f"{home}report/")
    _well_laid_out(phone)
    assert phone.find(".tried-summary output").text.replace(" ", "")[:-2] == "30423073"

    # A link to a message opens it, with its title at the top.
    phone.open(f"{home}errors/#refused")
    phone.wait(MESSAGE, "refused")
    _well_laid_out(phone)

    # A value is copied, which a paste shows, and found by the search.
    phone.open(f"{home}settings/")
    _well_laid_out(phone)
    phone.tap("button.copy[data-copy='imap.softbank.jp']")
    phone.wait(
        "(said) => document.querySelector('.copy--done')?.innerText.includes(said)", ui["copied"]
    )
    phone.tap(".search-open")
    field = phone.find(INPUT)
    field.send_keys(Keys.CONTROL, "v")
    phone.wait(f"() => document.querySelector('{INPUT}').value === 'imap.softbank.jp'")
    assert phone.find(RESULT).get_attribute("href") == f"{server.base}{home}settings/#top"
    field.clear()
    field.send_keys("3072")
    phone.wait(f"() => document.querySelector('{RESULT}')?.href.includes('network/#')")
    _well_laid_out(phone)
    field.send_keys(Keys.ENTER)
    phone.wait("() => location.pathname.endsWith('network/') && document.readyState === 'complete'")

    # The desk answers in words and with a code.
    phone.open(f"{home}support-desk/")
    for code in ("3046", "7034"):
        phone.wait(CHOOSE, code)
    phone.wait("() => document.querySelector('.desk__qr canvas')?.width > 20")
    phone.find("[data-reply='text']")
    phone.wait("() => document.querySelector('[data-text=customer]').innerText.includes('[3046]')")
    _well_laid_out(phone)

    # On paper it is the page alone.
    phone.run(AS_PRINTED)
    phone.wait(f"() => ({SEEN})('.bar').length === 0")
    assert phone.run(SEEN, ON_SCREEN) == []
    assert len(phone.run(SEEN, ON_PAPER)) == 2

    # All of it has been kept meanwhile: then there is no network.
    phone.wait(f"async () => (await ({VERSION})('mail'))?.locales.includes('{locale}')")
    server.off()
    for path in (f"{home}profile/", f"s/3046/#{locale}", f"{home}errors/"):
        phone.open(path)
    assert phone.find(".saved p").text
    _well_laid_out(phone)


def test_an_update_is_offered_and_shown(phone, versions):  # noqa: F811
    phone, server = phone(versions["old"])
    phone.open("en/settings/")
    phone.wait(f"async () => (await ({VERSION})('mail'))?.version")
    server.folder = versions["new"]
    phone.open("en/support-desk/")
    phone.tap(".saved button")
    phone.open("en/settings/")
    phone.wait(f"() => document.querySelector(\"{PORT}\").innerText === '1993'")
