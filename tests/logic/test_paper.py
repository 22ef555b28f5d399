"""Setting PDFs, on small documents."""

import hashlib

import pytest
from guide.page.web_page import WebPage
from guide.paper.parts import to_parts
from guide.paper.qr import qr_code
from guide.paper.set_pdf import Document, set_all, set_pdf
from guide.problem import Problem

PAGE = '<!doctype html><html lang="en"><head><title>T</title></head><body>{}</body></html>'


def test_two_of_the_same_are_the_same_byte_for_byte(tmp_path):
    html = PAGE.format(f"<h1>A</h1><img src='{qr_code('https://guide.example/')}' alt='x'>")
    documents = [Document(html, tmp_path / f"{name}.pdf") for name in "ab"]
    assert {done.pages for done in set_all(documents)} == {1}
    one, other = (hashlib.sha256(document.path.read_bytes()) for document in documents)
    assert one.hexdigest() == other.hexdigest()


def test_too_many_pages_are_a_problem(tmp_path):
    html = PAGE.format("<p style='break-after: page'>A</p>" * 3)
    with pytest.raises(Problem, match=r"x\.pdf: it has 3 pages, at most 2 are allowed"):
        list(set_all([Document(html, tmp_path / "x.pdf", 2)]))
    assert not (tmp_path / "x.pdf").exists()


def test_a_picture_that_is_not_there_is_a_problem(tmp_path):
    html = PAGE.format("<img src='nowhere.png' alt='x'>")
    with pytest.raises(Problem, match=r"x\.pdf: Failed to load image"):
        set_pdf(Document(html, tmp_path / "x.pdf"))


def test_links_stay_in_the_book_where_they_can():
    step = (
        '<section class="step" id="3046" data-step="3046"><h2 id="net">N '
        '<a class="step-code" href="#3046">3046</a></h2><p>x</p>'
        '<div class="step-foot"><button>y</button></div></section>'
    )
    pages = [
        WebPage("index", "en/", "I", '<h1 id="top">I</h1><a href="network/#net">a</a>'),
        WebPage(
            "network",
            "en/network/",
            "N",
            f'<p class="chapter-number">3</p><h1 id="top">N</h1>{step}'
            '<a href="#3046">b</a><a href="../">c</a><a href="../report/">d</a>'
            '<a href="https://other.example/">e</a>',
        ),
    ]
    first, second = to_parts(pages, "https://guide.example/", "en")
    assert 'href="#network--net"' in first.html
    assert second.title == "3. N"
    assert second.steps == {"3046": "N"}
    for link in ("#3046", "#index--top", "https://guide.example/en/report/", "https://other.ex"):
        assert f'href="{link}' in second.html
    assert "step-foot" not in second.html
    assert "chapter-number" not in second.html
