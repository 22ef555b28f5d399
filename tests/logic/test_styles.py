"""The styles in a page: those that it needs, and nothing of their meaning lost."""

from guide.page.styles import needed, style_sheets

BASE = "/* a */\nhtml { color: red; }\n"
STEP = '/* b */\n.step :is(h2, h3) > a,\n.step li:not(:last-child)::after {\n  content: ": ";\n}\n'


def _sheets(folder):
    (folder / "base.css").write_text(BASE, encoding="utf-8")
    (folder / "step.css").write_text(STEP, encoding="utf-8")
    (folder / "ruby.css").write_text("rt { font-size: 0.5em; }\n", encoding="utf-8")
    return style_sheets(folder)


def test_only_what_means_nothing_is_left_out(tmp_path):
    sheets = _sheets(tmp_path)
    assert list(sheets) == ["base", "ruby", "step"]
    assert sheets["base"] == "html{color: red}"
    assert sheets["step"] == (
        '.step :is(h2,h3) > a,.step li:not(:last-child)::after{content: ": "}'
    )


def test_a_page_has_the_sheets_of_its_classes_and_tags(tmp_path):
    sheets = _sheets(tmp_path)
    assert needed("<p>a</p>", sheets) == sheets["base"]
    assert needed('<p class="a step">b</p>', sheets) == sheets["base"] + sheets["step"]
    assert needed("<ruby>a</ruby>", sheets) == sheets["base"] + sheets["ruby"]
    assert needed('<p class="step-code">c</p>', sheets) == sheets["base"]
