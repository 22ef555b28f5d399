"""How a text becomes terms: what is meant the same is the same term."""

import pytest


@pytest.fixture(scope="module")
def terms(browser, base, site):
    page = browser.new_page()
    page.goto(base + "settings.json")
    ask = "async ([script, text]) => (await import(script)).terms(text)"
    yield lambda text: page.evaluate(ask, [f"{base}{site.code}/js/search_terms.js", text])
    page.close()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mật khẩu Đặt", "mat khau dat"),
        ("contraseña", "CONTRASENA"),
        ("ＳＳＬ　３０４６", "ssl 3046"),
        ("ｻｰﾊﾞ", "さーば"),
        ("サーバー", "サーバ"),
        ("パスワード", "ぱすわーど"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("can’t", "cant"),
        ("๓๐๔๖ ३०४६ ၃၀၄၆", "3046 3046 3046"),
        ("เมล์", "เมล"),
        ("प्रमाणपत्र", "परमानपतर"),
        ("contrasen\u0303a", "contraseña"),
    ],
)
def test_written_otherwise_and_meant_the_same(one, other, terms):
    assert terms(one) == terms(other)


def test_a_word_with_a_hyphen_is_also_one_word(terms):
    assert terms("Wi-Fi") == ["wi", "fi", "wifi"]
    assert terms("Wi - Fi") == ["wi", "fi"]


def test_running_text_is_parted(terms):
    assert terms("SSL接続できません")[:3] == ["ssl", "接続", "続で"]
    assert terms("รหัสผ่าน") == ["รหั", "หัส", "สผา", "ผาน"]
    assert terms("စကားဝှက်") == ["စကား", "ကားဝှက်"]
    assert terms("비밀번호를")[1:] == ["비밀", "밀번", "번호", "호를"]


@pytest.mark.parametrize("text", ["", " ", "。、!?", "\u200b", "📱", "’"])
def test_a_text_without_words_has_no_terms(text, terms):
    assert terms(text) == []
