"""Which translations are out of date, and how much that matters."""

from datetime import date

import pytest
from guide.words.translation import (
    Change,
    Translated,
    changes,
    mark,
    record,
    sections,
    state_of,
    written,
)

PAGE = """---
description: What it is.
---

# Title

Before.

## One { #one data-step="3046" }

1. Wait 10 seconds.
2. Open it: {{ path("wifi") }} or {{ link("softbank-support", "here") }}.

!!! expect
    It works.
"""


def _marks(page: str) -> dict:
    return {"network": {name: mark(text) for name, text in sections(page).items()}}


def _translated(page: str = PAGE) -> Translated:
    return record(_marks(page), None, ["network"])


def test_a_page_is_parted_at_its_headings():
    assert list(sections(PAGE)) == ["description", "top", "one"]
    assert sections(PAGE)["description"] == "description: What it is."
    assert "Before." in sections(PAGE)["top"]


def test_nothing_has_changed():
    assert changes(_marks(PAGE), _translated()) == []
    assert state_of("network", []) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It works.", "Mail works."),
        ("Before.", "Before that."),
        ('"here"', '"on this page"'),
        ("What it is.", "What this is."),
    ],
)
def test_other_words_are_a_change_of_wording(before, after):
    (change,) = changes(_marks(PAGE.replace(before, after)), _translated())
    assert change.kind == "wording"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("10 seconds", "30 seconds"),
        ('path("wifi")', 'path("cellular")'),
        ("!!! expect", '{{ caution("never-without-ssl") }}\n\n!!! expect'),
        ("1. Wait 10 seconds.\n2.", "1."),
        ('data-step="3046"', 'data-step="3051"'),
        ('"softbank-support"', '"apple-support"'),
        ("It works.", "It **never** works."),
    ],
)
def test_another_fact_warning_or_thing_to_do_is_a_change_of_facts(before, after):
    (change,) = changes(_marks(PAGE.replace(before, after)), _translated())
    assert change == Change("network", "one", "facts")
    assert state_of("network", [change, Change("network", "top", "wording")]) == "facts"


def test_a_new_and_a_removed_section_are_changes_of_facts():
    more = PAGE + "\n## Two { #two }\n\nMore.\n"
    assert changes(_marks(more), _translated()) == [Change("network", "two", "facts")]
    assert changes(_marks(PAGE), _translated(more)) == [Change("network", "two", "facts")]


def test_a_changed_warning_of_the_strings_concerns_every_page():
    assert state_of("about", [Change("strings", "cautions", "facts")]) == "facts"
    assert state_of("about", [Change("strings", "ui", "wording")]) is None


def test_a_review_ends_with_the_text_that_was_reviewed():
    first = _translated()
    page = first.pages["network"].model_copy(update={"reviewed": date(2026, 12, 1)})
    reviewed = Translated(pages={"network": page})
    again = record(_marks(PAGE), reviewed, ["network"])
    assert again.pages["network"].reviewed == date(2026, 12, 1)
    changed = record(_marks(PAGE.replace("Before", "After")), reviewed, ["network"])
    assert changed.pages["network"].reviewed is None


def test_only_the_named_pages_are_recorded():
    now = {**_marks(PAGE), "about": {"top": mark("x")}}
    assert record(now, None, ["about"]).pages.keys() == {"about"}
    assert "about" in written(record(now, None, ["about"]))
