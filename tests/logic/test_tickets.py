"""The texts that an agent sends."""

from types import SimpleNamespace

import pytest
from guide.problem import Problem
from guide.steps.step_page import StepText
from guide.steps.tickets import tickets, utf16_units

GUIDE = SimpleNamespace(
    strings={
        "ja": SimpleNamespace(ui={"sms": "メール、ステップ{code}"}),
        "xx": SimpleNamespace(ui={"sms": "mail, step {code}"}),
    }
)


def said(title: str, site_url: str = "https://guide.example/") -> dict:
    texts = {
        "ja": StepText("", "", "", "題", "1. 一つ"),
        "xx": StepText("", "", "", title, "1. One thing"),
    }
    return tickets(GUIDE, "3046", texts, site_url)


def test_a_ticket_has_the_japanese_underneath():
    ticket = said("A title")["xx"]["ticket"]
    assert ticket == (
        "[3046] A title\n1. One thing\nhttps://guide.example/s/3046/#xx\n"
        "――――――――――\n"
        "[3046] 題\n1. 一つ\nhttps://guide.example/s/3046/#ja\n"
    )


def test_a_japanese_ticket_says_it_once():
    assert said("A")["ja"]["ticket"].count("一つ") == 1


def test_an_sms_takes_the_fullest_words_that_fit_and_cuts_none():
    url = "https://guide.example/s/3046/#xx"
    assert said("A" * 37)["xx"]["sms"] == f"{'A' * 37} {url}"
    assert said("A" * 38)["xx"]["sms"] == f"mail, step 3046 {url}"
    long = "https://guide.example/" + "a" * 25 + "/"
    assert said("A" * 38, long)["xx"]["sms"] == f"3046 {long}s/3046/#xx"


def test_units_are_those_of_phones():
    assert utf16_units("a字😀") == 4


def test_an_address_too_long_for_an_sms_stops_the_build():
    with pytest.raises(Problem, match=r"SITE_URL https://guide\.example/a+/: .*Use a shorter"):
        said("A", "https://guide.example/" + "a" * 60 + "/")
