"""What the PDFs are: tagged, embedded, bookmarked, in the right language, with the right fonts."""

import re

import pytest
from guide.paper.book import book_slugs
from guide.paper.fonts import FONTS, LATIN, SYMBOLS
from paper_reader import family_of, squeezed
from sampling import GUIDES, PAPERS, SHEETS
from site_build import REPORT_URL, SITE_URL
from site_reader import plain_text


@pytest.mark.parametrize("name", PAPERS)
def test_it_is_tagged_and_names_its_language_and_title(name, paper, site):
    locale = name.partition("-")[2]
    root = paper[name].reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == site.guide.strings[locale].html_lang
    assert site.guide.strings[locale].site_name in paper[name].reader.metadata.title
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


@pytest.mark.parametrize("name", PAPERS)
def test_every_picture_has_words(name, paper):
    """QR codes say their address to a screen reader."""
    figures = [e for e in _elements(paper[name].reader) if e.get("/S") == "/Figure"]
    assert figures
    assert all(str(figure.get("/Alt", "")).startswith("https://") for figure in figures)


def _elements(reader):
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop()
        yield element
        children = element.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            child = child.get_object()
            if hasattr(child, "get"):
                waiting.append(child)


@pytest.mark.parametrize("name", PAPERS)
def test_no_glyph_is_missing(name, paper):
    glyphs = paper[name].glyphs
    assert {page for page, glyph in glyphs if glyph == 0} == set()
    assert "\ufffd" not in paper[name].text
    assert len(glyphs) > 1000


@pytest.mark.parametrize("name", PAPERS)
def test_every_font_is_embedded_and_right_for_its_language(name, paper, site):
    """Japanese is never set in a font of Chinese or Korean forms."""
    locale = name.partition("-")[2]
    shown = {locale, *site.guide.strings[locale].companions, "ja"}
    tags = {site.guide.strings[one].html_lang for one in shown}
    families = {LATIN, *SYMBOLS, *(family_of(tag) or LATIN for tag in tags)}
    allowed = {family.replace(" ", "-") for family in families}
    fonts = paper[name].fonts()
    for font, descriptor in fonts.items():
        assert any(key in descriptor for key in ("/FontFile2", "/FontFile3")), font
        assert re.sub(r"(-(Bold|Regular|Medium|Italic|Oblique)+)+$", "", font) in allowed, font
    assert any(font.startswith(FONTS["ja"].replace(" ", "-")) for font in fonts)


@pytest.mark.parametrize("locale", SHEETS)
def test_the_counter_sheet_is_two_pages_of_a4(locale, paper):
    pages = paper[f"counter-{locale}"].reader.pages
    assert len(pages) <= 2
    for page in pages:
        assert abs(page.mediabox.width - 595.28) < 1
        assert abs(page.mediabox.height - 841.89) < 1


@pytest.mark.parametrize("locale", GUIDES)
def test_bookmarks_lead_to_every_chapter_and_step(locale, paper, site):
    reader = paper[f"guide-{locale}"].reader
    found = dict(_bookmarks(reader, reader.outline))
    for slug in book_slugs(site.guide):
        title = plain_text(site.page(locale, slug).article.h1)
        assert any(title in bookmark for bookmark in found), (title, list(found)[:3])
    for step in site.guide.steps.active():
        (page,) = (page for bookmark, page in found.items() if bookmark.endswith(step.code))
        assert step.code in paper[f"guide-{locale}"].texts[page]


def _bookmarks(reader, outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from _bookmarks(reader, entry)
        else:
            yield entry.title, reader.get_destination_page_number(entry)


@pytest.mark.parametrize("locale", GUIDES)
def test_the_contents_give_the_right_pages(locale, paper, site):
    book = paper[f"guide-{locale}"]
    contents = "\n".join(book.texts[1:4])
    for step in site.guide.steps.active():
        # A title with readings is read in several lines.
        entry = re.search(
            rf"^{step.code}\s.*?\.{{3,}}\s*(\d+)$", contents, re.DOTALL | re.MULTILINE
        )
        number = int(entry[1])
        assert step.code in book.texts[number - 1], (step.code, number)
        title = plain_text(site.step_pages[step.code].soup.select_one(f"section[id='{locale}'] h2"))
        assert squeezed(title, locale) in squeezed(book.texts[number - 1], locale)
    assert f"{len(book.texts)} / {len(book.texts)}" in book.texts[-1]


@pytest.mark.parametrize("name", PAPERS)
def test_links_lead_inside_or_to_a_known_address(name, paper, site):
    reader = paper[name].reader
    known = {str(link.url) for link in site.guide.links.links.values()}
    inside = 0
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            annotation = annotation.get_object()
            action = annotation.get("/A")
            if action and "/URI" in action:
                uri = str(action["/URI"])
                assert uri in known or uri.startswith((SITE_URL, REPORT_URL)), uri
            else:
                inside += 1
    assert inside > 100 or name.startswith("counter")
