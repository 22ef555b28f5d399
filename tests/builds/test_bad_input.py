"""Bad input stops the build with one line that says where, what and how to mend it.

Each case is tried in this process, on a copy with two languages: 0.1 to 0.5 s. Four real builds
prove that MkDocs says the line, ends with 1, and leaves the last good site as it was: about 60 s.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from guide.hosting.address import check_address
from guide.mkdocs_settings import check_settings
from guide.page.expand import expand_all
from guide.problem import Problem
from guide.project import load
from mkdocs.config import load_config
from site_build import build, copy_project

# File, what is replaced in it by what (None: the file goes), and the line that says so.
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
        r"facts/ios\.yml: places\.incoming-server: facts/labels\.yml has no 'more'",
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
    "route with an unknown step": (
        "facts/routes.yml",
        ('"3051"', '"3997"'),
        r"facts/routes\.yml: suddenly: step 3997 is none in use",
    ),
    "route without words": (
        "facts/routes.yml",
        ("id: new-iphone-or-ios", "id: slowly"),
        r"docs/ja/strings\.yml: symptoms\.slowly: facts/ uses it",
    ),
    "two routes where a human helps": (
        "facts/routes.yml",
        ("  - id: tried-everything", "  - id: twice\n    steps: []\n  - id: tried-everything"),
        r"facts/routes\.yml: .*exactly one route has no steps",
    ),
    "message with an unknown route": (
        "facts/errors.yml",
        ("route: now-and-then", "route: seldom"),
        r"facts/errors\.yml: timed-out\.route: no route 'seldom' in facts/routes\.yml",
    ),
    "iOS versions with a gap": (
        "facts/ios.yml",
        ("from: 14, to: 17", "from: 14, to: 16"),
        r"facts/ios\.yml: places\.settings-mail-accounts: each path must end",
    ),
}

# The same for what no replaced word can make: a change of the copy.
Change = Callable[[Path], None]


def _bytes(file: str, change: Callable[[bytes], bytes]) -> Change:
    def apply(root: Path) -> None:
        path = root / file
        path.write_bytes(change(path.read_bytes()))

    return apply


def _text(file: str, change: Callable[[str], str]) -> Change:
    return _bytes(file, lambda data: change(data.decode()).encode())


def _page(added: str) -> Change:
    """A paragraph more at the end of a page."""
    return _text("docs/ja/about.md", lambda text: f"{text}\n{added}\n")


def _new(file: str, text: str = "x\n") -> Change:
    def apply(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")

    return apply


def _link(file: str, target: str) -> Change:
    return lambda root: (root / file).symlink_to(target)


def _folder_instead(file: str) -> Change:
    def apply(root: Path) -> None:
        (root / file).unlink()
        (root / file).mkdir()

    return apply


ABOUT, STRINGS, SETTINGS = "docs/ja/about.md", "docs/ja/strings.yml", "facts/settings.yml"

ODD_FILES = {
    "page in Shift_JIS": (
        _bytes(ABOUT, lambda data: data.decode().encode("cp932", "replace")),
        r"docs/ja/about\.md:\d+: it is not UTF-8\. Save it as UTF-8",
    ),
    "page in Latin-1": (
        _bytes("docs/en/about.md", lambda data: data + "caf\u00e9\n".encode("latin-1")),
        r"docs/en/about\.md:\d+: it is not UTF-8",
    ),
    "page in UTF-16": (
        _bytes(ABOUT, lambda data: data.decode().encode("utf-16")),
        r"docs/ja/about\.md:1: it is not UTF-8",
    ),
    "YAML in Shift_JIS": (
        _bytes(STRINGS, lambda data: data.decode().encode("cp932", "replace")),
        r"docs/ja/strings\.yml:\d+: it is not UTF-8",
    ),
    "YAML in UTF-16": (
        _bytes(SETTINGS, lambda data: data.decode().encode("utf-16")),
        r"facts/settings\.yml:1: it is not UTF-8",
    ),
    "control character in a page": (
        _page("a\x08b"),
        r"docs/ja/about\.md:\d+: the character U\+0008",
    ),
    "NUL in a page": (_page("a\x00b"), r"docs/ja/about\.md:\d+: the character U\+0000"),
    "turned direction in a page": (_page("a\u202eb"), r"about\.md:\d+: the character U\+202E"),
    "line separator in a page": (_page("a\u2028b"), r"about\.md:\d+: the character U\+2028"),
    "control character in YAML": (
        _text(SETTINGS, lambda text: text.replace("imap:", "# \x1b\nimap:", 1)),
        r"facts/settings\.yml:\d+: the character U\+001B",
    ),
    "NUL in YAML": (_bytes(STRINGS, lambda data: data + b"\0"), r"strings\.yml:\d+: .*U\+0000"),
    "empty page": (_bytes(ABOUT, lambda _: b""), r"docs/ja/about\.md:1: this page has 0 first"),
    "empty YAML": (_bytes(SETTINGS, lambda _: b""), r"facts/settings\.yml: \(the whole file\):"),
    "YAML that is a list": (
        _bytes(SETTINGS, lambda _: b"- a\n"),
        r"facts/settings\.yml: \(the whole file\):",
    ),
    "YAML that is a word": (
        _bytes(STRINGS, lambda _: b"word\n"),
        r"docs/ja/strings\.yml: \(the whole file\):",
    ),
    "tab in YAML": (
        _text(SETTINGS, lambda text: text.replace("  host:", "\thost:", 1)),
        r"facts/settings\.yml:\d+: not valid YAML",
    ),
    "two documents in YAML": (
        _text(SETTINGS, lambda text: f"{text}\n---\na: b\n"),
        r"facts/settings\.yml:\d+: not valid YAML",
    ),
    "key that is a list": (
        _text(SETTINGS, lambda text: f"{text}\n? [a]\n: b\n"),
        r"facts/settings\.yml:\d+: not valid YAML: a key is no word",
    ),
    "alias in YAML": (
        _text(SETTINGS, lambda text: f"{text}\na: &a [*a]\n"),
        r"facts/settings\.yml:\d+: an alias",
    ),
    "tag in YAML": (
        _text(SETTINGS, lambda text: f"{text}\na: !!python/object:os.system x\n"),
        r"facts/settings\.yml:\d+: not valid YAML",
    ),
    "deep YAML": (
        _bytes(SETTINGS, lambda _: b"[" * 5000),
        r"facts/settings\.yml(:\d+)?: not valid YAML",
    ),
    "string of a space": (
        _text(STRINGS, lambda text: re.sub(r"(\n  independent:).*", r'\1 " "', text, count=1)),
        r"docs/ja/strings\.yml: ui\.independent: nothing of it can be seen",
    ),
    "string of U+200B": (
        _text(STRINGS, lambda text: re.sub(r"(\n  copied:).*", '\\1 "\u200b"', text, count=1)),
        r"docs/ja/strings\.yml: ui\.copied: nothing of it can be seen",
    ),
    "list item of a space": (
        _text(STRINGS, lambda text: re.sub(r"(\n  wifi-passwords:).*", r'\1 " "', text, count=1)),
        r"docs/ja/strings\.yml: erases\.wifi-passwords: nothing of it can be seen",
    ),
    "title of a wide space": (
        _text("facts/links.yml", lambda text: text.replace("My SoftBank,", '"\u3000",', 1)),
        r"facts/links\.yml: links\.my-softbank\.title: nothing of it can be seen",
    ),
    "HTML in a string": (
        _text(STRINGS, lambda text: re.sub(r"(\n  copied:).*", r"\1 <b>a</b>", text, count=1)),
        r"docs/ja/strings\.yml: ui\.copied: `<` begins HTML",
    ),
    "look-alike of an official host": (
        _text("facts/links.yml", lambda text: text.replace("softbank.jp/sup", "softbank.jp.e/sup")),
        r"facts/links\.yml: links\.softbank-support: .*cannot be `kind: official`",
    ),
    "underlined heading": (_page("Title\n=====\n"), r"about\.md:\d+: a line under a title"),
    "dashed heading": (_page("Title\n---\n"), r"about\.md:\d+: a line under a title"),
    "heading without a space": (_page("##Title"), r"about\.md:\d+: '##Title' is no heading yet"),
    "heading without words": (_page("## { #empty }"), r"about\.md:\d+: a heading without words"),
    "open code block": (_page("```\ncode"), r"about\.md:\d+: this code block does not end"),
    "open braces at the end": (_page('{{ fact("imap.port"'), r"about\.md:\d+: .*Correct the \{\{"),
    "more than a call": (
        _page('{{ "a" ~ "b" }}'),
        r"about\.md:\d+: .*is no call such as",
    ),
    "attribute of an object": (
        _page("{{ fact.__globals__ }}"),
        r"about\.md:\d+: .*is no call such as",
    ),
    "second key in the head of a page": (
        _text(ABOUT, lambda text: text.replace("---\n", "---\ntemplate: x.html\n", 1)),
        r"docs/ja/about\.md:2: 'template: x\.html' is no description",
    ),
    "HTML in a description": (
        _text(ABOUT, lambda text: text.replace("description: ", 'description: a "> <b>', 1)),
        r"docs/ja/about\.md:2: .* is no description in words",
    ),
    "page in a folder of its own": (
        _new("docs/ja/sub/page.md"),
        r"docs/ja/sub: a folder has no place here",
    ),
    "page beside the languages": (_new("docs/page.md"), r"docs/page\.md: a page has no place here"),
    "unknown language": (
        _new("docs/xx/index.md"),
        r"docs/xx: mkdocs\.yml names no such language",
    ),
    "table of a spreadsheet": (
        _new("docs/ja/steps.xlsx"),
        r"docs/ja/steps\.xlsx: a file has no place here",
    ),
    "strange kind of asset": (
        _new("docs/assets/images/logo.psd"),
        r"docs/assets/images/logo\.psd: a file has no place here",
    ),
    "link in a circle": (_link("docs/ja/loop", "."), r"docs/ja/loop: links are not followed"),
    "link to itself": (_link("docs/ja/self.md", "self.md"), r"self\.md: links are not followed"),
    "folder named like a page": (
        _folder_instead(ABOUT),
        r"docs/ja/about\.md: a folder has no place here",
    ),
    "folder instead of YAML": (
        _folder_instead(SETTINGS),
        r"facts/settings\.yml: it cannot be read: Is a directory",
    ),
}

# HTML that a page must not hold, and what is said of it.
HTML = {
    "<script>alert(1)</script>": "<script>",
    "<SCRIPT SRC=//evil.example>": "<script>",
    "a <style>p { display: none }</style>": "<style>",
    "<style>@import url(https://evil.example)</style>": "<style>",
    '<object data="x"></object>': "<object>",
    '<embed src="x">': "<embed>",
    '<iframe src="https://evil.example"></iframe>': "<iframe>",
    '<form action="https://evil.example"><input type="password"></form>': "<form>",
    'Password: <input name="p">': "<input>",
    "<textarea></textarea>": "<textarea>",
    '<meta http-equiv="refresh" content="0;url=https://evil.example">': "<meta>",
    '<base href="https://evil.example/">': "<base>",
    '<link rel="stylesheet" href="x">': "<link>",
    '<img src="x" onerror="alert(1)">': "<img>",
    '<svg onload="alert(1)"></svg>': "<svg>",
    "<math><mi>x</mi></math>": "<math>",
    "<noscript>x</noscript>": "<noscript>",
    "<template>x</template>": "<template>",
    "<details><summary>x</summary>y</details>": "<details>",
    "<details open><summary>x</summary>y</details>": "<details>",
    "<input type='radio'>": "<input>",
    "<label>x</label>": "<label>",
    "<!-- password: hunter2 -->": "comment",
    "1. One\n\n    <!-- not yet -->\n\n2. Two": "comment",
    "<!DOCTYPE html>": "DOCTYPE",
    "<?php echo 1 ?>": "php",
    "<![CDATA[x]]>": "CDATA",
    "<p hidden>Never do this.</p>": "hidden of <p>",
    '<span style="display:none">x</span>': 'style="display:none"',
    '<span aria-hidden="true">x</span>': "aria-hidden",
    '<span onclick="alert(1)">x</span>': "onclick",
    '<span class="step-code">x</span>': "class",
    '<br onmouseover="alert(1)">': "onmouseover",
    '<div class="start" id="x" markdown>x</div>': "id",
    '<div class="start">\n`<script>alert(1)</script>`\n</div>': "<script>",
    '<time datetime="x">y</time>': "datetime",
    "<b/onclick=alert(1)>x</b>": "onclick",
    '<a href="javascript:alert(1)">x</a>': "javascript:",
    "[x](javascript:alert(1))": "javascript:",
    "[x](JaVaScRiPt:alert(1))": "alert(1)",
    "[x](&#106;avascript:alert(1))": "javascript:",
    "[x](data:text/html,hello)": "data:",
    "[x][1]\n\n[1]: javascript:alert(1)": "javascript:",
    "<javascript:alert(1)>": "javascript:",
    "[x](https://evil.example)": "https://evil.example",
    "[x](//evil.example)": "//evil.example",
    "<https://evil.example>": "https",
    "![x](https://evil.example/x.png)": "<img>",
    '{{ link("softbank-support", "[x](javascript:alert(1))") }}': "javascript:",
    "text { onclick=alert(1) }\n{ onclick=alert(1) }": "onclick",
    "text\n{ style='display:none' }": "style",
    "text\n{ hidden=1 }": "hidden",
    "## Title { #title .caution }": "class",
    "[x](network.md){ target=_blank }": "target",
    "<scr{{ code('3046') }}ipt>": "<scr3046ipt>",
}
# And what it may hold.
HARMLESS = [
    "One<br>two, <span lang='en'>three</span>, <time datetime='2027-01-31'>then</time>.",
    '<div class="start" markdown>\n\n- [**a**<br>b](network.md)\n\n</div>',
    "`<script>` in code, and 1 < 2 > 0 & more",
    "```\n<script>alert(1)</script>\n```",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "[x](network.md#restart) and [y](#who)",
    "x" * 100_000,
    "a\n\n---\n\nb",
    '!!! tip "Title"\n    a',
    '??? note "Title"\n    a',
    '=== "A"\n\n    a\n\n=== "B"\n\n    ```sh\n    <script>\n    ```',
    "++cmd+c++",
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    return copy_project(tmp_path_factory.mktemp("whole") / "project", ("ja", "en"))


@pytest.fixture
def copy(whole, tmp_path) -> Path:
    """A copy of what is read before the first page is made."""
    for part in ("docs", "facts"):
        shutil.copytree(whole / part, tmp_path / part)
    return tmp_path


def _read(root: Path) -> dict:
    return expand_all(load(root, {"ja": "日本語", "en": "English"}, ["ja", "en"]), "ja")


def _said(root: Path) -> str:
    """The one line that reading this copy ends with."""
    with pytest.raises(Problem) as ended:
        _read(root)
    line = str(ended.value)
    assert "\n" not in line
    return line


@pytest.mark.parametrize("case", CASES)
def test_one_line_says_where_what_and_how(case, copy):
    file, edit, expected = CASES[case]
    path = copy / file
    if edit is None:
        path.unlink()
    else:
        text = path.read_text(encoding="utf-8")
        assert edit[0] in text
        path.write_text(text.replace(edit[0], edit[1], 1), encoding="utf-8")
    assert re.search(expected, _said(copy))


@pytest.mark.parametrize("case", ODD_FILES)
def test_odd_files(case, copy):
    change, expected = ODD_FILES[case]
    change(copy)
    assert re.search(expected, _said(copy))


@pytest.mark.parametrize("html", HTML)
def test_a_page_holds_no_other_html(html, copy):
    _page(html)(copy)
    line = _said(copy)
    assert re.match(r"docs/ja/about\.md(:\d+)?: ", line)
    assert HTML[html].lower() in line.lower()
    assert "Pages take Markdown" in line


def test_the_line_of_what_is_wrong_is_named(copy):
    _page("one\n\n<iframe></iframe>")(copy)
    lines = (copy / ABOUT).read_text(encoding="utf-8").splitlines()
    assert f"about.md:{lines.index('<iframe></iframe>') + 1}: " in _said(copy)


def test_what_a_page_may_hold(copy):
    _page("\n\n".join(HARMLESS))(copy)
    assert _read(copy)


def test_a_byte_order_mark_and_other_line_ends_mean_nothing(copy):
    before = _read(copy)
    for path in [*(copy / "docs").rglob("*.md"), *copy.rglob("*.yml")]:
        data = path.read_bytes().replace(b"\n", b"\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + data)
    assert _read(copy) == before


def test_what_editors_and_systems_leave_behind_is_left_out(copy):
    for name in ("about.md~", "about.md.orig", ".about.md.swp", ".DS_Store", "#about.md#", "a.bak"):
        (copy / "docs/ja" / name).write_bytes(b"\xff\x00")
    (copy / "docs/ja/.#about.md").symlink_to("nobody@nowhere:1")
    assert _read(copy)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(copy):
    (copy / ABOUT).chmod(0)
    assert "it cannot be read: Permission denied" in _said(copy)


# What is wrong with mkdocs.yml, or with the address that the site is built for.
MKDOCS = {
    "a second validation": (lambda text: f"{text}\nvalidation: {{}}\n", r":\d+: .*'validation'"),
    "two names of a site": (lambda text: f"{text}\nsite_name: x\n", r":\d+: .*'site_name'"),
    "no report_url": (lambda text: text.replace("  report_url:", "  other:"), "extra: report_url"),
    "no nav": (lambda text: re.sub(r"\nnav:\n(  - .*\n)+", "\n", text), "nav: this key"),
    "links not checked": (
        lambda text: text.replace("links: {not_found: warn", "links: {not_found: ignore"),
        r"validation\.links\.not_found: it is switched off",
    ),
}


@pytest.mark.parametrize("case", MKDOCS)
def test_mkdocs_yml(case, whole, tmp_path, monkeypatch):
    change, expected = MKDOCS[case]
    text = (whole / "mkdocs.yml").read_text(encoding="utf-8")
    assert change(text) != text
    for part in ("docs", "facts", "hooks", "overrides"):
        (tmp_path / part).symlink_to(whole / part)
    (tmp_path / "mkdocs.yml").write_text(change(text), encoding="utf-8")
    monkeypatch.setenv("SITE_URL", "https://guide.example/")
    with pytest.raises(Problem, match=rf"mkdocs\.yml.*{expected}"):
        check_settings(load_config(str(tmp_path / "mkdocs.yml")))


@pytest.mark.parametrize(
    "address",
    [
        *("", " ", "guide.example", "/mail/", "ftp://guide.example/", "https:///mail/"),
        *("https://guide.example/?x", "https://guide.example/#x", "https://u:p@guide.example/"),
        *("https://guide.example:port/", 'https://guide.example/"x/', "javascript:alert(1)"),
    ],
)
def test_an_address_that_is_none(address):
    with pytest.raises(Problem, match=r"SITE_URL: .*Give the site's final address"):
        check_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000/",
        "https://guide.example",
        "https://guide.example/a/b-c/",
        "http://[::1]:80/",
    ],
)
def test_an_address(address):
    check_address(address)


@pytest.fixture
def project(tmp_path):
    return copy_project(tmp_path / "project", ("ja", "en"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_text(SETTINGS, lambda text: text.replace("value: 993", "value: 99999")), "imap.port"),
        (_bytes(ABOUT, lambda data: data + b"\xe9\n"), "it is not UTF-8"),
        (_page("<script>alert(1)</script>"), "<script> has no place"),
        # A warning of --strict, which MkDocs counts only at the very end.
        (
            _text(
                "docs/en/still-failing.md",
                lambda text: text.replace("#another-network)", "#another-netwrk)"),
            ),
            None,
        ),
    ],
)
def test_the_last_good_site_is_left_as_it_was(change, expected, project, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("good")
    change(project)
    result = build(project, site)
    assert result.returncode == 1
    lines = (result.stdout + result.stderr).splitlines()
    errors = [line for line in lines if line.startswith("ERROR")]
    assert not [line for line in lines if "Traceback" in line]
    if expected:
        assert len(errors) == 1
        assert expected in errors[0]
    assert {path.name: path.read_text() for path in site.rglob("*")} == {"index.html": "good"}
    assert sorted(tmp_path.iterdir()) == [project, site]


def test_an_address_that_is_empty_is_one_line(project, tmp_path):
    result = build(project, tmp_path / "site", SITE_URL="")
    assert result.returncode == 1
    assert "SITE_URL: it is empty" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_good_build_publishes_nothing_that_was_left_behind(project, tmp_path):
    site = tmp_path / "site"
    for name in ("docs/ja/about.md~", "docs/en/x.orig", "docs/assets/images/.DS_Store"):
        (project / name).write_text("left behind")
    result = build(project, site)
    assert result.returncode == 0, result.stderr
    assert not [path for path in site.rglob("*") if path.name.endswith(("~", ".orig", "Store"))]
    assert sorted(tmp_path.iterdir()) == [project, site]
