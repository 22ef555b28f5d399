"""No step code that was ever issued may change or disappear: they stand in tickets and on paper."""

import subprocess

import pytest
import yaml
from guide.steps import Steps
from guide.yaml_file import read_model
from site_build import ROOT

FILE = "facts/steps.yml"


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", "-c", "safe.directory=*", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _issued() -> dict[str, tuple[str, str]]:
    steps = read_model(ROOT / FILE, Steps, ROOT).steps
    return {step.code: (step.chapter, step.anchor) for step in steps}


def lost(history: list[str], issued: dict[str, tuple[str, str]]) -> list[str]:
    """What former states of facts/steps.yml had and the present one lacks or says otherwise."""
    found = []
    for text in history:
        for step in yaml.safe_load(text)["steps"]:
            place = (step["chapter"], step["anchor"])
            if issued.get(step["code"]) != place:
                found.append(f"{step['code']} was {'#'.join(place)}")
    return sorted(set(found))


def test_every_code_in_the_history_is_still_there():
    if not (ROOT / ".git").exists():
        pytest.skip("no git history beside these files: nothing to compare with")
    if _git("rev-parse", "--is-shallow-repository").strip() == "true":
        pytest.skip("a shallow clone: fetch its history with `git fetch --unshallow`")
    commits = _git("log", "--format=%H", "--", FILE).split()
    assert lost([_git("show", f"{commit}:{FILE}") for commit in commits], _issued()) == []


def test_a_removed_and_a_moved_code_are_noticed():
    text = (ROOT / FILE).read_text(encoding="utf-8")
    issued = _issued()
    assert lost([text], issued) == []
    del issued["3046"]
    issued["3051"] = ("network", "other")
    assert lost([text], issued) == [
        "3046 was network#another-network",
        "3051 was network#wait-and-retry",
    ]
