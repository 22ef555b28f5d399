"""What a step has in a fold, in its chapter and on a route; each message in one."""

from types import SimpleNamespace
from xml.etree.ElementTree import fromstring, tostring

import pytest
from guide.page.folds import fold_reasons, fold_results, message_fold
from guide.problem import Problem

HEAD = "<h2>A</h2><p>cost</p>"
ACTIONS = "<ol><li>1</li></ol>"


def folded(html: str, explains: bool = False) -> str:
    section = fromstring(f"<section>{html}</section>")
    strings = SimpleNamespace(ui={"reasons": "Why"})
    steps = SimpleNamespace(step=lambda code: SimpleNamespace(explains=explains))
    guide = SimpleNamespace(steps=steps, strings={"en": strings})
    fold_results(section)
    fold_reasons(section, "3014", SimpleNamespace(guide=guide, locale="en", name="docs/en/fix.md"))
    html = tostring(section, encoding="unicode").replace("\n", "")
    return html.removeprefix("<section>").removesuffix("</section>")


def test_words_that_only_explain_are_folded():
    html = f"{HEAD}<p>Because.</p>{ACTIONS}"
    why = '<details class="reasons"><summary>Why</summary><p>Because.</p></details>'
    # What stands above leaves room for it before it has arrived.
    room = '<section data-reasons="">'
    assert folded(html, explains=True) == f"{room}{HEAD}{why}{ACTIONS}"
    assert folded(html) == html


def test_a_warning_among_them_stays_open():
    warning = "<p><strong>Do not.</strong></p>"
    html = folded(f"{HEAD}<p>Because.</p>{warning}{ACTIONS}", explains=True)
    assert html.endswith(f"</details>{warning}{ACTIONS}")


@pytest.mark.parametrize(
    ("words", "tag"), [("Look.", "details"), ("<strong>Do not.</strong>", "div")]
)
def test_what_else_may_be_seen_is_folded_unless_it_warns(words, tag):
    box = (
        f'<div class="admonition otherwise"><p class="admonition-title">If</p><p>{words}</p></div>'
    )
    assert folded(HEAD + ACTIONS + box).startswith(f"{HEAD}{ACTIONS}<{tag} ")


def test_a_step_without_actions_is_said():
    with pytest.raises(Problem, match="3014: explains: true, but docs"):
        folded(f"{HEAD}<p>Because.</p>", explains=True)


def test_a_message_is_named_by_its_heading_and_found_within():
    """What a link leads to stands in the fold: only then browsers open it by themselves."""
    fold = message_fold(fromstring('<h3 id="a">A</h3>'), "below")
    html = tostring(fold, encoding="unicode").replace("\n", "")
    summary = "<summary><h3>A</h3>below</summary>"
    assert html == f'<details class="message">{summary}<span id="a" /></details>'
