"""Quotation marks within quotation marks."""

import pytest
from guide.words.quotes import within_quotes
from markupsafe import Markup, escape


@pytest.mark.parametrize(
    ("quoted", "words", "expected"),
    [
        ("“{label}”", "the “x” isn’t", "the ‘x’ isn’t"),
        ("‘{label}’", "‘x’ 서버", "‘x’ 서버"),
        ("「{label}」", "伺服器「x」", "伺服器『x』"),
        ("「{label}」", "サーバ“x”", "サーバ“x”"),
        ("“{label}”", 'server "x" tidak', "server ‘x’ tidak"),
    ],
)
def test_what_is_quoted_twice_has_two_kinds_of_marks(quoted, words, expected):
    assert within_quotes(escape(words), quoted) == expected


def test_attributes_keep_theirs():
    words = Markup('<span lang="en">by “<var>[x]</var>”</span>')
    assert within_quotes(words, "“{label}”") == '<span lang="en">by ‘<var>[x]</var>’</span>'
