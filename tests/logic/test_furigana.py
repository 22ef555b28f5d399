"""Readings over kanji, in easy Japanese."""

import pytest
from guide.problem import Problem
from guide.words.furigana import Furigana, for_paper


@pytest.fixture
def furigana(tmp_path):
    def with_(own: str = "{}", checked: str = "{}") -> Furigana:
        folder = tmp_path / "docs/ja-easy"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "readings.yml").write_text(f"own: {own}\nchecked: {checked}\n", encoding="utf-8")
        return Furigana(tmp_path, "ja-easy")

    return with_


def test_a_checked_reading_stands_over_its_kanji(furigana):
    html = furigana(checked="{設定: [せってい]}").add("<p>設定です</p>")
    assert html == "<p><ruby>設定<rt>せってい</rt></ruby>です</p>"


def test_kana_within_a_word_stay_outside(furigana):
    html = furigana(own="{取り消す: とりけす}").add("<p>取り消す</p>")
    assert html.count("<ruby>") == 2
    assert "</ruby>り<ruby>" in html
    assert html.endswith("</ruby>す</p>")


def test_our_own_reading_comes_before_the_analysers(furigana):
    html = furigana(own="{一度: いちど}").add("<p>一度</p>")
    assert "<rt>いちど</rt>" in html


@pytest.mark.parametrize(
    "html",
    [
        '<p lang="en">設定</p>',
        '<p lang="ja" data-also>設定</p>',
        "<p><code>設定</code></p>",
        "<script>設定</script>",
        "<ruby>設定<rt>せってい</rt></ruby>",
        '<a title="設定">x</a>',
    ],
)
def test_other_text_is_left_alone(html, furigana):
    assert furigana().add(html) == html


def test_a_reading_that_nobody_checked_stops_the_build(furigana):
    with pytest.raises(Problem, match=r"readings\.yml: 設定: nobody has checked .*せってい"):
        furigana().add("<p>設定</p>")


def test_a_reading_that_cannot_be_one_stops_the_build(furigana):
    with pytest.raises(Problem, match="is no reading of it"):
        furigana(own="{取り消す: とけす}").add("<p>取り消す</p>")


def test_on_paper_the_reading_comes_first(furigana):
    html = furigana(checked="{設定: [せってい]}").add("<p>設定</p>")
    assert "<p><ruby><rt>せってい</rt>設定</ruby></p>" in for_paper(html)


def test_on_paper_a_heading_says_itself_without_readings(furigana):
    """For bookmarks and running heads."""
    html = furigana(checked="{設定: [せってい]}").add(
        '<h2 id="a">1. 設定<b>3046</b></h2><h3>a</h3>'
    )
    assert '<h2 id="a" data-plain="1. 設定3046">' in for_paper(html)
    assert "<h3>a</h3>" in for_paper(html)
