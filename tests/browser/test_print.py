"""A page printed from the browser is paper that a desk would hand over."""

import unicodedata
from collections import Counter

import pytest
from paper_reader import Paper, codes
from site_build import SITE_URL

PAGES = ("network", "still-failing", "settings", "errors", "report")


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.fixture
def print_page(open_page, tmp_path):
    """Prints a page: ``print_page("en/network/")`` gives a ``Paper``."""

    def print_(path: str, **options) -> Paper:
        opened = open_page(path, "pc", **options).page
        file = tmp_path / "printed.pdf"
        opened.pdf(path=file, format="A4", prefer_css_page_size=True)
        return Paper(file)

    return print_


@pytest.mark.parametrize("slug", PAGES)
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_it_holds_the_page_and_no_navigation(locale, slug, print_page, site):
    page = site.page(locale, slug)
    printed = print_page(page.url)
    text = _squeezed(printed.text)
    for element in page.select_in_article("h1, h2, h3, .fact, .ios-path__steps li, details p, dd"):
        if not element.find_parent(class_=["send", "tried-summary", "onward"]):
            assert _squeezed(element.get_text()) in text, element
    ui = site.guide.strings[locale].ui
    for unwanted in ("send_step", "to_settings", "copy_ticket", "translation_status"):
        assert _squeezed(ui[unwanted]) not in text, unwanted


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_it_ends_with_its_address_as_text_and_as_a_code(locale, print_page, site):
    page = site.page(locale, "network")
    printed = print_page(page.url)
    last = len(printed.texts) - 1
    assert [code.text for code in codes(printed.picture(last))] == [SITE_URL + page.url]
    assert _squeezed(SITE_URL + page.url) in _squeezed(printed.texts[last])


@pytest.mark.parametrize("slug", ["network", "profile", "manual-setup"])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_no_step_is_cut_across_a_page(locale, slug, print_page, site):
    page = site.page(locale, slug)
    sheets = [_squeezed(text) for text in print_page(page.url).texts]
    results = _squeezed(site.guide.strings[locale].ui["tried"])
    begun = Counter()
    for step in page.select_in_article("section.step"):
        heading = step.select_one("h2")
        code = heading.select_one(".step-code").get_text()
        # On paper it comes last.
        title = heading.get_text().replace(code, "", 1)
        blocks = [title + code, step.select_one(".step__cost").get_text()]
        for block in step.select("li, .expect p, .otherwise p"):
            if not block.select_one("p, li, button, a"):
                blocks.append(block.get_text())
        # Not in one text: Chromium paints headings after what stands below them.
        whole = [sheet for sheet in sheets if all(_squeezed(block) in sheet for block in blocks)]
        assert len(whole) == 1, (code, blocks)
        begun[whole[0]] += 1
    assert all(sheet.count(results) == count for sheet, count in begun.items())


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_links_show_where_they_lead(locale, print_page, site):
    text = _squeezed(print_page(site.page(locale, "network").url).text)
    for key in ("softbank-outage", "apple-restart"):
        assert f"({site.guide.links.links[key].url})" in text
    page = site.page(locale, "manual-setup")
    chapter = page.article.select_one("a[data-chapter]")
    assert f"{_squeezed(chapter.get_text())}[7]" in _squeezed(print_page(page.url).text)


def test_a_dark_page_is_printed_on_white(print_page, site):
    printed = print_page(site.page("ja", "network").url, color_scheme="dark")
    histogram = printed.picture(0).histogram()
    assert sum(histogram[240:]) / sum(histogram) > 0.8


def test_folds_are_open_without_a_script_too(print_page, site):
    page = site.page("ja", "network")
    text = _squeezed(print_page(page.url, java_script_enabled=False).text)
    for fold in page.select_in_article("details.ios-path__other li"):
        assert _squeezed(fold.get_text()) in text
