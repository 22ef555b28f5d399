"""What a translator leaves out, leaves in another language, or says in another word."""

from guards.planting import Planted, at_the_end, each, in_both, pages_of, strings_of, swap

_ENGLISH = "Try once more in a few minutes, because the server may be busy at the moment."
_MALAY = "Sila cuba sekali lagi dalam beberapa minit kerana pelayan mungkin sibuk pada masa ini."
_PORTUGUESE = "Não é possível enviar a mensagem porque o servidor não está respondendo agora."

PLANTED: list[Planted] = [
    Planted(
        "a paragraph left in Japanese",
        "docs/en/network.md",
        swap(r"^1\. [^\n{]+$", "1. Wi-Fiをオフにします。"),
        caught_by="languages.foreign",
    ),
    *each(
        "a sentence left in Japanese",
        [*pages_of("network", "ko"), *pages_of("errors", "my")],
        at_the_end("試してください。"),
        caught_by="languages.foreign",
    ),
    Planted(
        "a paragraph in English",
        "docs/ja/network.md",
        swap(r"^1\. [^\n{]+$", "1. Turn off the Wi-Fi of your iPhone."),
        caught_by="languages.foreign",
    ),
    Planted(
        "a heading left in Japanese",
        "docs/en/profile.md",
        swap(r"^## [^{\n]+", "## 古いプロファイルを消す ", 2),
        caught_by="languages.foreign",
    ),
    Planted(
        "a description left in Japanese",
        "docs/en/about.md",
        swap(r"^description: .*$", "description: このサイトについて"),
        caught_by="languages.foreign",
    ),
    Planted(
        "a paragraph left in English",
        "docs/vi/network.md",
        swap(r"^VPN[^\n]+", _ENGLISH),
        caught_by="languages.detected",
    ),
    *each(
        "a paragraph left in English",
        [*pages_of("causes", "es"), *pages_of("profile", "th")],
        at_the_end(_ENGLISH),
        caught_by="languages.detected",
    ),
    Planted(
        "Portuguese in Spanish",
        "docs/es/network.md",
        at_the_end(_PORTUGUESE),
        caught_by="languages.detected",
        beside=("pt-BR",),
    ),
    Planted(
        "a simplified character",
        "docs/zh-TW/network.md",
        swap("網路", "网络"),
        caught_by="languages.characters",
    ),
    Planted(
        "a simplified character",
        "docs/ja/network.md",
        swap("設定", "设定"),
        caught_by="languages.characters",
    ),
    Planted(
        "a traditional character",
        "docs/zh/network.md",
        swap("网络", "網路"),
        caught_by="languages.characters",
    ),
    Planted(
        "another word for a term",
        "docs/zh-TW/causes.md",
        swap("憑證", "證書"),
        caught_by="glossary.terms",
    ),
    Planted(
        "another word for a term",
        "docs/zh/causes.md",
        swap("证书", "凭证"),
        caught_by="glossary.terms",
    ),
    Planted(
        "another word for a term",
        "docs/en/causes.md",
        swap("a certificate to check", "a cert file to check"),
        caught_by="glossary.terms",
    ),
    Planted(
        "a term that the glossary lacks",
        "docs/ne/glossary.yml",
        swap(r"^port: .*\n", ""),
        caught_by="glossary.terms",
    ),
    *each(
        "a paragraph is missing",
        in_both("causes"),
        swap(r"^[^\n#|{!\-\d ][^\n]+\n\n", "", 2),
        caught_by="parity.sections",
    ),
    *each(
        "a row of a table is missing",
        in_both("password"),
        swap(r"^\| [^\n]*\n", "", 4),
        caught_by="parity.sections",
    ),
    *each(
        "a list item is missing",
        in_both("about"),
        swap(r"^- [^\n]*\n", "", 4),
        caught_by="parity.sections",
    ),
    *each(
        "a number has changed",
        in_both("profile"),
        swap(r"8(?= ?(?:分|minutes))", "9"),
        caught_by="parity.sections",
    ),
    *each(
        "a page is missing",
        ["docs/ja/password.md", "docs/en/password.md"],
        lambda text: "",
        stops=r"password\.md: (this page is missing|docs/ja has no page)",
    ),
    # Another language of the same letters
    Planted(
        "Hindi in Nepali",
        "docs/ne/network.md",
        at_the_end("कृपया कुछ मिनट बाद फिर से कोशिश करें, क्योंकि सर्वर इस समय व्यस्त हो सकता है।"),
        caught_by="languages.detected",
    ),
    Planted(
        "a short sentence of Hindi in Nepali",
        "docs/ne/causes.md",
        at_the_end("फिर से कोशिश करें।"),
        caught_by="languages.neighbours_words",
    ),
    Planted(
        "Malay in Indonesian",
        "docs/id/network.md",
        at_the_end(_MALAY),
        caught_by="languages.detected",
    ),
    Planted(
        "a short sentence of Malay in Indonesian",
        "docs/id/causes.md",
        at_the_end("Ketik akaun anda."),
        caught_by="languages.neighbours_words",
    ),
    Planted(
        "Portuguese of Portugal",
        "docs/pt-BR/network.md",
        at_the_end("Toque no ecrã do telemóvel."),
        caught_by="languages.neighbours_words",
    ),
    Planted(
        "Spanish of Spain",
        "docs/es/causes.md",
        at_the_end("Abrid el fichero en vuestro ordenador."),
        caught_by="languages.neighbours_words",
    ),
    Planted(
        "Lao in Thai",
        "docs/th/network.md",
        at_the_end("ລອງອີກຄັ້ງ"),
        caught_by="languages.foreign",
    ),
    Planted(
        "Burmese in Zawgyi",
        "docs/my/network.md",
        at_the_end("ေနာက္တစ္ႀကိမ္ ႀကိဳးစားပါ"),
        caught_by="languages.burmese_code",
    ),
    # A short word left in another language
    *each(
        "a button left in English",
        strings_of("vi", "id", "pt-BR"),
        swap(r"^  copy: .*$", "  copy: Copy"),
        caught_by="same_words.strings",
    ),
    Planted(
        "a heading left in English",
        "docs/vi/network.md",
        swap(r"^## .*(?= \{ #restart )", "## Restart your iPhone"),
        caught_by="same_words.headings",
    ),
    *each(
        "a bracket in brackets",
        [*pages_of("network", "en", "es")],
        at_the_end("iOS (iOS (iOS))."),
        caught_by="nesting.nesting",
    ),
    *each(
        "a mark within its own kind",
        [*pages_of("network", "en", "ja")],
        at_the_end("“iOS “iOS” iOS”"),
        caught_by="nesting.nesting",
    ),
    # strings.yml
    *each(
        "a string is missing",
        strings_of("en"),
        swap(r"^  erases: [^\n]*\n", ""),
        stops="ui.erases: this language lacks a string",
    ),
    *each(
        "a warning's words left out",
        strings_of("tl"),
        swap(r"^  wifi-passwords: .*\n", ""),
        stops="erases.wifi-passwords: this language lacks a string",
    ),
    *each(
        "a string is empty",
        strings_of("en"),
        swap(r"^  independent: .*$", '  independent: ""'),
        stops="ui.independent: nothing of it can be seen",
    ),
    *each(
        "a string that nobody can see",
        strings_of("ko", "th"),
        swap(r"^  copy: .*$", '  copy: "\u200b "'),
        stops="ui.copy: nothing of it can be seen",
    ),
    *each(
        "a string has another key",
        strings_of("en"),
        swap(r"^  to_settings:", "  to_setings:"),
        stops="ui.to_settings: this language lacks a string",
    ),
    *each(
        "a string that no other has",
        strings_of("ja"),
        swap(r"^ui:\n", "ui:\n  more: もっと\n"),
        stops="ui.more: this language lacks a string",
    ),
    *each(
        "a string lost its variable",
        strings_of("en"),
        swap(r"about \{minutes\} min", "about 5 min"),
        stops="ui.minutes: its .variables. are not those",
    ),
    *each(
        "another language's tag",
        strings_of("en"),
        swap(r"^html_lang: en", "html_lang: fr"),
        stops="'fr' is another language than 'en'",
    ),
    # Easy Japanese
    Planted(
        "a reading that nobody checked",
        "docs/ja-easy/network.md",
        at_the_end("彙報です。"),
        stops="nobody has checked its reading",
    ),
    Planted(
        "a reading that is none",
        "docs/ja-easy/readings.yml",
        swap("いちど", "二度"),
        stops="is no reading of it",
    ),
]
