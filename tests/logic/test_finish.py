"""Putting a page's parts together, on small pieces of HTML."""

from types import SimpleNamespace

import pytest
from guide.page import finish, render
from guide.page.expand import BLOCK
from guide.problem import Problem
from guide.words import page_source


@pytest.fixture(autouse=True)
def plain_heads(monkeypatch):
    def head(guide, locale, code, level, attributes, title):
        return f'<section id="{code}"><h{level}{attributes}>{title}</h{level}>'

    monkeypatch.setattr(render, "step_head", head)


def together(html):
    return finish.put_steps_together(html, SimpleNamespace(), "ja", lambda code: f"<!{code}>")


def test_a_step_ends_at_the_next_heading_of_its_level():
    html = '<h2 id="a" data-step="3014">A</h2><p>1</p><h2 id="b">B</h2><p>2</p>'
    assert together(html) == (
        '<section id="3014"><h2 id="a">A</h2><p>1</p><!3014></section>\n<h2 id="b">B</h2><p>2</p>'
    )


def test_a_lower_heading_stays_inside_the_step():
    html = '<h2 id="a" data-step="3014">A</h2><h3 id="c">C</h3><p>1</p>'
    assert (
        together(html)
        == '<section id="3014"><h2 id="a">A</h2><h3 id="c">C</h3><p>1</p><!3014></section>\n'
    )


def test_a_page_without_steps_stays_as_it_is():
    assert together("<h1>T</h1><h2>A</h2><p>1</p>") == "<h1>T</h1><h2>A</h2><p>1</p>"


def test_blocks_are_put_in_place_of_their_paragraphs():
    html = f"<p>{BLOCK.format(1)}</p>\n<ul><li>{BLOCK.format(0)}</li></ul>"
    assert finish.put_blocks(html, ["<i>0</i>", "<table></table>"]) == (
        "<table></table>\n<ul><li><i>0</i></li></ul>"
    )


def test_headings_are_read_with_anchor_step_and_line():
    found = page_source.headings(
        '# T\n\n```\n# no heading\n```\n## A `x` { #a data-step="3014" }\n'
    )
    assert [(h.level, h.text, h.anchor, h.step, h.line) for h in found] == [
        (1, "T", None, None, 1),
        (2, "A `x`", "a", "3014", 6),
    ]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("## A { #a }\n", "0 first-level headings"),
        ("# T\n# U\n", "2 first-level headings"),
        ("# T\n## A\n", "has no anchor"),
        ("# T\n## A { #a }\n## B { #a }\n", "a second heading has the anchor #a"),
    ],
)
def test_wrong_headings_are_refused(markdown, words):
    with pytest.raises(Problem, match=words):
        page_source.check_headings(markdown, "docs/ja/x.md")
