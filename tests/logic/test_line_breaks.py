"""Where lines must not end."""

import pytest
from guide.words.line_breaks import joined_to_badge, without_joiners


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Step {code} {title}", "Step\u00a0{code} {title}"),
        ("步驟 {code}{title}", "步\u2060驟\u00a0{code}{title}"),
        ("ステップ{code}{title}", "ス\u2060テ\u2060ッ\u2060プ\u2060{code}{title}"),
        ("{code}단계 {title}", "{code}단계 {title}"),
    ],
)
def test_a_badge_keeps_the_word_before_it(words, joined):
    assert joined_to_badge(words) == joined
    assert without_joiners(joined).replace("\u00a0", " ") == words
