"""The headings of a page, as they are written."""

import pytest
from guide.problem import Problem
from guide.words import page_source


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
