"""A fact that a pattern for facts does not see: in words, with gaps, in look-alike letters."""

from guards.planting import Planted, at_the_end, each, in_both, pages_of, swap

_IN_WORDS = {
    "ja": "九九二番です。",
    "en": "The port is nine hundred ninety-three.",
    "zh": "端口是九百九十二。",
    "zh-TW": "是五八七。",
    "ko": "구백구십이 번입니다.",
    "vi": "Cổng là chín trăm chín mươi hai.",
    "ne": "पोर्ट नौ सय हो।",
    "id": "Port sembilan sembilan dua.",
    "pt-BR": "A porta é novecentos e noventa e dois.",
    "my": "ပို့တ် ကိုးကိုးနှစ်",
    "tl": "Ang port ay siyam siyam dalawa.",
    "th": "พอร์ตเก้าร้อยเก้าสิบสอง",
    "es": "El puerto es novecientos noventa y dos.",
}
_IN_DISGUISE = {
    "gaps": "imap. softbank .jp",
    "gaps for dots": "imap softbank jp",
    "dots in brackets": "imap[.]softbank[.]jp",
    "a dot in words": "smtp dot softbank dot jp",
    "a gap that nobody sees": "imap.soft\u200bbank.jp",
    "a soft hyphen": "smtp.soft\u00adbank.jp",
    "a letter with an accent": "ímap.softbank.jp",
    "a Latin letter like another": "imap.softbɑnk.jp",
    "raised dots": "imap·softbank·jp",
}

PLANTED: list[Planted] = [
    *[
        Planted(
            "a port in words",
            f"docs/{locale}/causes.md",
            at_the_end(text),
            caught_by="disguised.numbers",
        )
        for locale, text in _IN_WORDS.items()
    ],
    *[
        Planted(
            f"a host with {name}",
            f"docs/{locale}/network.md",
            at_the_end(text),
            caught_by="disguised.hosts",
        )
        for (name, text), locale in zip(
            _IN_DISGUISE.items(),
            ("en", "ja", "vi", "id", "th", "ne", "es", "tl", "ko"),
            strict=True,
        )
    ],
    Planted(
        "a host in Punycode",
        "docs/pt-BR/network.md",
        at_the_end("xn--imap-softbank"),
        caught_by="disguised.hosts",
    ),
    *each(
        "a host with ideographic full stops",
        pages_of("network", "ja", "zh", "en"),
        at_the_end("imap。softbank．jp"),
        caught_by="disguised.hosts",
    ),
    *each(
        "a Cyrillic letter in a host",
        pages_of("network", "en", "my"),
        at_the_end("imap.ѕoftbank.jp"),
        caught_by="languages.foreign",
    ),
    *each(
        "a Greek letter in a host",
        pages_of("network", "es", "ko"),
        at_the_end("imap.sοftbank.jp"),
        caught_by="languages.foreign",
    ),
    # Other scripts' numerals are numerals
    Planted(
        "a wrong port in Thai digits",
        "docs/th/causes.md",
        at_the_end("พอร์ต ๙๙๒"),
        caught_by="facts.unmarked",
    ),
    Planted(
        "a wrong port in Arabic digits",
        "docs/id/causes.md",
        at_the_end("Port ٩٩٢"),
        caught_by="facts.unmarked",
    ),
    Planted(
        "a wrong port in raised digits",
        "docs/es/causes.md",
        at_the_end("Puerto ⁹⁹²"),
        caught_by="facts.unmarked",
    ),
    # Encryption
    *each(
        "an encryption half translated",
        pages_of("causes", "ja", "zh"),
        at_the_end("スタートTLS"),
        caught_by="facts.unmarked",
    ),
    Planted(
        "an encryption in other words",
        "docs/es/causes.md",
        at_the_end("TLS implícito"),
        caught_by="facts.unmarked",
    ),
    *each(
        "an old version of TLS",
        [*in_both("causes"), "docs/vi/causes.md"],
        at_the_end("TLS 1.0"),
        caught_by="facts.unmarked",
    ),
    *each(
        "TLS for SSL in one language",
        pages_of("network", "ko", "th", "tl", "pt-BR"),
        swap(r"(?<![\w/])SSL(?![\w/])", "TLS", 0),
        caught_by="parity.sections",
    ),
]
