"""Every walk through the chapters along facts/next_steps.yml, whatever each step shows.

No page is built.
"""

import pytest
from guide.facts.next_steps import ELSE, ELSEWHERE, AllNextSteps
from guide.facts.steps import Steps
from guide.facts.yaml_file import read_model
from site_build import ROOT

NEXT = read_model(ROOT / "facts/next_steps.yml", AllNextSteps, ROOT)
STEPS = read_model(ROOT / "facts/steps.yml", Steps, ROOT)
STEP = {step.code: step for step in STEPS.active()}
HELP, WHICH_MAIL = STEPS.help, "1010"
# What puts an end to a condition: a step that was done, or another condition that was seen.
ENDED_BY = {
    "password-not-renewed": {"5036"},
    "settings-are-grey": {"4049"},
    "made-by-profile": {"4049"},
    "no-account": {"6089", "account-exists"},
    "setup-page-fails": {"8039"},
}


def reached(start: str, without: set[str] = frozenset()) -> set[str]:
    """The steps that one can come to from ``start``, by none of these steps or conditions."""
    found, waiting = set(), [start]
    while waiting:
        code = waiting.pop()
        if code not in found and code not in without:
            found.add(code)
            waiting += [to for condition, to in NEXT.targets(code) if condition not in without]
    return found


def test_each_step_says_where_to_go():
    assert NEXT.next_steps.keys() == STEP.keys()


def test_no_walk_goes_round():
    """Whoever comes to a step again was led on by a condition that has come to its end since.

    Such a way is gone once, so that it cannot be part of what goes round for ever.
    """
    gone_once = set()
    for condition in ENDED_BY:
        for code in STEP:
            for name, target in NEXT.targets(code):
                again = reached(target, ENDED_BY[condition] | gone_once)
                assert name != condition or code not in again, f"{code} by {name} to {target}"
        gone_once.add(condition)
    for code in STEP:
        for name, target in NEXT.targets(code):
            again = name not in gone_once and code in reached(target, gone_once)
            assert not again, f"{code} by {name} to {target}"


@pytest.mark.parametrize("code", STEP)
def test_who_fails_at_everything_reaches_a_human(code):
    """By the way for all others, which every step has; or the step itself says who helps."""
    walk = [code]
    while walk[-1] != HELP and NEXT.next_steps[walk[-1]].failed != ELSEWHERE:
        after = NEXT.next_steps[walk[-1]].ways("failed")[ELSE]
        assert after not in walk, f"round and round: {walk}"
        walk.append(after)
    assert len(walk) < len(STEP)


def test_nobody_with_another_address_goes_further():
    assert NEXT.next_steps[WHICH_MAIL].failed == ELSEWHERE


@pytest.mark.parametrize("code", [code for code in STEP if STEP[code].changes != "nothing"])
def test_what_changes_something_is_followed_by_a_test_of_mail(code):
    """Where all goes well, one comes to a step that ends with mail that works."""
    walk = [code]
    while after := NEXT.next_steps[walk[-1]].ways("worked"):
        assert after[ELSE] not in walk, f"round and round, and no test of mail: {walk}"
        walk.append(after[ELSE])


def test_what_erases_comes_after_what_does_not():
    """Nothing leads to an erasing step but one that is tried for itself, or another such step."""
    for code in STEP:
        for condition, target in NEXT.targets(code):
            if not STEP[target].erases:
                continue
            found = NEXT.next_steps[code]
            offered = HELP in found.ways("failed").values() or STEP[code].erases
            assert offered, f"{code} leads by {condition} to {target} before a human is offered"


def test_each_step_can_be_reached():
    """From the first one; or it is named here."""
    assert set(STEP) - reached(WHICH_MAIL) == {
        "2035",  # another app: only with a computer
        "4082",  # after an update of iOS: a heading that readers look for
        "5073",  # another service's mail
        "6111",  # not saved: a heading that readers look for
        "8071",  # the last resort: after a human was asked
    }
