"""The errors that are planted: each is something that a writer or translator could do.

A mutation changes one file of a copy of the project. One that finds nothing to change is an error,
so that this list cannot rot.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Mutation:
    """One planted error: what it is, where, and how a text is changed.

    ``beside`` names languages that the copy needs besides Japanese, English and the file's own.
    """

    name: str
    file: str
    change: Callable[[str], str]
    beside: tuple[str, ...] = ()

    def plant(self, root: Path) -> None:
        path = root / self.file
        before = path.read_text(encoding="utf-8")
        after = self.change(before)
        if after == before:
            raise ValueError(f"{self.name}: nothing to change in {self.file}")
        if after:
            path.write_text(after, encoding="utf-8")
        else:
            path.unlink()


def _swap(old: str, new: str, nth: int = 0) -> Callable[[str], str]:
    """Replaces the nth place where a regular expression matches."""

    def change(text: str) -> str:
        found = list(re.finditer(old, text, re.MULTILINE))
        if len(found) <= nth:
            return text
        match = found[nth]
        return text[: match.start()] + match.expand(new) + text[match.end() :]

    return change


def _fact(key: str) -> str:
    return r'\{\{ fact\("' + re.escape(key) + r'"(?:, copy=True)?\) \}\}'


def _each(name: str, files: list[str], change: Callable[[str], str]) -> list[Mutation]:
    return [Mutation(name, file, change) for file in files]


def _in_both(slug: str) -> list[str]:
    return [f"docs/{locale}/{slug}.md" for locale in ("ja", "en")]


_ENGLISH = "Try once more in a few minutes, because the server may be busy at the moment."
_CAUTION = r'\{\{ caution\("never-trust-certificate"\) \}\}'
_STEP_SECTION = r'^## [^\n]*data-step="{}" \}}\n[\s\S]*?(?=^## )'

MUTATIONS: list[Mutation] = [
    # A fact typed by hand, wrongly
    *_each("a wrong digit in a port", _in_both("ssl-check"), _swap(_fact("imap.port"), "992")),
    *_each(
        "a port with a digit too many", _in_both("manual-setup"), _swap(_fact("smtp.port"), "5877")
    ),
    *_each(
        "a port with a digit too few", _in_both("manual-setup"), _swap(_fact("smtp.port"), "58")
    ),
    *_each("full-width digits", _in_both("settings"), _swap(_fact("pop.port"), "９９３")),
    *_each("a right port, but typed", _in_both("causes"), _swap(_fact("imap.port"), "993")),
    *_each("465 typed for 587", _in_both("ssl-check"), _swap(_fact("smtp.port"), "465")),
    *_each(
        ".ne.jp for .jp", _in_both("manual-setup"), _swap(_fact("imap.host"), "imap.softbank.ne.jp")
    ),
    *_each(
        "imap for smtp, typed", _in_both("ssl-check"), _swap(_fact("smtp.host"), "imap.softbank.jp")
    ),
    *_each(
        "full-width host",
        _in_both("causes"),
        _swap(_fact("smtp.host"), "ｓｍｔｐ．ｓｏｆｔｂａｎｋ．ｊｐ"),
    ),
    *_each(
        "a host with a letter missing",
        _in_both("still-failing"),
        _swap(_fact("imap.host"), "imap.sofbank.jp"),
    ),
    *_each(
        "an encryption typed", _in_both("ssl-check"), _swap(_fact("smtp.encryption"), "SSL/TLS")
    ),
    *_each("STARTTLS in running text", _in_both("network"), _swap(r"^(1\. .*)$", r"\1 (STARTTLS)")),
    *_each(
        "a host in a description",
        _in_both("index"),
        _swap(r"^(description: .*)$", r"\1 imap.softbank.ne.jp"),
    ),
    *_each(
        "a port in a picture's words",
        _in_both("network"),
        _swap(r"\Z", "\n![993](../assets/images/logo.svg)\n"),
    ),
    # The wrong fact
    *_each(
        "the other port",
        _in_both("ssl-check"),
        _swap(_fact("smtp.port"), '{{ fact("imap.port") }}'),
    ),
    *_each(
        "smtp for imap",
        _in_both("manual-setup"),
        _swap(_fact("imap.host"), '{{ fact("smtp.host") }}'),
    ),
    *_each(
        "465 with STARTTLS",
        _in_both("ssl-check"),
        _swap(_fact("smtp.implicit-tls.encryption"), '{{ fact("smtp.starttls.encryption") }}'),
    ),
    *_each(
        "587 and 465 swapped",
        _in_both("ssl-check"),
        _swap(_fact("smtp.starttls.port"), '{{ fact("smtp.implicit-tls.port") }}'),
    ),
    *_each("a copy button taken away", _in_both("ssl-check"), _swap(r", copy=True", "")),
    # Steps
    *_each("a step is missing", _in_both("network"), _swap(_STEP_SECTION.format("3046"), "")),
    *_each(
        "the last but one step is missing",
        _in_both("still-failing"),
        _swap(_STEP_SECTION.format("8060"), ""),
    ),
    *_each(
        "a step's code is another's",
        _in_both("network"),
        _swap('data-step="3046"', 'data-step="3051"'),
    ),
    *_each(
        "a step's code has a wrong digit",
        _in_both("profile"),
        _swap('data-step="4017"', 'data-step="4018"'),
    ),
    *_each(
        "two steps have changed places",
        _in_both("network"),
        _swap(
            r'(^## [^\n]*"3067" \}\n[\s\S]*?)(^## [^\n]*"3072" \}\n[\s\S]*?)(?=^## )',
            r"\2\1",
        ),
    ),
    *_each("a thing to do is missing", _in_both("profile"), _swap(r"^2\. [^\n]*\n", "", 2)),
    *_each(
        "no word on what to see",
        _in_both("password"),
        _swap(r"^!!! expect\n\n?(?:    [^\n]*\n|\n)*", "", 1),
    ),
    *_each(
        "no word on what if not",
        _in_both("manual-setup"),
        _swap(r"^!!! otherwise\n\n?(?:    [^\n]*\n|\n)*", "", 1),
    ),
    *_each("a link to another step", _in_both("errors"), _swap(r'step\("7050"\)', 'step("7091")')),
    *_each("a link to no step", _in_both("errors"), _swap(r'step\("7050"\)', 'step("7051")')),
    # Warnings
    *_each(
        "a warning is missing",
        _in_both("ssl-check"),
        _swap(r'^\{\{ caution\("never-without-ssl"\) \}\}\n', ""),
    ),
    *_each(
        "another warning is missing",
        _in_both("still-failing"),
        _swap(r'^\{\{ caution\("never-share-password"\) \}\}\n', ""),
    ),
    Mutation(
        "what is erased is not said",
        "facts/steps.yml",
        _swap(r", changes: data, erases: \[wifi-passwords, vpn-settings\]", ", changes: data"),
    ),
    *_each(
        "the caveat of POP is missing",
        _in_both("settings"),
        _swap(r'\{\{ sentence\("pop-not-offered"\) \}\}', ""),
    ),
    # Languages
    Mutation(
        "a paragraph left in Japanese",
        "docs/en/network.md",
        _swap(r"^1\. [^\n{]+$", "1. Wi-Fiをオフにします。"),
    ),
    Mutation(
        "a paragraph in English",
        "docs/ja/network.md",
        _swap(r"^1\. [^\n{]+$", "1. Turn off the Wi-Fi of your iPhone."),
    ),
    Mutation(
        "a heading left in Japanese",
        "docs/en/profile.md",
        _swap(r"^## [^{\n]+", "## 古いプロファイルを消す ", 2),
    ),
    Mutation(
        "a description left in Japanese",
        "docs/en/about.md",
        _swap(r"^description: .*$", "description: このサイトについて"),
    ),
    *_each(
        "a paragraph is missing", _in_both("causes"), _swap(r"^[^\n#|{!\-\d ][^\n]+\n\n", "", 2)
    ),
    *_each("a row of a table is missing", _in_both("password"), _swap(r"^\| [^\n]*\n", "", 4)),
    *_each("a list item is missing", _in_both("about"), _swap(r"^- [^\n]*\n", "", 4)),
    *_each("a number has changed", _in_both("profile"), _swap(r"8(?= ?(?:分|minutes))", "9")),
    Mutation("a string is missing", "docs/en/strings.yml", _swap(r"^  erases: [^\n]*\n", "")),
    Mutation(
        "a string is empty",
        "docs/en/strings.yml",
        _swap(r"^  independent: .*$", '  independent: ""'),
    ),
    Mutation(
        "a string has another key",
        "docs/en/strings.yml",
        _swap(r"^  to_settings:", "  to_setings:"),
    ),
    Mutation(
        "a string that no other has",
        "docs/ja/strings.yml",
        _swap(r"^ui:\n", "ui:\n  more: もっと\n"),
    ),
    Mutation(
        "a string lost its variable",
        "docs/en/strings.yml",
        _swap(r"about \{minutes\} min", "about 5 min"),
    ),
    Mutation(
        "a message lost its variable",
        "docs/en/strings.yml",
        _swap(r"on port \{port\} timed out", "timed out"),
    ),
    Mutation(
        "a port in a string", "docs/en/strings.yml", _swap(r"^(  outgoing_other: .*)$", r"\1 (465)")
    ),
    Mutation(
        "a host in a warning",
        "docs/ja/strings.yml",
        _swap(r"^(    title: SSLを.*)$", r"\1 imap.softbank.jp"),
    ),
    Mutation(
        "another language's tag", "docs/en/strings.yml", _swap(r"^html_lang: en", "html_lang: fr")
    ),
    *_each("a page is missing", _in_both("password"), lambda text: ""),
    # iOS
    *_each(
        "another label", _in_both("ssl-check"), _swap(r'label\("use-ssl"\)', 'label("server-port")')
    ),
    *_each(
        "an inferred label that is unknown",
        _in_both("password"),
        _swap(r'\{\{ label\("authentication"\) \}\}', "SSL"),
    ),
    *_each(
        "another menu path",
        _in_both("profile"),
        _swap(r'path\("profiles"\)', 'path("reset-network")'),
    ),
    *_each(
        "a message is missing", _in_both("errors"), _swap(r'^\{\{ error\("tls-failed"\) \}\}\n', "")
    ),
    Mutation(
        "iOS versions overlap", "facts/ios.yml", _swap(r"from: 14, to: 17", "from: 14, to: 18")
    ),
    # Links and anchors
    *_each(
        "a dead anchor", _in_both("still-failing"), _swap(r"#another-network\)", "#another-netwrk)")
    ),
    *_each("a renamed anchor", _in_both("settings"), _swap(r"\{ #sources \}", "{ #source }")),
    *_each("a heading without anchor", _in_both("about"), _swap(r" \{ #who \}", "")),
    *_each("a dead page", _in_both("index"), _swap(r"\(causes\.md\)", "(cause.md)")),
    *_each(
        "an address of one's own", _in_both("about"), _swap(r"\Z", "\n[x](https://evil.example/)\n")
    ),
    *_each("a heading of another level", _in_both("errors"), _swap(r"^### ", "#### ", 3)),
    # facts/
    Mutation("port 99999", "facts/settings.yml", _swap("value: 993", "value: 99999")),
    Mutation("a port in letters", "facts/settings.yml", _swap("value: 465", "value: smtps")),
    Mutation(
        "a host that is none",
        "facts/settings.yml",
        _swap("value: imap.softbank.jp", "value: imap_softbank"),
    ),
    Mutation(
        "a host in capitals",
        "facts/settings.yml",
        _swap("value: smtp.softbank.jp", "value: SMTP.softbank.jp"),
    ),
    Mutation("an unknown key", "facts/settings.yml", _swap("^imap:", "imapp:")),
    Mutation("an unknown key inside", "facts/settings.yml", _swap(r"sources: \[", "source: [")),
    Mutation("a key twice", "facts/settings.yml", _swap(r"\Z", "\nimap: {}\n")),
    Mutation(
        "465 called STARTTLS",
        "facts/settings.yml",
        _swap("encryption: {value: implicit-tls", "encryption: {value: starttls", 1),
    ),
    Mutation("one port for both", "facts/settings.yml", _swap("value: 465", "value: 587")),
    Mutation("a source that is none", "facts/settings.yml", _swap("mozilla-ispdb", "mozilla", 1)),
    Mutation(
        "a date that is none", "facts/settings.yml", _swap("checked: null", "checked: 2026-13-01")
    ),
    Mutation("two steps with one code", "facts/steps.yml", _swap('code: "3023"', 'code: "3014"')),
    Mutation("a wrong check digit", "facts/steps.yml", _swap('code: "3023"', 'code: "3024"')),
    Mutation("a code of another chapter", "facts/steps.yml", _swap('code: "3023"', 'code: "5036"')),
    Mutation("an address that is none", "facts/links.yml", _swap('url: "https://my', 'url: "my')),
    # Templates and scripts
    Mutation(
        "a port in a template",
        "overrides/partials/onward.html",
        _swap("</nav>", "<p>Port 993</p></nav>"),
    ),
    Mutation(
        "a host in a template",
        "hooks/guide/page/templates/step_cost.html",
        _swap("</section>|\\Z", "<p>imap.softbank.jp</p>\n"),
    ),
    Mutation(
        "a host in a script",
        "docs/assets/js/site/copy.js",
        _swap(r"\Z", '\nconst host = "imap.softbank.jp";\n'),
    ),
    Mutation(
        "a file from another origin",
        "overrides/main.html",
        _swap("</head>", '<script src="https://cdn.example/x.js"></script></head>'),
    ),
    Mutation(
        "menu paths as numbered lines",
        "hooks/guide/steps/plain_text.py",
        _swap('"ios-path__steps" in', '"ios-path__rows" in'),
    ),
    Mutation("no policy", "overrides/main.html", _swap("<!-- policy -->", "")),
    Mutation(
        "no policy in step pages",
        "hooks/guide/steps/step_files.py",
        _swap(r"build\.with_policy\(html, policy_alone\)", "html"),
    ),
    Mutation(
        "a weak policy", "hooks/guide/hosting/policy.py", _swap("script-src 'self'", "script-src *")
    ),
    Mutation(
        "a style that the policy does not know",
        "hooks/guide/hosting/policy.py",
        _swap(r"map\(_hash, texts\)", "map(_hash, texts[1:])"),
    ),
    Mutation(
        "an inline handler", "overrides/partials/foot.html", _swap("<p>", '<p onclick="print()">')
    ),
    Mutation("malformed HTML", "hooks/guide/page/templates/caution.html", _swap("</div>", "")),
    # The step pages
    Mutation(
        "a step page without the last language",
        "hooks/guide/page/templates/step_page.html",
        _swap(r"texts\.items\(\) %\}", "(texts.items() | list)[:1] %}"),
    ),
    Mutation(
        "a step page that needs another file",
        "hooks/guide/page/templates/standalone.html",
        _swap("<style>", '<link rel="stylesheet" href="../x.css"><style>'),
    ),
    Mutation(
        "a step page with links of the chapter",
        "hooks/guide/steps/step_page.py",
        _swap(r"_moved\(link, code, page\)\)", 'link.get("href"))'),
    ),
    Mutation(
        "a step page without the warning",
        "hooks/guide/steps/step_page.py",
        _swap(r"//button\|", "//button|.//*[@data-erases]|"),
    ),
    Mutation(
        "a step that the list leaves out",
        "hooks/guide/page/templates/step_list.html",
        _swap(r"if step\.chapter == chapter", 'if step.chapter == chapter and step.code != "3046"'),
    ),
    Mutation(
        "a step page's link with another step's code",
        "hooks/guide/steps/step_page.py",
        _swap(r"code\.attrib\.clear\(\)", 'code.text = "3046"'),
    ),
    # What is kept for when there is no network
    Mutation(
        "a list without the steps", "hooks/guide/offline/lists.py", _swap(r"^ +\*steps,\n", "")
    ),
    Mutation(
        "a list without the styles",
        "hooks/guide/offline/kept_files.py",
        _swap(r"\(\?:css\|m", "(?:m"),
    ),
    Mutation(
        "a list with hashes that no file has",
        "hooks/guide/offline/kept_files.py",
        _swap(r"hexdigest\(\)\[:16\]", "hexdigest()[16:32]"),
    ),
    Mutation(
        "one file without the messages",
        "hooks/guide/offline/one_files.py",
        _swap(r"in book_slugs\(guide\)\]", 'in book_slugs(guide) if slug != "errors"]'),
    ),
    Mutation(
        "one file with links out of it",
        "hooks/guide/offline/one_file.py",
        _swap("by_url = .*", "by_url = {}"),
    ),
    Mutation(
        "one file that does not say whose it is",
        "hooks/guide/page/templates/one_file.html",
        _swap(r"<p>\{\{ strings\.ui\.independent \}\}</p>\n", ""),
    ),
    Mutation(
        "a home screen in another language",
        "hooks/guide/offline/manifest.py",
        _swap(r"guide\.strings\[locale\]", 'guide.strings["ja"]'),
    ),
    Mutation(
        "a home screen that another app of the host would have",
        "hooks/guide/offline/manifest.py",
        _swap(r"urlsplit\(address\)\.path", '"./"'),
    ),
    Mutation(
        "a worker that knows no page of its own",
        "docs/worker.js",
        _swap(r"OWN = .*", 'OWN = "softbank";'),
    ),
    # What the support desk sends and reads
    *_each("no list of steps", _in_both("support-desk"), _swap(r"\{\{ desk\(\) \}\}", "")),
    *_each("no record of steps", _in_both("report"), _swap(r"\{\{ tried_list\(\) \}\}", "")),
    *_each("a typed port", _in_both("support-desk"), _swap(r"\Z", "\nPort 993\n")),
    Mutation(
        "a ticket without the facts",
        "hooks/guide/steps/tickets.py",
        _swap(r"texts\[each\]\.body", "texts[each].title"),
    ),
    Mutation(
        "a ticket without the Japanese",
        "hooks/guide/steps/tickets.py",
        _swap(r"\[locale, SOURCE\]", "[locale]"),
    ),
    Mutation(
        "an SMS too long", "hooks/guide/steps/tickets.py", _swap("SMS_UNITS:$", "SMS_UNITS + 9:")
    ),
    Mutation(
        "an SMS in another language",
        "hooks/guide/steps/tickets.py",
        _swap(r"url = step_url\(site_url, code, locale\)", 'url = step_url(site_url, code, "ja")'),
    ),
    Mutation(
        "a step that cannot be marked",
        "hooks/guide/page/templates/step_foot.html",
        _swap(r'\{% include "tried_choice\.html" %\}', ""),
    ),
    Mutation(
        "a step whose link opens another language",
        "hooks/guide/page/templates/step_foot.html",
        _swap(r"#\{\{ locale \}\}", "#ja"),
    ),
    Mutation(
        "a message with another's steps",
        "hooks/guide/steps/desk.py",
        _swap(r"named\[error\.id\]", 'named["cannot-connect-ssl"]'),
    ),
    Mutation("a page that is gone", "facts/pages.yml", _swap(r"\Z", "  - {slug: gone}\n")),
    Mutation("a page twice", "facts/pages.yml", _swap(r"\Z", "  - {slug: about}\n")),
    Mutation("a symptom without words", "facts/symptoms.yml", _swap("id: suddenly", "id: slowly")),
    Mutation("a symptom with no such step", "facts/symptoms.yml", _swap('"3014"', '"3997"')),
    # Translations: what a script, a code of characters, a detector or the glossary sees
    Mutation("a paragraph left in English", "docs/vi/network.md", _swap(r"^VPN[^\n]+", _ENGLISH)),
    Mutation("a paragraph left in English", "docs/es/causes.md", _swap(r"\Z", f"\n{_ENGLISH}\n")),
    Mutation("a paragraph left in English", "docs/th/profile.md", _swap(r"\Z", f"\n{_ENGLISH}\n")),
    Mutation(
        "a paragraph left in Japanese", "docs/ko/network.md", _swap(r"\Z", "\n試してください。\n")
    ),
    Mutation(
        "a paragraph left in Japanese", "docs/my/errors.md", _swap(r"\Z", "\n試してください。\n")
    ),
    Mutation(
        "Portuguese in Spanish",
        "docs/es/network.md",
        _swap(
            r"\Z",
            "\nNão é possível enviar a mensagem porque o servidor não está respondendo agora.\n",
        ),
        beside=("pt-BR",),
    ),
    Mutation("a bracket in brackets", "docs/en/network.md", _swap(r"\Z", "\nOne (two (three)).\n")),
    Mutation("“ within “…”", "docs/en/network.md", _swap(r"\Z", "\n“One “two” three.”\n")),
    Mutation("a simplified character", "docs/zh-TW/network.md", _swap("網路", "网络")),
    Mutation("a simplified character", "docs/ja/network.md", _swap("設定", "设定")),
    Mutation("a traditional character", "docs/zh/network.md", _swap("网络", "網路")),
    Mutation("another word for a term", "docs/zh-TW/causes.md", _swap("憑證", "證書")),
    Mutation("another word for a term", "docs/zh/causes.md", _swap("证书", "凭证")),
    Mutation("another word for a term", "docs/en/causes.md", _swap("certificate", "cert file")),
    Mutation("a term that the glossary lacks", "docs/ne/glossary.yml", _swap(r"^port: .*\n", "")),
    Mutation("a warning left out", "docs/vi/ssl-check.md", _swap(_CAUTION, "")),
    Mutation("a warning left out", "docs/my/ssl-check.md", _swap(_CAUTION, "")),
    Mutation("a warning left out", "docs/ja-easy/ssl-check.md", _swap(_CAUTION, "")),
    Mutation(
        "a warning's words left out", "docs/tl/strings.yml", _swap(r"^  wifi-passwords: .*\n", "")
    ),
    Mutation(
        "a reading that nobody checked", "docs/ja-easy/network.md", _swap(r"\Z", "\n彙報です。\n")
    ),
    Mutation("a reading that is none", "docs/ja-easy/readings.yml", _swap("いちど", "二度")),
    Mutation(
        "a label without a language",
        "facts/labels.yml",
        _swap(r"(^  use-ssl:[\s\S]*?)^      id: .*\n", r"\1"),
    ),
    Mutation(
        "a source for a language that a label lacks",
        "facts/labels.yml",
        _swap(r"read: \{ios-labels-16: \[", "read: {ios-labels-16: [fr, "),
    ),
    Mutation(
        "a source that nobody listed",
        "facts/messages.yml",
        _swap(r"read: \{apple-strings: all\}", "read: {apple-lists: all}"),
    ),
    Mutation(
        "Yes in place of No",
        "docs/en/manual-setup.md",
        _swap(r'label\("no"\)', 'label("yes")'),
    ),
    Mutation(
        "Cancel before No",
        "docs/vi/strings.yml",
        _swap(r'label\("no"\)', 'label("cancel")'),
    ),
    Mutation(
        "a step in another order", "docs/pt-BR/network.md", _swap(_STEP_SECTION.format("3038"), "")
    ),
    Mutation("a wrong port", "docs/th/manual-setup.md", _swap(_fact("imap.port"), "933")),
    Mutation(
        "a wrong port in Burmese digits",
        "docs/my/manual-setup.md",
        _swap(_fact("imap.port"), "၉၉၃"),
    ),
    Mutation(
        "a wrong port in Devanagari digits",
        "docs/ne/manual-setup.md",
        _swap(_fact("imap.port"), "९९३"),
    ),
    # What is undefined
    *_each("an undefined name", _in_both("profile"), _swap(r"\Z", "\n{{ port }}\n")),
    *_each("an unknown fact", _in_both("profile"), _swap(r"\Z", '\n{{ fact("imap.prot") }}\n')),
    *_each("an unknown box", _in_both("profile"), _swap(r"^!!! expect$", "!!! expcet")),
    *_each("an open {{", _in_both("profile"), _swap(r"\Z", "\n{{ fact(\n")),
    *_each("no description", _in_both("profile"), _swap(r"^description: [^\n]*\n", "")),
    # What readers search with
    *_each(
        "search words for a heading that there is not",
        [f"docs/{locale}/search.yml" for locale in ("ja", "en")],
        _swap(r"^  network#restart:", "  network#restrat:"),
    ),
    *_each(
        "a host among the search words",
        [f"docs/{locale}/search.yml" for locale in ("ja", "en")],
        _swap(r"^  network#restart: \[", "  network#restart: [smtp.softbank.ne.jp, "),
    ),
]
