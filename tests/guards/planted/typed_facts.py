"""A fact typed by hand, or the wrong fact named: hosts, ports and encryptions."""

from guards.planting import Planted, at_the_end, each, fact, in_both, swap

_UNMARKED = "facts.unmarked"

PLANTED: list[Planted] = [
    *each(
        "a wrong digit in a port",
        in_both("ssl-check"),
        swap(fact("imap.port"), "992"),
        caught_by=_UNMARKED,
    ),
    *each(
        "a port with a digit too many",
        in_both("manual-setup"),
        swap(fact("smtp.port"), "5877"),
        caught_by=_UNMARKED,
    ),
    *each(
        "a port with a digit too few",
        in_both("manual-setup"),
        swap(fact("smtp.port"), "58"),
        caught_by="parity.sections",
    ),
    *each(
        "full-width digits",
        in_both("settings"),
        swap(fact("pop.port"), "９９３"),
        caught_by=_UNMARKED,
    ),
    *each(
        "a right port, but typed",
        in_both("causes"),
        swap(fact("imap.port"), "993"),
        caught_by=_UNMARKED,
    ),
    *each(
        "465 typed for 587",
        in_both("ssl-check"),
        swap(fact("smtp.port"), "465"),
        caught_by=_UNMARKED,
    ),
    *each(
        ".ne.jp for .jp",
        in_both("manual-setup"),
        swap(fact("imap.host"), "imap.softbank.ne.jp"),
        caught_by=_UNMARKED,
    ),
    *each(
        "imap for smtp, typed",
        in_both("ssl-check"),
        swap(fact("smtp.host"), "imap.softbank.jp"),
        caught_by=_UNMARKED,
    ),
    *each(
        "full-width host",
        in_both("causes"),
        swap(fact("smtp.host"), "ｓｍｔｐ．ｓｏｆｔｂａｎｋ．ｊｐ"),
        caught_by=_UNMARKED,
    ),
    *each(
        "a host with a letter missing",
        in_both("manual-setup"),
        swap(fact("imap.host"), "imap.sofbank.jp"),
        caught_by=_UNMARKED,
    ),
    *each(
        "an encryption typed",
        in_both("ssl-check"),
        swap(fact("smtp.other.encryption"), "SSL/TLS"),
        caught_by=_UNMARKED,
    ),
    *each(
        "STARTTLS in running text",
        in_both("network"),
        swap(r"^(1\. .*)$", r"\1 (STARTTLS)"),
        caught_by=_UNMARKED,
    ),
    *each("a typed port", in_both("support-desk"), at_the_end("Port 993"), caught_by=_UNMARKED),
    *each(
        "a host in a description",
        in_both("index"),
        swap(r"^(description: .*)$", r"\1 imap.softbank.ne.jp"),
        caught_by="facts.attributes",
    ),
    *each(
        "a port in a picture's words",
        in_both("network"),
        at_the_end("![993](../assets/images/logo.svg)"),
        stops="<img> has no place in a page",
    ),
    Planted(
        "a port in a string",
        "docs/en/strings.yml",
        swap(r"^(  outgoing_other: .*)$", r"\1 (465)"),
        caught_by=_UNMARKED,
    ),
    Planted(
        "a host in a warning",
        "docs/ja/strings.yml",
        swap(r"^(    title: SSLを.*)$", r"\1 imap.softbank.jp"),
        caught_by=_UNMARKED,
    ),
    Planted(
        "a wrong port",
        "docs/th/manual-setup.md",
        swap(fact("imap.port"), "933"),
        caught_by=_UNMARKED,
    ),
    Planted(
        "a wrong port in Burmese digits",
        "docs/my/manual-setup.md",
        swap(fact("imap.port"), "၉၉၃"),
        caught_by=_UNMARKED,
    ),
    Planted(
        "a wrong port in Devanagari digits",
        "docs/ne/manual-setup.md",
        swap(fact("imap.port"), "९९३"),
        caught_by=_UNMARKED,
    ),
    *each(
        "a host among the search words",
        ["docs/ja/search.yml", "docs/en/search.yml"],
        swap(r"^  network#restart: \[", "  network#restart: [smtp.softbank.ne.jp, "),
        caught_by="facts.search_index",
    ),
    # The wrong fact
    *each(
        "the other port",
        in_both("ssl-check"),
        swap(fact("smtp.port"), '{{ fact("imap.port") }}'),
        caught_by="facts.services",
    ),
    *each(
        "smtp for imap",
        in_both("manual-setup"),
        swap(fact("imap.host"), '{{ fact("smtp.host") }}'),
        caught_by="facts.services",
    ),
    *each(
        "465 with STARTTLS",
        in_both("ssl-check"),
        swap(fact("smtp.implicit-tls.encryption"), '{{ fact("smtp.starttls.encryption") }}'),
        caught_by="facts.encryption",
    ),
    *each(
        "587 and 465 swapped",
        in_both("ssl-check"),
        swap(fact("smtp.starttls.port"), '{{ fact("smtp.implicit-tls.port") }}'),
        caught_by="facts.encryption",
    ),
    *each(
        "a copy button taken away",
        in_both("ssl-check"),
        swap(r", copy=True", ""),
        caught_by="parity.sections",
    ),
    *each(
        "the caveat of POP is missing",
        in_both("settings"),
        swap(r'\{\{ sentence\("pop-not-offered"\) \}\}', ""),
        caught_by="facts.pop_is_no_offer",
    ),
]
