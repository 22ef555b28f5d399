"""Style sheets: what stands in a page, nothing of its meaning lost, and the design's tokens."""

import re
from pathlib import Path

import pytest
from guide.material_options import Options
from guide.page.css import TOKENS, compact, tokens, with_tokens
from guide.page.styles import style_sheets
from guide.problem import Problem
from site_build import ROOT

BASE = "/* a */\nhtml { color: var(--md-default-fg-color); }\n"
STEP = '/* b */\n.step :is(h2, h3) > a,\n.step li:not(:last-child)::after {\n  content: ": ";\n}\n'
DESIGN = (
    ":root { --md-default-fg-color: #000; --md-typeset-a-color: #00f; --guide-code: #111 }\n"
    '[data-md-color-scheme="slate"] { --md-default-fg-color: #fff; }\n'
)


@pytest.fixture
def root(tmp_path) -> Path:
    folder = (tmp_path / TOKENS).parent
    folder.mkdir(parents=True)
    (tmp_path / TOKENS).write_text(DESIGN, encoding="utf-8")
    (folder / "base.css").write_text(BASE, encoding="utf-8")
    (folder / "step.css").write_text(STEP, encoding="utf-8")
    (folder / "ruby.css").write_text("rt { font-size: 0.5em; }\n", encoding="utf-8")
    return tmp_path


def test_only_what_means_nothing_is_left_out(root):
    sheets = style_sheets(root, Options()).by_name
    assert list(sheets) == ["base", "ruby", "step", "extra_css"]
    assert sheets["base"] == "html{color:var(--md-default-fg-color)}"
    assert sheets["step"] == '.step :is(h2,h3)>a,.step li:not(:last-child):after{content:": "}'


def test_a_page_has_the_sheets_of_its_classes_and_tags(root):
    sheets = style_sheets(root, Options())
    step, ruby = sheets.by_name["step"], sheets.by_name["ruby"]
    (always,) = sheets.needed("<p>a</p>")
    assert always.endswith(sheets.by_name["base"])
    assert sheets.needed('<p class="a step">b</p>') == [always + step]
    assert sheets.needed("<p class=step>b</p>") == [always + step]
    assert sheets.needed("<ruby>a</ruby>") == [always, ruby], "the others' hash, and one more"
    assert sheets.needed('<p class="step-code">c &lt;ruby></p>') == [always]


def test_a_page_has_the_tokens_that_it_uses_now_or_later(root):
    (root / "docs/assets/css").mkdir(parents=True)
    (root / "docs/assets/css/later.css").write_text("b { color: var(--guide-code) }")
    (style,) = style_sheets(root, Options()).needed("<p>a</p>")
    assert style.startswith(
        ":root{color-scheme:light;--md-default-fg-color:#000;--guide-code:#111}"
        "@media screen and (prefers-color-scheme:dark)"
        "{:root{color-scheme:dark;--md-default-fg-color:#fff}}"
    )


def test_materials_rules_come_before_ours_and_its_variables_before_both(root):
    sheets = style_sheets(root, Options(styles="i{j:k}"))
    (style,) = sheets.needed('<div class="md-typeset"><span class="keys"><kbd>a</kbd></span></div>')
    parts = ("--md-typeset-kbd-color:#fafafa", ".md-typeset kbd{", "html{color", "i{j:k}")
    assert [*map(style.index, parts)] == sorted(map(style.index, parts))
    assert style.count("--md-default-fg-color:") == 2, "the design's stand in place of Material's"


def test_old_iphones_understand_it():
    assert compact("@media (width <= 30em) { a { inset-inline: 0 } }", "x.css") == (
        "@media (max-width:30em){a{inset-inline:0}}"
    )


def test_the_tokens_on_light_and_on_dark_ground(root):
    found = tokens(root)
    assert found.light == {
        "--md-default-fg-color": "#000",
        "--md-typeset-a-color": "#00f",
        "--guide-code": "#111",
    }
    assert found.dark == {"--md-default-fg-color": "#fff"}
    assert with_tokens("b { color: var(--md-default-fg-color) }", "x.css", root) == (
        ":root{color-scheme:light;--a:#000}"
        "@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--a:#fff}}"
        "b{color:var(--a)}"
    )
    assert (
        found.used_by("var(--md-typeset-a-color)").on_paper() == ":root{--md-typeset-a-color:#00f}"
    )


@pytest.mark.parametrize(
    ("file", "css", "said"),
    [
        ("overrides/css/step.css", "a {\n  color red;\n}\n", r"step\.css:2: no valid CSS"),
        (
            "overrides/css/step.css",
            "a { color: var(--md-typeset-lnk) }",
            r"step\.css: .* no --md-typeset-lnk",
        ),
        (
            TOKENS,
            ":root { --md-default-fg-color: #000 }\nb { c: d }",
            r"tokens\.css:2: .* no rule of",
        ),
        (TOKENS, ":root {\n  color: red;\n}", r"tokens\.css:2: this is no token"),
    ],
)
def test_a_mistake_is_one_line(file, css, said, root):
    (root / file).write_text(css, encoding="utf-8")
    with pytest.raises(Problem, match=said):
        style_sheets(root, Options())


def test_a_colour_of_the_design_is_written_once():
    """The favicon alone has it, too: a picture has no other way."""
    colours = set(re.findall(r"#[\da-f]{6}\b", (ROOT / TOKENS).read_text(encoding="utf-8")))
    folders = ("hooks", "overrides", "docs/assets/css", "docs/assets/js")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    again = {
        (path.name, colour)
        for path in files
        if path.suffix in (".css", ".html", ".py", ".js") and path != ROOT / TOKENS
        for colour in colours
        if colour in path.read_text(encoding="utf-8")
    }
    assert again == set()


def test_paper_knows_the_second_language_by_its_mark():
    """A Korean word is a span of its own, so that a span after a span may be a word, too."""
    text = (ROOT / "hooks/guide/paper/counter_sheet.css").read_text(encoding="utf-8")
    assert "span + span" not in text
