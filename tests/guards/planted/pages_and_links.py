"""What stops a page from being made, dead links, and what iOS does not say."""

from guards.planting import Planted, at_the_end, each, in_both, pages_of, swap

PLANTED: list[Planted] = [
    *each(
        "an undefined name",
        in_both("profile"),
        at_the_end("{{ port }}"),
        stops="'port' is undefined",
    ),
    *each(
        "an unknown fact",
        in_both("profile"),
        at_the_end('{{ fact("imap.prot") }}'),
        stops="there is no 'imap.prot'",
    ),
    *each(
        "an unknown box",
        in_both("profile"),
        swap(r"^!!! expect$", "!!! expcet"),
        stops="'!!! expcet' is no box of this guide",
    ),
    *each(
        "an open {{",
        in_both("profile"),
        at_the_end("{{ fact("),
        stops="`{{` has no `}}` after it",
    ),
    *each(
        "no description",
        in_both("profile"),
        swap(r"^description: [^\n]*\n", ""),
        stops="this page lacks its description",
    ),
    *each(
        "a dead anchor",
        in_both("still-failing"),
        swap(r"#another-network\)", "#another-netwrk)"),
        stops="does not contain an anchor '#another-netwrk'",
    ),
    *each(
        "a renamed anchor",
        in_both("about"),
        swap(r"\{ #sources \}", "{ #source }"),
        stops="a link '#sources', but there is no such anchor",
    ),
    *each(
        "a heading without anchor",
        in_both("about"),
        swap(r" \{ #who \}", ""),
        stops="has no anchor",
    ),
    *each(
        "a dead page",
        in_both("index"),
        swap(r"\(causes\.md\)", "(cause.md)"),
        stops="'cause.md', but the target",
    ),
    *each(
        "an address of one's own",
        in_both("about"),
        at_the_end("[x](https://evil.example/)"),
        stops="has no place in a page",
    ),
    *[
        Planted(f"{name} in a page", f"docs/{locale}/about.md", at_the_end(html), stops="no place")
        for name, locale, html in (
            ("a comment", "vi", "<!-- never -->"),
            ("an object", "th", '<object data="x.svg"></object>'),
            ("a style", "ko", "<style>.caution{display:none}</style>"),
            ("a hidden text", "es", "<p hidden>x</p>"),
            ("an inline style", "my", '<span style="display:none">x</span>'),
        )
    ],
    *each(
        "a heading of another level",
        in_both("errors"),
        swap(r"^### ", "#### ", 3),
        caught_by="parity.sections",
    ),
    *each(
        "search words for a heading that there is not",
        ["docs/ja/search.yml", "docs/en/search.yml"],
        swap(r"^  network#restart:", "  network#restrat:"),
        stops="network#restrat: no page has this heading",
    ),
    *each(
        "queries for a heading that there is not",
        ["docs/ja/queries.yml", "docs/en/queries.yml"],
        swap(r"^  network#restart:", "  network#restrat:"),
        stops="here.network#restrat: no page has this heading",
    ),
    *each(
        "a search that leads to a heading that there is not",
        ["docs/ja/search.yml", "docs/en/search.yml"],
        swap(r"^  not-the-connection#fetch: (?=\[.*/)", "  not-the-connection#fecth: "),
        stops="leads.not-the-connection#fecth: no page has this heading",
    ),
    *each(
        "no list of steps",
        in_both("support-desk"),
        swap(r"\{\{ desk\(\) \}\}", ""),
        caught_by="desk.complete_without_javascript",
    ),
    *each(
        "no record of steps",
        in_both("report"),
        swap(r"\{\{ tried_list\(\) \}\}", ""),
        caught_by="desk.complete_without_javascript",
    ),
    # iOS
    *each(
        "another label",
        in_both("ssl-check"),
        swap(r'label\("use-ssl"\)', 'label("server-port")'),
        caught_by="parity.sections",
    ),
    *each(
        "a label typed by hand",
        in_both("password"),
        swap(r'\{\{ label\("authentication"\) \}\}', "SSL"),
        caught_by="parity.sections",
    ),
    *each(
        "another menu path",
        in_both("profile"),
        swap(r'path\("profiles"\)', 'path("reset-network")'),
        caught_by="parity.sections",
    ),
    *each(
        "a message is missing",
        in_both("errors"),
        swap(r'^\{\{ error\("tls-failed"\) \}\}\n', ""),
        caught_by="steps.errors_listed",
    ),
    *each(
        "a message whose title says all of it, and a box the same",
        in_both("errors"),
        swap(r"\{ #ssl-error \}\n", '{ #ssl-error }\n\n{{ error("ssl-error") }}\n'),
        caught_by="steps.errors_listed",
    ),
    *each(
        "a label that is not of iOS",
        pages_of("ssl-check", "id"),
        swap(r'label\("use-ssl"\)', 'label("use-tls")'),
        stops="there is no 'use-tls' of this kind",
    ),
]
