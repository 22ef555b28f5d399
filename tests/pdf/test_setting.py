"""Setting PDFs, on small documents. About 10 s: the first one reads every font of the machine."""

import hashlib

import pytest
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
