"""Pages of every language, in a real browser, on a phone; some on a PC too.

A page costs most of a second: one load a size (visits.py), and axe-core on it. So each page is seen
in a language of each kind of script, and in a seventh of the others by turns; a language's first
page and its settings always. The tests read what was found there.
"""

import pytest
from browser.conftest import Tabs
from browser.layout import APART, TWICE, WIDTHS, add_style
from browser.visits import LISTEN, Visits, looks_of_contrast, visit
from sampling import EVERY, KINDS, sampled
from site_reader import EVERY_LOCALE, LOCALES

PC = {"ja", "en", *sampled("pages on a PC")}
VISITS = [
    (locale, size)
    for locale in LOCALES
    for size in ("phone", "pc")
    if size == "phone" or locale in PC
]
# So many screens of a phone are all chapters at most (`make bench` has each language's), and where
# they are longest.
SCREENS, LONGEST = 132, ["ja-easy", "id"]


@pytest.fixture(scope="module", params=VISITS, ids="-".join)
def visits(request, browser, base, site) -> Visits:
    """What there is to say of the pages of a language in one size; each is loaded once."""
    locale, size = request.param
    tabs = Tabs(browser, base)
    opened = tabs("settings.json", size)
    opened.page.add_init_script(LISTEN)
    found = Visits()
    for turn, page in enumerate(site.of(locale)):
        if has_its_turn(page.locale, page.slug, turn, size):
            visit(opened, page, turn, size, base, found)
    tabs.close()
    return found


def has_its_turn(locale: str, slug: str, turn: int, size: str) -> bool:
    """Whether a page, by its number in its language, is one of those that are looked at."""
    if EVERY or slug in ("index", "settings") or (locale in KINDS and size == "phone"):
        return True
    if looks_of_contrast(locale, size, turn):
        return True
    return (turn - EVERY_LOCALE.index(locale)) % 7 == 0


def test_nothing_goes_wrong(visits):
    """No error in the console, no request that fails."""
    assert visits.found["trouble"] == []


def test_no_policy_is_broken(visits):
    assert visits.found["policy"] == []


def test_nothing_is_asked_of_another_server(visits):
    assert visits.found["elsewhere"] == []


def test_no_page_scrolls_sideways(visits):
    """On a narrow phone too, with letters twice as large or further apart."""
    assert visits.found["sideways"] == []


def test_nothing_runs_over_its_box(visits):
    assert visits.found["over"] == []


def test_nothing_is_cut_off(visits):
    assert visits.found["cut"] == []


def test_no_value_is_broken_into_two_lines(visits):
    assert visits.found["broken"] == []


def test_no_title_is_a_column_of_letters(visits):
    assert visits.found["cramped"] == []


def test_the_order_of_reading_is_that_of_the_eye(visits):
    assert visits.found["backwards"] == []


def test_the_settings_fit_on_one_screen_of_a_phone(visits):
    assert visits.found["settings"] == []


def test_a_page_is_dark_when_it_should_be(visits):
    assert visits.found["ground"] == []


def test_targets_are_large_enough(visits):
    assert visits.found["targets"] == []


def test_axe_finds_nothing(visits):
    assert visits.found["axe"] == []


@pytest.mark.parametrize("locale", EVERY_LOCALE if EVERY else LONGEST)
def test_the_chapters_of_a_language_are_not_too_long(locale, open_page, site, base):
    """On a phone, as a reader opens them; three seconds a language."""
    opened = open_page("settings.json")
    height = 0
    for slug in site.guide.slugs:
        opened.go_to(base + site.page(locale, slug).url)
        height += opened.page.evaluate("document.documentElement.scrollHeight")
    assert height / opened.page.viewport_size["height"] <= SCREENS


def test_contrast_is_high_enough(visits):
    assert visits.found["contrast"] == []


def test_contrast_is_measured_on_each_page_light_and_dark_and_in_each_language(site):
    """Where visits.py lets axe-core look at contrast."""
    looks = [
        (turn, locale, scheme)
        for turn, page in enumerate(site.of("ja"))
        for locale, size in VISITS
        if has_its_turn(locale, page.slug, turn, size)
        for scheme in looks_of_contrast(locale, size, turn)
    ]
    for turn in range(len(site.of("ja"))):
        assert {scheme for page, _, scheme in looks if page == turn} == {"light", "dark"}
        assert len({locale for page, locale, _ in looks if page == turn}) >= 3
    assert {locale for _, locale, _ in looks} == {*LOCALES}


@pytest.mark.parametrize("css", [TWICE, APART])
@pytest.mark.parametrize("fold", [".menu", ".languages"])
def test_open_menus_with_large_text(fold, css, open_page, site, base):
    """All of a menu can be reached: it scrolls where it is longer than the screen."""
    opened = open_page("", "narrow")
    page = opened.page
    for locale in ("ja-easy", "en", "vi", "id", "pt-BR", "my"):
        opened.go_to(base + site.page(locale, "network").url)
        add_style(page, css)
        page.locator(f"{fold} summary").click()
        scroll, client = page.evaluate(WIDTHS)
        assert scroll <= client, f"{locale} {fold} scrolls sideways"
        for link in (page.locator(f"{fold} a").first, page.locator(f"{fold} a").last):
            link.scroll_into_view_if_needed()
            box = link.bounding_box()
            assert box["x"] >= 0, f"{locale} {fold}"
            assert box["x"] + box["width"] <= 320.5, f"{locale} {fold}"
            assert link.evaluate("""link => {
                const box = link.getBoundingClientRect();
                const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return link.contains(at) && link.scrollWidth <= link.clientWidth + 1;
            }"""), f"{locale} {fold}"


@pytest.mark.parametrize(
    ("path", "words"),
    [("nowhere/", "ページが見つかりません"), ("en/nowhere/deep/", "Page not found")],
)
def test_an_unknown_address_says_so_and_leads_home(path, words, open_page, base):
    opened = open_page(path)
    assert opened.page.locator(".not-found :is(h1, h2)", has_text=words).first.is_visible()
    assert [line for line in opened.trouble if "nowhere" not in line and "404 (" not in line] == []
    opened.page.locator(".not-found[lang=ja] a").first.click()
    assert opened.page.url == base


def test_without_javascript_everything_is_there(open_page, site):
    """And each language leads on to the next, as far as to the first again."""
    page = open_page(site.page("ja", "settings").url, java_script_enabled=False).page
    for other in [*LOCALES[1:], "ja"]:
        assert page.locator("table.settings [data-fact='imap.port']").inner_text() == "993"
        assert page.locator("button.copy:visible").count() == 0
        page.locator(".languages summary").click()
        page.locator(f".languages a[data-locale={other}]").click()
        assert page.locator("html").get_attribute("lang") == site.guide.strings[other].html_lang
        assert page.url.endswith("/mail/" + site.home(other) + "settings/")


def test_nothing_is_kept_but_a_chosen_language(open_page, site):
    """As the about page promises."""
    opened = open_page(site.page("ja", "about").url).page
    assert _kept(opened) == set()
    opened.locator(".languages summary").click()
    opened.locator(".languages a[data-locale=vi]").click()
    opened.wait_for_url("**/vi/about/")
    assert _kept(opened) == {"guide-language"}
    assert opened.evaluate("localStorage['guide-language']") == "vi"
    assert opened.context.cookies() == []


def _kept(page) -> set[str]:
    return set(page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))"))
