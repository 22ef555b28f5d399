"""Bad input stops the build with one line that says where, what and how to mend it."""

import hashlib
import re
from pathlib import Path

import pytest
from site_build import build, copy_project

CASES = {
    "port 99999": (
        "facts/settings.yml",
        ("value: 993", "value: 99999"),
        r"facts/settings\.yml: imap\.port\.value: .*less than or equal to 65535.*99999",
    ),
    "no host name": (
        "facts/settings.yml",
        ("value: imap.softbank.jp", "value: imap_softbank"),
        r"facts/settings\.yml: imap\.host\.value: must be a host name.*imap_softbank",
    ),
    "unknown key": (
        "facts/settings.yml",
        ("  first: starttls", "  frist: starttls"),
        r"facts/settings\.yml: smtp\.first: Field required|smtp\.frist: Extra inputs",
    ),
    "no YAML": (
        "facts/settings.yml",
        ("imap:\n", "imap: [\n"),
        r"facts/settings\.yml:\d+: not valid YAML: .*Correct this line",
    ),
    "a key twice": (
        "facts/settings.yml",
        ("pop:\n", "imap: {}\npop:\n"),
        r"facts/settings\.yml:\d+: not valid YAML: the key 'imap' stands here twice",
    ),
    "no such day": (
        "facts/settings.yml",
        ("checked: null", "checked: 2026-13-01"),
        r"facts/settings\.yml: service\.domain\.checked: .*month value is outside.*2026-13-01",
    ),
    "unknown source": (
        "facts/settings.yml",
        ("sources: [softbank-faq-10634]", "sources: [nobody]"),
        r"facts/settings\.yml: sms\.sender: no source 'nobody' in facts/links\.yml",
    ),
    "two steps with one number": (
        "facts/steps.yml",
        ('code: "3023"', 'code: "3014"'),
        r"facts/steps\.yml: .*two steps have the code 3014",
    ),
    "wrong check digit": (
        "facts/steps.yml",
        ('code: "3023"', 'code: "3024"'),
        r"facts/steps\.yml: steps\.\d+\.code: the check digit is wrong: 302 gives 3023",
    ),
    "ill-formed code": (
        "facts/steps.yml",
        ('code: "3023"', 'code: "302x"'),
        r"facts/steps\.yml: steps\.\d+\.code: a step code is four digits",
    ),
    "step in one language only": (
        "docs/en/network.md",
        (' data-step="3023"', ""),
        r"docs/en/network\.md: step 3023 \(#connection-on\) is missing.*docs/ja/network\.md",
    ),
    "step with another's anchor": (
        "docs/ja/network.md",
        ("{ #connection-on ", "{ #connected "),
        r"docs/ja/network\.md:\d+: step 3023 belongs to network#connection-on",
    ),
    "missing string": (
        "docs/en/strings.yml",
        ("  copied: Copied\n", ""),
        r"docs/en/strings\.yml: ui\.copied: this language lacks a string\. Translate it",
    ),
    "label that ios.yml needs": (
        "facts/ios.yml",
        ("path: [advanced]", "path: [more]"),
        r"docs/ja/strings\.yml: ios\.more: facts/ uses it",
    ),
    "missing page": (
        "docs/en/about.md",
        None,
        r"docs/en/about\.md: this page is missing\. Translate docs/ja/about\.md",
    ),
    "undefined name": (
        "docs/en/about.md",
        ("## ", "{{ port }}\n\n## "),
        r"docs/en/about\.md:\d+: 'port' is undefined\. Use one of: fact, ",
    ),
    "unknown fact": (
        "docs/ja/about.md",
        ("## ", '{{ fact("imap.prot") }}\n\n## '),
        r"docs/ja/about\.md:\d+: there is no 'imap\.prot'",
    ),
    "open braces": (
        "docs/ja/about.md",
        ("## ", "{{ fact(\n\n## "),
        r"docs/ja/about\.md:\d+: .*Correct the \{\{",
    ),
    "unknown box": (
        "docs/ja/network.md",
        ("!!! expect", "!!! expcet"),
        r"docs/ja/network\.md:\d+: '!!! expcet' is no box.*!!! expect, !!! otherwise",
    ),
    "heading without anchor": (
        "docs/ja/about.md",
        (" { #who }", ""),
        r"docs/ja/about\.md:\d+: the heading .* has no anchor",
    ),
    "renamed page without a redirect": (
        "facts/pages.yml",
        ("{slug: about}", "{slug: about}\n  - {slug: gone}"),
        r"docs/ja/gone\.md: this page is missing.*give it `moved_to` in facts/pages\.yml",
    ),
    "new page without an entry": (
        "facts/pages.yml",
        ("  - {slug: report}\n", ""),
        r"docs/ja/report\.md: facts/pages\.yml does not list this page\. Add it at the end",
    ),
    "page that has moved and is still there": (
        "facts/pages.yml",
        ("{slug: report}", "{slug: report, moved_to: about}"),
        r"docs/ja/report\.md: facts/pages\.yml says that it has moved to about",
    ),
    "redirect to nowhere": (
        "facts/pages.yml",
        ("{slug: report}", "{slug: report}\n  - {slug: old, moved_to: nowhere}"),
        r"facts/pages\.yml: .*old has moved to nowhere, which is no page now",
    ),
    "symptom with an unknown step": (
        "facts/symptoms.yml",
        ('"3051"', '"3997"'),
        r"facts/symptoms\.yml: suddenly: there is no step 3997 in use",
    ),
    "symptom without words": (
        "facts/symptoms.yml",
        ("id: suddenly", "id: slowly"),
        r"docs/ja/strings\.yml: symptoms\.slowly: facts/ uses it",
    ),
    "iOS versions with a gap": (
        "facts/ios.yml",
        ("from: 14, to: 17", "from: 14, to: 16"),
        r"facts/ios\.yml: places\.settings-mail-accounts: each path must end",
    ),
}


@pytest.fixture
def project(tmp_path):
    return copy_project(tmp_path / "project")


@pytest.mark.parametrize("case", CASES)
def test_one_line_says_where_what_and_how(case, project, tmp_path):
    file, edit, expected = CASES[case]
    path = project / file
    if edit is None:
        path.unlink()
    else:
        text = path.read_text(encoding="utf-8")
        assert edit[0] in text
        path.write_text(text.replace(edit[0], edit[1], 1), encoding="utf-8")
    result = build(project, tmp_path / "site")
    lines = [line for line in (result.stdout + result.stderr).splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]
    assert result.returncode == 1
    assert len(errors) == 1
    assert re.search(expected, errors[0])
    assert not [line for line in lines if "Traceback" in line]
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("facts/settings.yml", "value: 993", "value: 99999"),
        # A warning of --strict, which MkDocs counts only at the very end.
        ("docs/en/still-failing.md", "#another-network)", "#another-netwrk)"),
        ("docs/ja/still-failing.md", "#another-network)", "#another-netwrk)"),
        ("overrides/main.html", "{{ assets }}", "{{ assets( }}"),
    ],
)
def test_the_last_good_site_is_left_as_it_was(file, old, new, project, tmp_path):
    site = tmp_path / "site"
    assert build(project, site).returncode == 0
    before = _digest(site)
    path = project / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert build(project, site).returncode != 0
    assert _digest(site) == before
    assert sorted(tmp_path.iterdir()) == [project, site]
    path.write_text(text, encoding="utf-8")
    assert build(project, site).returncode == 0
    assert sorted(tmp_path.iterdir()) == [project, site]


def _digest(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
