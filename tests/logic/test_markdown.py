"""What the guide adds to Markdown, on small pages."""

from types import SimpleNamespace

import pytest
from guide.page import render
from guide.page.expand import BLOCK
from guide.page.markdown import GuideExtension
from markdown import Markdown

STEPS = SimpleNamespace(
    chapters=["causes", "network"],
    number=lambda slug: 2,
    former=lambda code: ["3997", "3989"] if code == "3072" else [],
)


@pytest.fixture(autouse=True)
def plain_parts(monkeypatch):
    monkeypatch.setattr(render, "code_link", lambda guide, locale, code: f"<i>{code}</i>")
    monkeypatch.setattr(render, "step_cost", lambda guide, locale, code, route: "<p>cost</p>")
    monkeypatch.setattr(
        render, "step_foot", lambda guide, locale, code, folder: f"<div>{folder}{code}</div>"
    )


def html(text: str, slug: str = "about", blocks: tuple[str, ...] = (), drawings=False) -> str:
    extension = GuideExtension()
    guide = SimpleNamespace(steps=STEPS)
    extension.page = SimpleNamespace(
        guide=guide, locale="ja", slug=slug, to_root="../", blocks=list(blocks), drawings=drawings
    )
    return Markdown(extensions=["admonition", "attr_list", "tables", extension]).convert(text)


def test_a_step_ends_at_the_next_heading_of_its_level():
    assert html('## A { #a data-step="3014" }\n\n1\n\n## B { #b }\n\n2') == (
        '<section class="step" data-step="3014" id="3014">\n'
        '<h2 id="a">A <i>3014</i></h2>\n<p>cost</p>\n<p>1</p>\n'
        '<div>../s/3014</div></section>\n<h2 id="b">B</h2>\n<p>2</p>'
    )


def test_a_step_knows_the_codes_that_lead_to_it():
    """Marks under those count for it (tried.js)."""
    assert 'data-former="3997 3989"' in html('## A { #a data-step="3072" }\n\n1')
    assert "data-former" not in html('## A { #a data-step="3014" }\n\n1')


def test_what_is_said_of_drawings_stands_before_the_first_step(monkeypatch):
    """So that it is part of no step, whose text goes into tickets."""
    monkeypatch.setattr(render, "drawings_note", lambda guide, locale: "<p>drawn</p>")
    text = '# P\n\n1\n\n## A { #a data-step="3014" }\n\n2'
    assert "<p>1</p>\n<p>drawn</p>\n<section" in html(text, drawings=True)
    assert "drawn" not in html(text)


def test_on_a_page_without_steps_it_stands_after_the_introduction(monkeypatch):
    monkeypatch.setattr(render, "drawings_note", lambda guide, locale: "<p>drawn</p>")
    assert "<p>1</p>\n<p>drawn</p>\n<h2>A</h2>" in html("# P\n\n1\n\n## A\n\n2", drawings=True)


def test_what_else_may_be_seen_is_folded_in_a_chapter_too():
    found = html('## A { #a data-step="3014" }\n\n!!! otherwise "If not"\n    Look.')
    assert '<details class="admonition otherwise">\n<summary' in found


def test_a_lower_heading_stays_inside_the_step():
    found = html('## A { #a data-step="3014" }\n\n### C { #c }\n\n1')
    assert found.index('<h3 id="c">C</h3>') < found.index("</section>")
    assert found.count("<section") == found.count("</section>") == 1


def test_a_step_inside_a_chapter_of_a_page_closes_before_a_higher_heading():
    found = html('## A\n\n### B { #b data-step="3014" }\n\n1\n\n## C\n\n2')
    assert found.index("<h2>A</h2>") < found.index("<section")
    assert found.index("</section>") < found.index("<h2>C</h2>")


def test_a_page_without_steps_stays_as_it_is():
    assert html("# T\n\n## A\n\n1") == "<h1>T</h1>\n<h2>A</h2>\n<p>1</p>"


def test_blocks_are_put_in_place_of_their_paragraphs():
    text = f"{BLOCK.format(1)}\n\n- {BLOCK.format(0)}"
    assert html(text, blocks=("<i>0</i>", "<table>\n\n*a*</table>")) == (
        "<table>\n\n*a*</table>\n<ul>\n<li><i>0</i></li>\n</ul>"
    )


def test_a_block_that_has_the_mark_of_another_stays_as_it_is():
    assert html(BLOCK.format(0), blocks=(f"<b>{BLOCK.format(1)}</b>", "x")) == (
        f"<p><b>{BLOCK.format(1)}</b></p>"
    )


def test_tables_scroll_in_a_frame_and_an_empty_head_heads_nothing():
    found = html("|  | A |\n|---|---|\n| 1 | 2 |")
    assert found.startswith('<div class="scroll" tabindex="0"><table>')
    assert "<td></td>\n<th>A</th>" in found


def test_links_to_chapters_and_chapters_are_numbered():
    assert html("[a](network.md#x) [b](report.md)") == (
        '<p><a data-chapter="2" href="network.md#x">a</a> <a href="report.md">b</a></p>'
    )
    assert html("# T", "network").startswith('<p class="chapter-number" aria-hidden="true"')
