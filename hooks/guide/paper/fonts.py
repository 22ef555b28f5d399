"""Which font sets which language, so that no script borrows another's glyphs.

All are Debian's: fonts-noto-core and fonts-noto-cjk.
"""

# By BCP 47 tag; what is not named here is set in the first.
LATIN = "Noto Sans"
# ✓, □ and →, which not every font has.
SYMBOLS = ("Noto Sans Symbols2", "Noto Sans Math")
_AFTER = ", ".join(f'"{family}"' for family in (LATIN, *SYMBOLS))
FONTS = {
    "ja": "Noto Sans CJK JP",
    "zh": "Noto Sans CJK SC",
    "zh-Hant": "Noto Sans CJK TC",
    "ko": "Noto Sans CJK KR",
    "th": "Noto Sans Thai",
    "my": "Noto Sans Myanmar",
    "ne": "Noto Sans Devanagari",
}


def font_css() -> str:
    """A CSS rule a language. A longer tag comes after the shorter one that it refines."""
    rules = [f"html {{ font-family: {_AFTER} }}"]
    rules += [
        f':lang({tag}) {{ font-family: "{family}", {_AFTER} }}'
        for tag, family in sorted(FONTS.items())
    ]
    others = "".join(f":not(:lang({tag}))" for tag in FONTS)
    rules.append(f"[lang]{others} {{ font-family: {_AFTER} }}")
    return "\n".join(rules)
