"""No step code and no page ever issued may disappear: they stand in tickets and on paper."""

import subprocess

import pytest
import yaml
from guide.facts.pages import Pages
from guide.facts.steps import Steps
from guide.facts.yaml_file import read_model
from site_build import ROOT

STEPS = "facts/steps.yml"
PAGES = "facts/pages.yml"


def _history(file: str) -> list[str]:
    """Every state of a file that the repository has."""
    if not (ROOT / ".git").exists():
        pytest.skip("no git history beside these files: nothing to compare with")
    if _git("rev-parse", "--is-shallow-repository").strip() == "true":
        pytest.skip("a shallow clone: fetch its history with `git fetch --unshallow`")
    commits = _git("log", "--format=%H", "--", file).split()
    return [_git("show", f"{commit}:{file}") for commit in commits]


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", "-c", "safe.directory=*", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _issued() -> dict[str, tuple[str, str]]:
    steps = read_model(ROOT / STEPS, Steps, ROOT).steps
    return {step.code: (step.chapter, step.anchor) for step in steps}


def _pages() -> Pages:
    return read_model(ROOT / PAGES, Pages, ROOT)


def lost_steps(
    history: list[str], issued: dict[str, tuple[str, str]], moved: dict[str, str]
) -> list[str]:
    """What former states of facts/steps.yml had and the present one lacks or says otherwise.

    Args:
        history: the former states, as YAML.
        issued: the present chapter and anchor of each code.
        moved: the new slug of each renamed chapter.
    """
    found = []
    for text in history:
        for step in yaml.safe_load(text)["steps"]:
            place = (step["chapter"], step["anchor"])
            now = (moved.get(step["chapter"], step["chapter"]), step["anchor"])
            if issued.get(step["code"]) != now:
                found.append(f"{step['code']} was {'#'.join(place)}")
    return sorted(set(found))


def lost_pages(history: list[str], pages: Pages) -> list[str]:
    """The slugs that former states of facts/pages.yml had and the present one lacks."""
    present = {page.slug for page in pages.pages}
    former = {page["slug"] for text in history for page in yaml.safe_load(text)["pages"]}
    return sorted(former - present)


def test_every_code_in_the_history_is_still_there():
    assert lost_steps(_history(STEPS), _issued(), _pages().moved()) == []


def test_every_page_in_the_history_is_still_there():
    assert lost_pages(_history(PAGES), _pages()) == []


def test_a_removed_and_a_moved_code_are_noticed():
    text = (ROOT / STEPS).read_text(encoding="utf-8")
    issued = _issued()
    assert lost_steps([text], issued, {}) == []
    del issued["3046"]
    issued["3051"] = ("network", "other")
    issued["3038"] = ("connection", "signal")
    assert lost_steps([text], issued, {}) == [
        "3038 was network#signal",
        "3046 was network#another-network",
        "3051 was network#wait-and-retry",
    ]


def test_the_steps_of_a_renamed_chapter_are_not_lost():
    text = (ROOT / STEPS).read_text(encoding="utf-8")
    issued = {
        code: ("connection" if chapter == "network" else chapter, anchor)
        for code, (chapter, anchor) in _issued().items()
    }
    assert lost_steps([text], issued, {"network": "connection"}) == []


def test_a_removed_page_is_noticed():
    text = (ROOT / PAGES).read_text(encoding="utf-8")
    fewer = Pages(pages=[page for page in _pages().pages if page.slug != "network"])
    assert lost_pages([text], fewer) == ["network"]
