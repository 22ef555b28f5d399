"""Where lines must not end."""

import pytest
from guide.words.line_breaks import joined, joined_to_badge, without_joiners


@pytest.mark.parametrize(
    ("words", "with_badge"),
    [
        ("Step {code} {title}", "Step\u00a0{code} {title}"),
        ("步驟 {code}{title}", "步\u2060驟\u00a0{code}{title}"),
        ("ステップ{code}{title}", "ス\u2060テ\u2060ッ\u2060プ\u2060{code}{title}"),
        ("{code}단계 {title}", "{code}단계 {title}"),
    ],
)
def test_a_badge_keeps_the_word_before_it(words, with_badge):
    assert joined_to_badge(words) == with_badge
    assert without_joiners(with_badge).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("words", "in_syllables"),
    [
        ("ဖုန်း", "ဖု\u2060န်း"),
        ("သင်္ကေတ", "သင်္ကေတ"),  # the second consonant stands above the third
        ("မပွင့်", "မ\u2060ပွ\u2060င့်"),
    ],
)
def test_burmese_is_joined_within_syllables_and_never_within_a_letter(words, in_syllables):
    assert joined(words) == in_syllables
    assert without_joiners(in_syllables) == words
