"""A reader whose iPhone is in another language than the page says so once. Some seconds in all."""

import pytest
from sampling import sampled

CHAPTER, ROUTE = "manual-setup", "fix/set-up-new"
ARTICLE = "document.querySelector('article').innerHTML"
# What is seen of each label: its key, its words without our own beside them, its language.
_SHOWN = """kind => {
  const alone = '.ios-also, .ios-path__other, .ios-error__other, .sources';
  return [...document.querySelectorAll(`article [data-${kind}]`)]
    .filter((one) => !one.closest(alone))
    .map((one) => {
      const copy = (one.matches("li") ? one.querySelector("span") : one).cloneNode(true);
      for (const ours of copy.querySelectorAll("small, .ios-also, .inferred, rt")) ours.remove();
      const inferred = one.querySelector(".inferred") ??
        (one.matches(".ios-label") ? one.nextElementSibling?.querySelector(".inferred") : null);
      return [one.dataset[kind], copy.textContent.trim(), one.closest("[lang]").lang,
        one.matches("li, .ios-label") ? Boolean(inferred) : null];
    });
}"""


def _choose(page, phone: str) -> None:
    page.get_by_role("combobox", name="iPhone").select_option(phone)


def _is_said(page, site, phone: str) -> None:
    """All that is marked says what facts/ say for this phone, in its language."""
    lang = site.guide.strings[phone].html_lang
    page.wait_for_selector(f"article .ios-path__steps[lang={lang}]", state="attached")
    labels = page.evaluate(_SHOWN, "label")
    assert len(labels) > 20
    for key, words, said, inferred in labels:
        found = site.guide.labels.labels[key]
        assert words.strip("“”‘’「」『』") == found.words[phone], key
        assert said == lang, key
        assert inferred in (None, found.inferred(phone)), key
    for key, words, said, _ in page.evaluate(_SHOWN, "message"):
        assert words.split("[")[0].startswith(
            site.guide.message(key, phone).split("{")[0].strip()[:20]
        ), key
        assert said == lang, key


@pytest.mark.parametrize("locale", sampled("phone language"))
def test_what_is_chosen_once_is_said_on_every_page(locale, open_page, site, base):
    phone = "ko" if site.guide.ios_language(locale) != "ko" else "ja"
    opened = open_page(site.page(locale, CHAPTER).url)
    page = opened.page
    page.wait_for_selector(".ios-phone")
    assert not [address for address in opened.requests if "labels" in address]
    before = page.evaluate(ARTICLE)
    _choose(page, phone)
    _is_said(page, site, phone)
    assert page.evaluate("({...localStorage})") == {"guide-phone": phone}
    # What the page said is beside it: as a row's meaning, and behind a label in a sentence.
    own = site.guide.label("server-port", locale)
    assert own in page.locator("[data-label=server-port].ios-label + .ios-also").last.text_content()
    _choose(page, site.guide.ios_language(locale))
    page.wait_for_function("([before]) => " + ARTICLE + " === before", arg=[before])
    _choose(page, phone)
    opened.go_to(base + site.page(locale, ROUTE).url)
    _is_said(page, site, phone)
    assert page.locator(".ios-phone select").input_value() == phone
    assert opened.trouble == []


@pytest.mark.parametrize("locale", ["en", "ne"])
def test_titles_of_messages_are_those_of_the_phone(locale, open_page, site):
    """All of them, also those that the page has in its own words, which stand beside."""
    opened = open_page(site.page(locale, "errors").url)
    page = opened.page
    before = page.locator(".message summary").all_inner_texts()
    _choose(page, "ja")
    page.wait_for_selector(".message summary [lang=ja], .message summary > [lang=ja]")
    said = page.locator(".message summary").all_inner_texts()
    assert len(said) == len(site.guide.errors.errors)
    for error, title, own in zip(site.guide.errors.errors, said, before, strict=True):
        message = site.guide.message(error.messages[0], "ja")
        assert max(message.replace("}", "{").split("{")[::2], key=len) in title
        assert own.splitlines()[0] in title
    _choose(page, site.guide.ios_language(locale))
    page.wait_for_selector(".message summary [lang=ja]", state="detached")
    assert page.locator(".message summary").all_inner_texts() == before
    assert opened.trouble == []


def test_it_is_not_printed_and_not_there_without_a_script(open_page):
    page = open_page("ssl-check/").page
    page.wait_for_selector(".ios-phone")
    page.emulate_media(media="print")
    assert not page.locator(".ios-phone").is_visible()
    page = open_page("ssl-check/", java_script_enabled=False).page
    assert page.locator(".ios-phone").count() == 0
