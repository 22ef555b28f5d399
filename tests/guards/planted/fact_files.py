"""Mistakes in facts/."""

from guards.planting import Planted, swap

_SETTINGS = "facts/settings.yml"
_STEPS = "facts/steps.yml"

PLANTED: list[Planted] = [
    Planted(
        "a drawn dialog in which Yes is tapped",
        "facts/screens.yml",
        swap('"yes", mark: never', '"yes", mark: tap'),
        stops="screens.without-ssl: .*'yes' is marked wrongly",
    ),
    Planted(
        "a drawn dialog that nobody can answer",
        "facts/screens.yml",
        swap(r"    secret: true\n", ""),
        stops="screens.passcode: .*has buttons, or asks",
    ),
    Planted(
        "a drawn list in which nothing is tapped",
        "facts/screens.yml",
        swap(", kind: info", ""),
        stops="screens.wifi: .*has buttons, or asks",
    ),
    Planted(
        "a drawn screen with a label that is none",
        "facts/screens.yml",
        swap("label: host-name", "label: hostname"),
        stops="screens.new-incoming: facts/labels.yml has no 'hostname'",
    ),
    Planted(
        "port 99999",
        _SETTINGS,
        swap("value: 993", "value: 99999"),
        stops="imap.port.value: .*not 99999",
    ),
    Planted(
        "a port in letters",
        _SETTINGS,
        swap("value: 465", "value: smtps"),
        stops="implicit-tls.port.value: .*not 'smtps'",
    ),
    Planted(
        "a host that is none",
        _SETTINGS,
        swap("value: imap.softbank.jp", "value: imap_softbank"),
        stops="imap.host.value: must be a host name",
    ),
    Planted(
        "a host in capitals",
        _SETTINGS,
        swap("value: smtp.softbank.jp", "value: SMTP.softbank.jp"),
        stops="smtp.host.value: must be a host name",
    ),
    Planted("an unknown key", _SETTINGS, swap("^imap:", "imapp:"), stops="imap: Field required"),
    Planted(
        "an unknown key inside",
        _SETTINGS,
        swap(r"sources: \[", "source: ["),
        stops="service.domain.sources: Field required",
    ),
    Planted(
        "a key twice",
        _SETTINGS,
        swap(r"\Z", "\nimap: {}\n"),
        stops="the key 'imap' stands here twice",
    ),
    Planted(
        "465 called STARTTLS",
        _SETTINGS,
        swap("encryption: {value: implicit-tls", "encryption: {value: starttls", 1),
        stops="smtp.implicit-tls.encryption must be implicit-tls",
    ),
    Planted(
        "one port for both",
        _SETTINGS,
        swap("value: 465", "value: 587"),
        stops="must not share one port",
    ),
    Planted(
        "a source that is none",
        _SETTINGS,
        swap("mozilla-ispdb", "mozilla", 1),
        stops="no source 'mozilla'",
    ),
    Planted(
        "a date that is none",
        _SETTINGS,
        swap("checked: null", "checked: 2026-13-01"),
        stops="checked: .*valid date",
    ),
    Planted(
        "two steps with one code",
        _STEPS,
        swap('code: "3023"', 'code: "3014"'),
        stops="two steps have the code 3014",
    ),
    Planted(
        "a wrong check digit",
        _STEPS,
        swap('code: "3023"', 'code: "3024"'),
        stops="the check digit is wrong",
    ),
    Planted(
        "a code of another chapter",
        _STEPS,
        swap('code: "3023"', 'code: "5036"'),
        stops="a code of network begins with 3",
    ),
    Planted(
        "an address that is none",
        "facts/links.yml",
        swap('url: "https://my', 'url: "my'),
        stops="my-softbank.url: .*valid URL",
    ),
    Planted(
        "an official link without encryption",
        "facts/links.yml",
        swap('url: "https://www.softbank.jp/support/"', 'url: "http://www.softbank.jp/support/"'),
        stops="cannot be `kind: official`",
    ),
    Planted(
        "an official link to another host",
        "facts/links.yml",
        swap('url: "https://www.softbank.jp/support/"', 'url: "https://softbank.example/"'),
        stops="cannot be `kind: official`",
    ),
    Planted(
        "iOS versions overlap",
        "facts/ios.yml",
        swap(r"from: 14, to: 17", "from: 14, to: 18"),
        stops="each path must end",
    ),
    Planted(
        "a page that is gone",
        "facts/pages.yml",
        swap(r"\Z", "  - {slug: gone}\n"),
        stops="gone.md: this page is missing",
    ),
    Planted(
        "a page twice",
        "facts/pages.yml",
        swap(r"\Z", "  - {slug: about}\n"),
        stops="about is listed twice",
    ),
    Planted(
        "a symptom without words",
        "facts/routes.yml",
        swap("id: suddenly", "id: slowly"),
        stops="no route 'suddenly' in facts/routes.yml",
    ),
    Planted(
        "a symptom with no such step",
        "facts/routes.yml",
        swap('"3072"', '"3997"'),
        stops="step 3997 is none in use",
    ),
    Planted(
        "a turn that leads to no route",
        "facts/routes.yml",
        swap("made-by-profile: settings-are-grey", "made-by-profile: settings-are-gray"),
        stops="leads to 'settings-are-gray', which is no other route",
    ),
    Planted(
        "a step twice on a route",
        "facts/routes.yml",
        swap('"3046", "3072"', '"3046", "3046"'),
        stops="step 3046 stands in it twice",
    ),
    Planted(
        "a step that leads nowhere",
        "facts/next_steps.yml",
        swap(r'^  "3072": .*\n', ""),
        stops="does not say where to go after step 3072",
    ),
    Planted(
        "a way on to no such step",
        "facts/next_steps.yml",
        swap('"3080"}', '"3997"}'),
        stops="next_steps.yml: 3072: step 3997 is none in use",
    ),
    Planted(
        "a way on for one condition alone",
        "facts/next_steps.yml",
        swap('no-account: "6015", else: "8060"', 'no-account: "6015", account-exists: "7034"'),
        stops="7016.*one is 'else', for all that is none of them",
    ),
    Planted(
        "a condition without words",
        "facts/next_steps.yml",
        swap("no-account", "no-accounts"),
        stops="turns.no-accounts",
    ),
    Planted(
        "human help at a step that is withdrawn or none",
        _STEPS,
        swap('^help: "8060"', 'help: "8993"'),
        stops="help: .*",
    ),
    Planted(
        "a label without a language",
        "facts/labels.yml",
        swap(r"(^  use-ssl:[\s\S]*?)^      id: .*\n", r"\1"),
        stops="use-ssl: 'id' stands in some entries, not in all",
    ),
    Planted(
        "a source for a language that a label lacks",
        "facts/labels.yml",
        swap(r"read: \{ios-labels-16: \[", "read: {ios-labels-16: [fr, "),
        stops="is said to have it in 'fr': no such words",
    ),
    Planted(
        "a source of messages that is not listed",
        "facts/messages.yml",
        swap(r"read: \{apple-strings: all\}", "read: {apple-lists: all}"),
        stops="no source 'apple-lists' in facts/links.yml",
    ),
    Planted(
        "a message lost its variable in one language",
        "facts/messages.yml",
        swap(r"on port \{port\} timed out", "timed out"),
        stops="timed-out: .*variables",
    ),
    Planted(
        "a path with a label that is none",
        "facts/ios.yml",
        swap("transfer-or-reset", "transfer-and-reset"),
        stops="facts/labels.yml has no 'transfer-and-reset'",
    ),
]
