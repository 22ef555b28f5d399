"""Step codes: form, check digit, order of issue."""

import pytest
from guide.facts.steps import Step, Steps
from guide.facts.yaml_file import read_model
from pydantic import ValidationError
from site_build import ROOT
from stdnum import damm


def step(**changes):
    values = {
        "code": "3014",
        "chapter": "network",
        "anchor": "a",
        "minutes": 1,
        "changes": "nothing",
    }
    return values | changes


def steps(*all_steps):
    return Steps.model_validate(
        {
            "chapters": ["index", "causes", "network"],
            "help": next(one["code"] for one in all_steps if "successor" not in one),
            "steps": list(all_steps),
        }
    )


@pytest.mark.parametrize("code", ["3015", "301", "30140", "３０１４", "301a", ""])
def test_a_wrong_code_is_refused(code):
    with pytest.raises(ValidationError):
        Step.model_validate(step(code=code))


def test_every_wrong_digit_and_every_swap_of_neighbours_is_noticed():
    """What a code said over the phone can suffer."""
    for issued in read_model(ROOT / "facts/steps.yml", Steps, ROOT).steps:
        code = issued.code
        for place in range(4):
            for digit in set("0123456789") - {code[place]}:
                assert not damm.is_valid(code[:place] + digit + code[place + 1 :])
        for place in range(3):
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert swapped == code or not damm.is_valid(swapped)


def test_two_steps_with_one_code_are_refused():
    with pytest.raises(ValidationError, match="two steps have the code 3014"):
        steps(step(), step(anchor="b"))


def test_two_steps_with_one_anchor_are_refused():
    with pytest.raises(ValidationError, match="has #a already"):
        steps(step(), step(code="3023"))


def test_a_code_begins_with_its_chapter():
    with pytest.raises(ValidationError, match="begins with 2"):
        steps(step(chapter="causes"))


def test_a_withdrawn_step_names_one_in_use():
    assert [
        s.code for s in steps(step(successor="3023"), step(code="3023", anchor="b")).active()
    ] == ["3023"]
    with pytest.raises(ValidationError, match="3014: its successor 3038 is no step in use"):
        steps(step(successor="3038"), step(code="3023", anchor="b"))


def test_the_step_where_a_human_helps_is_in_use():
    with pytest.raises(ValidationError, match="help: 3014 is no step in use"):
        Steps.model_validate(
            {
                "chapters": ["index", "causes", "network"],
                "help": "3014",
                "steps": [step(successor="3023"), step(code="3023", anchor="b")],
            }
        )


def test_what_is_erased_is_said_exactly_where_something_is():
    with pytest.raises(ValidationError, match="go together"):
        Step.model_validate(step(changes="data"))
    with pytest.raises(ValidationError, match="go together"):
        Step.model_validate(step(erases=["x"]))


def test_the_next_code_follows_the_last_one_issued_even_a_withdrawn_one():
    issued = steps(step(), step(code="3023", anchor="b", successor="3014"))
    assert issued.next_code("network") == "303" + damm.calc_check_digit("303")
    assert issued.next_code("causes") == "201" + damm.calc_check_digit("201")
