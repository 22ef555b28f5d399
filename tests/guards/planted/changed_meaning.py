"""A sentence that says the opposite or something else, in one language: what only a reader sees.

Each is caught since its state is no longer the one that somebody has approved.
"""

from guards.planting import Planted, exchange, strings_of, swap

_BY = "approved.unchanged"


def _page(name: str, file: str, old: str, new: str) -> Planted:
    return Planted(name, f"docs/{file}.md", swap(old, new), caught_by=_BY)


def _strings(name: str, locale: str, first: str, second: str) -> Planted:
    """Two strings that have changed places."""
    change = exchange(rf"(?<=^  {first}: ).*$", rf"(?<=^  {second}: ).*$")
    return Planted(name, *strings_of(locale), change, caught_by=_BY)


PLANTED: list[Planted] = [
    _strings("two results swapped", "ko", "tried_helped", "tried_no_help"),
    _strings("two results swapped", "th", "tried_no_help", "tried_could_not"),
    _strings("two boxes swapped", "id", "expect", "otherwise"),
    _strings("incoming and outgoing swapped", "my", "incoming", "outgoing"),
    _strings("incoming and outgoing swapped", "pt-BR", "incoming", "outgoing"),
    _strings("two forms of the user name swapped", "ne", "local-part", "full-address"),
    _strings("two forms of the user name swapped", "zh", "local-part", "full-address"),
    Planted(
        "two labels swapped in Vietnamese",
        "facts/labels.yml",
        exchange('(?<=vi: )"Tên máy chủ"', '(?<=vi: )"Tên người dùng"'),
        caught_by=_BY,
    ),
    Planted(
        "two labels swapped in Spanish",
        "facts/labels.yml",
        exchange('(?<=es: )"Puerto del servidor"', '(?<=es: )"Usar SSL"'),
        caught_by=_BY,
    ),
    Planted(
        "a message says the opposite in Korean",
        "facts/messages.yml",
        swap("연결할 수 없음", "연결할 수 있음"),
        caught_by=_BY,
    ),
    Planted(
        "a route leads elsewhere",
        "facts/routes.yml",
        exchange('"3046"', '"3072"'),
        caught_by=_BY,
    ),
    Planted(
        "two headings swapped",
        "docs/ko/manual-setup.md",
        exchange(r"(?<=^## ).*(?= \{ #incoming-server)", r"(?<=^## ).*(?= \{ #outgoing-server)"),
        caught_by=_BY,
    ),
    _page("off became on", "en/network", "turn it off", "turn it on"),
    _page("off became on", "es/network", "desactivado", "activado"),
    _page("not is gone", "en/network", "the connection, not mail", "the connection, mail"),
    _page("オフ became オン", "ja/network", "オフに", "オンに"),
    Planted(
        "a warning says the opposite",
        "docs/tl/strings.yml",
        swap(r"(never-trust-certificate:\n.*\n    title: )(.*)", r"\1Magtiwala"),
        caught_by=_BY,
    ),
    # facts/
    Planted(
        "a message bound to the wrong server",
        "facts/errors.yml",
        swap(r"(id: outgoing-ssl-setting.*server: )smtp", r"\1imap"),
        caught_by="bindings.servers",
    ),
    Planted(
        "a message of receiving bound to the wrong server",
        "facts/errors.yml",
        swap(r"(id: incoming-not-responding.*server: )imap", r"\1smtp"),
        caught_by="bindings.servers",
    ),
    Planted(
        "the way to the incoming server leads through SMTP",
        "facts/ios.yml",
        swap(r"path: \[advanced\]", "path: [smtp, primary-server]"),
        caught_by="bindings.servers",
    ),
    Planted(
        "the way to one reset ends at another",
        "facts/ios.yml",
        swap("reset, reset-network-settings", "reset, reset-all-settings"),
        caught_by="bindings.servers",
    ),
    Planted(
        "another way to a place",
        "facts/ios.yml",
        swap(r"\[settings, safari, clear-history\]", "[settings, clear-history]"),
        caught_by=_BY,
    ),
]
