"""Numbers from 100 up that stand in words, in each language and, left over, in English."""

import re
from collections.abc import Iterator
from functools import cache

# What numbers below a thousand are made of, by language; behind the bar what stands for hundreds.
# A new language gets a line here. (No library has Nepali, Burmese and Filipino, and those that
# have the others cannot be installed by hash alone.)
_WORDS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety | hundred",
    "vi": "không một mốt hai ba bốn tư năm lăm sáu bảy tám chín mười mươi | trăm",
    "ne": "शून्य एक दुई तीन चार पाँच पांच छ सात आठ नौ दस | सय",
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh"
    " | ratus seratus",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze"
    " dezesseis dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta"
    " noventa | cem cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos"
    " oitocentos novecentos",
    "my": "သုည တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနစ် ခုနှစ် ရှစ် ကိုး ဆယ် ဆယ့် | ရာ",
    "tl": "zero isa dalawa dalawang tatlo tatlong apat lima limang anim pito pitong walo walong"
    " siyam sampu dalawampu tatlumpu apatnapu limampu animnapu pitumpu walumpu siyamnapu"
    " | daan raan sandaan",
    "th": "ศูนย์ หนึ่ง เอ็ด สอง ยี่ สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ | ร้อย",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro"
    " veinticinco veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta"
    " setenta ochenta noventa | cien ciento doscientos trescientos cuatrocientos quinientos"
    " seiscientos setecientos ochocientos novecientos",
    # Without 공 (blank, or zero) no other Korean word has three of these in a row.
    "ko": "영 일 이 삼 사 오 육 칠 팔 구 십 | 백 천",
    "ja": "〇 零 一 二 三 四 五 六 七 八 九 十 壱 弐 参 | 百 千",
    "zh": "〇 零 一 二 三 四 五 六 七 八 九 十 两 兩 | 百 千",
}
_BETWEEN = ("and", "e", "y", "lẻ", "linh")
_WITHOUT_SPACES = {"my", "th", "ko", "ja", "zh"}


def spelled(text: str, lang: str) -> Iterator[str]:
    """The numbers of three digits or more that stand in words, digit by digit or as one number.

    Args:
        lang: a BCP 47 tag.
    """
    for language in dict.fromkeys([lang.split("-")[0], "en"]):
        if language in _WORDS:
            for match in _pattern(language).finditer(text):
                if _is_large(match[0], language):
                    yield match[0].strip()


def _is_large(said: str, language: str) -> bool:
    if language in _WITHOUT_SPACES:
        return True
    words = [word for word in re.split(r"['’]t\b|[\s-]+", said.lower()) if word]
    counted = [word for word in words if word not in _BETWEEN]
    return len(counted) >= 3 or bool(set(counted) & _split(language)[1])


@cache
def _pattern(language: str) -> re.Pattern:
    """Numerals in a row: two, or three where they are short and not parted."""
    numerals = sorted(set().union(*_split(language)), key=len, reverse=True)
    one = f"(?:{'|'.join(map(re.escape, numerals))})"
    if language in _WITHOUT_SPACES:
        # Korean parts its words, so there a space ends a number.
        gap = "" if language == "ko" else r"[\s\u200b\u2060-]*"
        return re.compile(rf"(?:{one}{gap}){{3,}}")
    between = rf"(?:['’]t)?[\s-]+(?:(?:{'|'.join(_BETWEEN)})[\s-]+)?"
    return re.compile(rf"\b{one}(?:{between}{one})+\b", re.IGNORECASE)


@cache
def _split(language: str) -> tuple[set[str], set[str]]:
    small, _, hundreds = _WORDS[language].partition("|")
    return set(small.split()), set(hundreds.split())
