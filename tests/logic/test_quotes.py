"""Quotation marks within quotation marks."""

import pytest
from guide.words.quotes import quoted, within_quotes
from markupsafe import Markup, escape

ENGLISH = {"quotes": "“ ”", "quotes_inner": "‘ ’"}
JAPANESE = {"quotes": "「 」", "quotes_inner": "『 』"}


@pytest.mark.parametrize(
    ("ui", "words", "expected"),
    [
        (ENGLISH, "the “x” isn’t", "the ‘x’ isn’t"),
        (ENGLISH, "‘x’ 서버", "‘x’ 서버"),
        (JAPANESE, "伺服器「x」", "伺服器『x』"),
        (JAPANESE, "サーバ“x”", "サーバ“x”"),
        (ENGLISH, 'server "x" tidak', "server ‘x’ tidak"),
    ],
)
def test_what_is_quoted_twice_has_two_kinds_of_marks(ui, words, expected):
    assert within_quotes(escape(words), ui) == expected


def test_attributes_keep_theirs():
    words = Markup('<span lang="en">by “<var>[x]</var>”</span>')
    assert within_quotes(words, ENGLISH) == '<span lang="en">by ‘<var>[x]</var>’</span>'


def test_a_title_in_quotation_marks_has_the_inner_ones_within():
    assert quoted("認証を「パスワード」にする", JAPANESE) == "「認証を『パスワード』にする」"
