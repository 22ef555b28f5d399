"""Material's own rules, as they come from the installed package: those for what a page has."""

import pytest
import tinycss2
from bs4 import BeautifulSoup
from guide.page import material_css as module
from guide.page.boxes import KINDS
from guide.page.css import Tokens, also_by_device
from guide.page.material_css import material_css, material_variables
from guide.problem import Problem
from lxml.html import document_fromstring

NONE = Tokens({}, {})
PAGE = '<html class="no-js"><body dir="ltr"><article class="md-typeset">{}</article></body></html>'
OURS = (
    '<div class="admonition expect"><p class="admonition-title">our own</p></div>'
    '<details class="fold"><summary>our own</summary>b</details>'
)


def _css(content: str) -> str:
    return material_css(document_fromstring(PAGE.format(content)))


def _selectors(css: str) -> list[str]:
    """Without the states and parts that BeautifulSoup does not know."""
    found = []
    for rule in tinycss2.parse_stylesheet(css):
        rules = [rule] if rule.type == "qualified-rule" else tinycss2.parse_rule_list(rule.content)
        found += [tinycss2.serialize(one.prelude) for one in rules]
    for gone in (":before", ":after", ":hover", ":focus-within", "::marker"):
        found = [one.replace(gone, "") for one in found]
    return [one for one in found if "::" not in one and "focus-visible" not in one]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ('<a class="md-skip" href="#a">a</a>', ".md-skip{"),
        ('<div class="md-grid">a</div>', ".md-grid{max-width:61rem"),
        ('<aside class="md-banner">a</aside>', ".md-banner{"),
        ('<span class="keys"><kbd class="key-tab">a</kbd></span>', ".keys .key-tab:after{"),
        ('<span class="twemoji"><svg></svg></span>', ".twemoji svg{"),
        ("<pre><code>a</code></pre>", ".md-typeset pre>code{"),
        ('<div class="admonition tip"><p class="admonition-title">a</p></div>', ".admonition.tip"),
        ('<details class="bug"><summary>a</summary>b</details>', ".bug>summary:before{"),
    ],
)
def test_a_page_has_the_rules_of_what_is_in_it(content, rule):
    assert rule in _css(content)
    assert rule not in _css("<p>a</p>")


@pytest.mark.parametrize(
    "content", ["<p>a</p>", "<pre>a</pre>", OURS, '<table class="settings"></table>']
)
def test_what_is_not_taken_costs_nothing(content):
    assert _css(content) == ""


def test_a_box_brings_its_own_kind_alone():
    css = _css('<div class="admonition tip"><p class="admonition-title">a</p></div>')
    assert not [kind for kind in KINDS if kind != "tip" and f".{kind}" in css]
    assert "details" not in css
    assert "dir=rtl" not in css


def test_our_own_boxes_and_folds_stay_as_they_are():
    boxes = (
        '<div class="admonition note"><p class="admonition-title">a</p></div>'
        '<details class="tip"><summary>a</summary>b</details>'
    )
    page = BeautifulSoup(PAGE.format(OURS + boxes), "html.parser")
    ours = {id(one) for one in page.select(".expect, .expect *, .fold, .fold *")}
    selectors = _selectors(_css(OURS + boxes))
    assert any(page.select_one(".note") in page.select(one) for one in selectors)
    assert any(page.select_one(".tip summary") in page.select(one) for one in selectors)
    assert not [one for one in selectors for found in page.select(one) if id(found) in ours]


def test_the_frame_of_what_has_the_focus_is_not_taken_away():
    """Material's script sets a class where a browser has a state."""
    css = _css('<details class="tip"><summary>a</summary>b</details>')
    assert "summary:not(:focus-visible){" in css
    assert ".focus-visible" not in css


def test_nothing_moves():
    assert "transition" not in _css('<a class="md-skip">a</a><details class="tip">a</details>')


def test_variables_that_the_rules_use():
    css = _css('<div class="admonition tip"><p class="admonition-title">a</p></div>')
    found = material_variables(css, NONE)
    assert found.light["--md-admonition-icon--tip"].startswith('url("data:image/svg+xml')
    assert "--md-admonition-icon--bug" not in found.light
    assert found.light["--md-admonition-bg-color"] == "var(--md-default-bg-color)"
    assert found.light["--md-default-bg-color"] == "#fff", "since another one is made of it"
    assert found.dark["--md-default-bg-color"] != "#fff"
    assert "var(--md-hue)" in found.dark["--md-default-bg-color"]
    assert "--md-hue" in found.light
    own = material_variables(css, Tokens({"--md-default-bg-color": "#eee"}, {}))
    assert "--md-default-bg-color" not in own.light | own.dark


def test_a_package_without_the_style_sheet_is_one_line(monkeypatch, tmp_path):
    monkeypatch.setattr(module.material, "__path__", [str(tmp_path)])
    with pytest.raises(
        Problem, match=r"there is no main\.….min\.css\. Install mkdocs-material anew"
    ):
        module._path("main")


def test_a_writers_rules_for_a_scheme_hold_by_the_device_too():
    """Also those inside of `@media`."""
    css = also_by_device(
        "[data-md-color-scheme=default]{--a:b}@media screen{[data-md-color-scheme=slate] p{c:d}}"
    )
    unset = ":root:where(:not([data-md-color-scheme]))"
    assert css.endswith(
        f"@media print,(prefers-color-scheme:light){{{unset}{{--a:b}}}}"
        f"@media screen and (prefers-color-scheme:dark){{@media screen{{{unset} p{{c:d}}}}}}"
    )
