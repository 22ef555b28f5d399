"""A value changed in facts/settings.yml changes everywhere, and the old one is nowhere left."""

import re
from pathlib import Path

import pytest
from checks import facts, links, parity
from site_build import build, copy_project
from site_reader import Site

# Old text of facts/settings.yml, new text, and the values that must go and come.
CHANGES = {
    "imap.host": (
        "value: imap.softbank.jp",
        "value: in.mail.example",
        "imap.softbank.jp",
        "in.mail.example",
    ),
    "imap.port": ("value: 993", "value: 10993", "993", "10993"),
    "smtp.host": (
        "value: smtp.softbank.jp",
        "value: out.mail.example",
        "smtp.softbank.jp",
        "out.mail.example",
    ),
    "smtp.starttls.port": ("value: 587", "value: 10587", "587", "10587"),
    "smtp.implicit-tls.port": ("value: 465", "value: 10465", "465", "10465"),
    "pop.port": ("value: 995", "value: 10995", "995", "10995"),
    "mail.domain": ("value: i.softbank.jp", "value: new.example", "i.softbank.jp", "new.example"),
    "mms.domain": ("value: softbank.ne.jp", "value: mms.example", "softbank.ne.jp", "mms.example"),
    "ymobile.domain": ("value: yahoo.ne.jp", "value: ym.example", "yahoo.ne.jp", "ym.example"),
    "sms.sender": ('value: "157"', 'value: "1570"', "157", "1570"),
    "encryption.starttls": ("  starttls: STARTTLS", "  starttls: UPGRADE", "STARTTLS", "UPGRADE"),
    "encryption.implicit-tls": (
        "  implicit-tls: SSL/TLS",
        "  implicit-tls: ATONCE",
        "SSL/TLS",
        "ATONCE",
    ),
    "service.name": ("  name: Eメール(i)", "  name: Newmail(x)", None, "Newmail(x)"),
}


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> Site:
    """The site with every value changed at once: no new one is part of another."""
    changes = [(old, new) for old, new, _, _ in CHANGES.values()]
    return _changed_site(tmp_path_factory.mktemp("changed"), changes)


@pytest.fixture(scope="module")
def texts(changed) -> list[tuple[str, str]]:
    """Everything that the site serves as text, without the addresses of sources elsewhere."""
    found = []
    for path in changed.folder.rglob("*"):
        if path.suffix in (".html", ".json", ".csv", ".xml", ".js", ".css"):
            text = path.read_text(encoding="utf-8")
            for link in changed.guide.links.links.values():
                text = text.replace(str(link.url), "").replace(link.title, "")
            found.append((str(path.relative_to(changed.folder)), text))
    return found


def _changed_site(
    folder: Path, changes: list[tuple[str, str]], locales: tuple = ("ja", "ja-easy", "en", "vi")
) -> Site:
    root = copy_project(folder / "project", locales)
    path = root / "facts/settings.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    result = build(root, folder / "site")
    assert result.returncode == 0, result.stderr
    return Site(folder / "site", root)


@pytest.mark.parametrize(
    "check",
    [facts.values, facts.settings_table, facts.published, facts.encryption, parity.sections],
    ids=lambda check: check.__name__,
)
def test_the_checks_pass_with_other_values(check, changed):
    assert list(check(changed)) == []


@pytest.mark.parametrize("key", CHANGES)
def test_the_whole_site_says_the_new_value(key, changed, texts):
    _, _, gone, come = CHANGES[key]
    assert changed.guide.facts[key] == come
    for locale in changed.locales:
        pages = changed.of(locale)
        marked = [e for page in pages for e in page.select(f'[data-fact="{key}"]')]
        assert marked or key.startswith("encryption")
        assert any(come in page.article.get_text() for page in pages)
    if gone:
        word = re.compile(rf"(?<![\w.-]){re.escape(gone)}(?![\w-])")
        assert [path for path, text in texts if word.search(text)] == []


def test_one_word_decides_which_port_comes_first(tmp_path):
    turned = _changed_site(tmp_path, [("  first: starttls", "  first: implicit-tls")], ("ja", "en"))
    for locale in turned.locales:
        for slug in ("settings", "manual-setup"):
            table = turned.page(locale, slug).article.select_one("table.settings")
            assert table.select_one("#outgoing").get_text().split() != []
            assert "465" in table.select_one("#outgoing").get_text()
            assert "SSL/TLS" in table.select_one("#outgoing").get_text()
            assert "587" in table.select_one("#outgoing-other").get_text()
            assert "STARTTLS" in table.select_one("#outgoing-other").get_text()
    for check in (facts.values, facts.encryption, facts.services, links.inside, parity.sections):
        assert list(check(turned)) == []


def test_every_value_of_the_settings_is_tried():
    """A new value in facts/settings.yml needs a line in CHANGES."""
    settings = {"encryption.starttls", "encryption.implicit-tls", "service.name"}
    settings |= {
        key
        for key in facts_keys()
        # The first and the other way are those of smtp.starttls and smtp.implicit-tls.
        if key not in ("smtp.port",)
        and not key.startswith("smtp.other.")
        and "encryption" not in key
    }
    assert settings == set(CHANGES)


def facts_keys() -> set[str]:
    from guide.facts.settings import Settings
    from guide.facts.yaml_file import read_model
    from site_build import ROOT

    return set(read_model(ROOT / "facts/settings.yml", Settings, ROOT).sourced())
