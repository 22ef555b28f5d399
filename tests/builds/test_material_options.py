"""What a writer who knows Material sets in mkdocs.yml works, or stops the build with one line.

One copy of two languages is built with everything set: 10 s. The rest needs no build.
"""

import re
from pathlib import Path

import pytest
from browser.axe import findings
from guide.material_options import check_announcement, read_options
from guide.page.css import tokens
from guide.page.harmless import check_harmless
from guide.problem import Problem
from local_server import serving
from mkdocs.config import load_config
from site_build import ROOT, build, copy_project
from site_reader import Site

DARK, LIGHT = "rgb(16, 25, 27)", "rgb(255, 255, 255)"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1"/></svg>'
PALETTE = """
  palette:
    - media: "(prefers-color-scheme)"
      toggle: {icon: material/brightness-auto}
    - media: "(prefers-color-scheme: light)"
      scheme: default
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
"""
EXTENSIONS = """
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.highlight: {use_pygments: false}
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.keys
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
"""
MARKDOWN = """
!!! warning "Own title"
    A box.

??? note "A fold"
    What is in it.

=== "One"

    The first.

    ```python
    print("<b>")
    ```

=== "Two"

    The second.

Text between, ++ctrl+c++, :material-translate:.

=== "One"

    Again the first.

=== "Two"

    Again the second.

| a | b |
| --- | --- |
| 1 | 2 |
"""
# As somebody who knows Material writes it.
EXTRA = """
:root {
  --md-primary-fg-color: #003366;
  --md-typeset-a-color: #5a2ca0;
}

[data-md-color-scheme="slate"] {
  --md-primary-fg-color: #123456;
}
"""
SITE = """
repo_url: https://code.example/guide
edit_uri: edit/main/docs/
copyright: Copyright &copy; The authors
extra_css: [stylesheets/extra.css]
extra_javascript: [javascripts/extra.js]
"""


def _set(text: str) -> str:
    """mkdocs.yml with everything set."""
    text = text.replace("  logo: assets/images/logo.svg\n", "  logo: assets/images/own.svg\n")
    text = text.replace(
        "  font: false", f"  icon: {{menu: material/dots-vertical}}{PALETTE}  font: false"
    )
    text = re.sub(r"announce: .*", "announce: outage", text)
    text = text.replace(
        "navigation.footer", "navigation.footer\n    - content.tabs.link\n    - content.code.copy"
    )
    text = text.replace("  - tables\n", f"  - tables{EXTENSIONS.rstrip()}\n")
    return text + SITE


@pytest.fixture(scope="module")
def everything(tmp_path_factory) -> Site:
    """The site with every option set, and two pages that hide something."""
    root = copy_project(tmp_path_factory.mktemp("options") / "project", ("ja", "en"))
    config = root / "mkdocs.yml"
    config.write_text(_set(config.read_text(encoding="utf-8")), encoding="utf-8")
    (root / "docs/assets/images/own.svg").write_text(LOGO)
    for name, content in {
        "stylesheets/extra.css": EXTRA,
        "javascripts/extra.js": "document.title;\n",
    }.items():
        (root / "docs" / name).parent.mkdir()
        (root / "docs" / name).write_text(content)
    for locale in ("ja", "en"):
        about = root / f"docs/{locale}/about.md"
        about.write_text(about.read_text(encoding="utf-8") + MARKDOWN, encoding="utf-8")
        for slug, hidden in (("network", ["navigation", "footer"]), ("profile", ["toc"])):
            page = root / f"docs/{locale}/{slug}.md"
            lines = "".join(f"  - {one}\n" for one in hidden)
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace("---\n", f"---\nhide:\n{lines}", 1), encoding="utf-8")
    result = build(root, root.with_name("site"), PDF="none")
    assert result.returncode == 0, result.stderr
    return Site(root.with_name("site"), root)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_options_that_are_set(locale, everything):
    page = everything.page(locale, "password")
    strings = everything.guide.strings[locale]
    soup = page.soup
    assert soup.select_one(".md-banner").get_text().strip() == strings.announcements["outage"]
    edit = soup.select_one("a[rel=edit]")
    assert edit["href"] == f"https://code.example/guide/edit/main/docs/{locale}/password.md"
    assert edit.get_text() == strings.ui["edit_page"]
    assert edit.find_previous("a")["href"].endswith("about/#report")
    assert soup.select_one('.foot a[href="https://code.example/guide"]')
    assert "Copyright © The authors" in soup.select_one(".foot").get_text()
    assert 'd="M0 0h1v1"' in str(soup.select_one(".bar__home svg"))
    assert "M12 16a2 2" in str(soup.select_one(".menu summary svg"))
    assert soup.select_one(".onward__next")
    choices = [one["value"] for one in soup.select(".palette input")]
    assert choices == ["auto", "default", "slate"]
    assert soup.select_one(".palette legend").get_text() == strings.ui["scheme"]
    assert soup.select_one(".palette[hidden]"), "without JavaScript it could do nothing"
    script = soup.select_one("script[src$='javascripts/extra.js']")
    assert (
        everything.folder / everything.resolve(page, script["src"]).removeprefix("mail/")
    ).exists()


def test_a_style_sheet_of_the_writer_comes_last(everything):
    style = everything.page("en", "password").soup.style.string
    own = style.index("[data-md-color-scheme=slate]{--md-primary-fg-color:#123456}")
    assert own > style.index("body{")
    assert ":not([data-md-color-scheme])){--md-primary-fg-color:#123456}" in style[own:]


@pytest.mark.parametrize(
    ("device", "bar"), [("light", "rgb(0, 51, 102)"), ("dark", "rgb(18, 52, 86)")]
)
def test_materials_variables_colour_the_page(device, bar, everything, browser):
    """In a page that has a switch, which a reader has not touched."""
    with serving(everything.folder) as base:
        context = browser.new_context(color_scheme=device, service_workers="block")
        page = context.new_page()
        page.goto(f"{base}en/password/")
        colours = page.evaluate(
            """() => [getComputedStyle(document.querySelector(".bar")).backgroundColor,
                getComputedStyle(document.querySelector("article p > a")).color]"""
        )
        context.close()
    assert colours == [bar, "rgb(90, 44, 160)"]


def test_an_announcement_is_on_every_page(everything):
    for page in everything.pages:
        assert page.soup.select_one(".md-banner"), page.name
    step = everything.folder / "s/3046/index.html"
    assert everything.guide.strings["en"].announcements["outage"] in step.read_text("utf-8")


def test_the_switch(everything, browser):
    """It changes the colours at once, on the next page before it is drawn, and is remembered."""
    with serving(everything.folder) as base:
        context = browser.new_context(
            viewport={"width": 375, "height": 812}, color_scheme="dark", service_workers="block"
        )
        page = context.new_page()
        trouble = []
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        bar = "document.querySelector('meta[name=theme-color]').content"
        page.goto(f"{base}en/password/")
        assert page.evaluate(ground) == DARK
        assert page.locator(".palette input:checked").get_attribute("value") == "auto"
        page.get_by_label("Light").check()
        assert page.evaluate(ground) == LIGHT
        assert findings(page, colours=False) == []
        assert findings(page, colours=True, within=".palette") == []
        # The first style of the next page already has it.
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => self.atFirst = document.documentElement"
            ".dataset.mdColorScheme)"
        )
        page.goto(f"{base}en/profile/")
        assert page.evaluate("atFirst") == "default"
        assert page.evaluate(ground) == LIGHT
        page.get_by_label("Dark").focus()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        assert page.locator(".palette input:checked").get_attribute("value") == "auto"
        assert page.evaluate(ground) == DARK
        page.emulate_media(color_scheme="light")
        assert page.evaluate(ground) == LIGHT
        page.get_by_label("Dark").check()
        assert page.evaluate(bar) == "#123456"
        page.emulate_media(media="print")
        assert page.evaluate(ground) == LIGHT, "paper is light"
        context.close()
        assert trouble == []


def test_without_javascript_there_is_no_switch(everything, browser):
    with serving(everything.folder) as base:
        context = browser.new_context(java_script_enabled=False, color_scheme="dark")
        page = context.new_page()
        page.goto(f"{base}en/password/")
        assert not page.locator(".palette").is_visible()
        assert page.locator(".md-banner").is_visible()
        context.close()


def test_markdown_as_a_material_writer_expects_it(everything):
    page = everything.page("en", "about")
    article = page.article
    box = article.select_one(".admonition.warning")
    assert box.select_one(".admonition-title").get_text() == "Own title"
    assert article.select_one("details.note > summary").get_text() == "A fold"
    sets = article.select(".tabbed-set.tabbed-alternate")
    assert [[label.get_text() for label in one.select("label")] for one in sets] == [
        ["One", "Two"],
        ["One", "Two"],
    ]
    assert [one.get_text() for one in sets[0].select(".tabbed-title")] == ["One", "Two"]
    assert sets[0].select_one("pre > code").get_text() == 'print("<b>")'
    assert article.select_one(".keys kbd.key-control")
    assert article.select_one(".twemoji svg")
    assert article.select_one(".scroll table")
    style = page.soup.style.string
    for rule in (
        ".admonition.warning",
        "details.note",
        ".tabbed-labels{",
        ".keys .key-control:before{",
        ".twemoji svg{",
        "pre>code{",
        "--md-admonition-icon--note:",
    ):
        assert rule in style, rule
        assert rule not in everything.page("en", "report").soup.style.string, rule


def test_tabs_are_linked_and_code_is_copied(everything, browser):
    with serving(everything.folder) as base:
        context = browser.new_context(
            viewport={"width": 375, "height": 812},
            permissions=["clipboard-read", "clipboard-write"],
            service_workers="block",
        )
        page = context.new_page()
        trouble = []
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
        page.goto(f"{base}en/about/")
        assert page.get_by_text("Again the first.").is_visible()
        page.locator(".tabbed-labels label", has_text="Two").first.click()
        assert page.get_by_text("The second.", exact=True).is_visible()
        assert page.get_by_text("Again the second.").is_visible()
        assert not page.get_by_text("Again the first.").is_visible()
        page.keyboard.press("ArrowLeft")
        assert page.get_by_text("Again the first.").is_visible()
        page.locator(".code .copy").click()
        page.locator(".code .copy--done").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == 'print("<b>")'
        page.locator("details.note summary").click()
        assert findings(page, within="article") == []
        page.emulate_media(media="print")
        assert page.get_by_text("Again the second.").is_visible(), "on paper all stands open"
        assert page.locator(".tabbed-title", has_text="Two").first.is_visible()
        context.close()
        assert trouble == []


def test_tabs_and_folds_without_javascript(everything, browser):
    with serving(everything.folder) as base:
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 375, "height": 812}
        )
        page = context.new_page()
        page.goto(f"{base}en/about/")
        page.locator(".tabbed-labels label", has_text="Two").first.click()
        assert page.get_by_text("The second.", exact=True).is_visible()
        page.locator("details.note summary").click()
        assert page.get_by_text("What is in it.").is_visible()
        assert page.locator(".copy:visible").count() == 0
        context.close()


def test_what_a_page_hides(everything):
    network, profile = (everything.page("en", slug).soup for slug in ("network", "profile"))
    assert not network.select_one(".menu, .onward__next, .onward__previous")
    assert network.select_one(".onward a")
    assert profile.select_one(".menu")
    assert profile.select_one(".onward__next")
    assert not profile.select_one(".menu ul ul")


def test_nothing_of_it_is_there_by_itself(site):
    soup = site.page("ja", "password").soup
    assert not soup.select_one(".md-banner, .palette, a[rel=edit], [data-md-color-scheme]")
    assert "palette" not in site.page("ja", "password").html
    assert soup.select_one(".onward__next")
    assert soup.select_one(".bar__home svg")


# What is changed in mkdocs.yml, and what the one line says.
REFUSED = {
    "feature": (
        "    - navigation.footer",
        "    - navigation.instant",
        "theme.features: navigation",
    ),
    "theme": (
        "  font: false",
        "  font: false\n  language: ja",
        r"theme\.language: it has no effect",
    ),
    "font": ("  font: false", "  font: {text: Roboto}", r"theme\.font: it has no effect"),
    "primary": (
        "  font: false",
        "  font: false\n  palette: {primary: teal}",
        r"palette\[0\]\.primary: .*tokens\.css",
    ),
    "toggle name": (
        "  font: false",
        "  font: false\n  palette: [{scheme: slate, toggle: {name: x}}]",
        r"toggle\.name: .*strings\.yml",
    ),
    "scheme": (
        "  font: false",
        "  font: false\n  palette: {scheme: pink}",
        "'pink' is no palette. Write `scheme`: default or slate",
    ),
    "scheme of another media": (
        "  font: false",
        '  font: false\n  palette: [{scheme: slate, media: "(prefers-color-scheme: light)"}]',
        "'slate' is for another `media`",
    ),
    "logo": ("images/logo.svg", "images/none.svg", r"theme\.logo: docs/.*none\.svg is not there"),
    "favicon": ("images/favicon.svg", "images/x.svg", r"theme\.favicon: docs/.* is not there"),
    "icon": ("  font: false", "  font: false\n  icon: {menu: material/x}", "no icon 'material/x'"),
    "other icon": ("  font: false", "  font: false\n  icon: {repo: a/b}", r"icon\.repo: it has no"),
    "extra": ("  pdf:", "  social: []\n  pdf:", r"extra\.social: it has no effect here"),
    "announcement": (r"announce: .*", "announce: x", "no announcement 'x' .* Write outage"),
    "plugin": ("plugins:", "plugins:\n  - search", "plugins: (material/)?search: it has no effect"),
    "extension": ("  - tables", "  - tables\n  - footnotes", "markdown_extensions: footnotes: it"),
    "old tabs": (
        "  - tables",
        "  - tables\n  - pymdownx.tabbed",
        "pymdownx.tabbed: .*alternate_style",
    ),
    "coloured code": (
        "  - tables",
        "  - tables\n  - pymdownx.superfences",
        "pymdownx.superfences: .*use_pygments: false",
    ),
    "description": ("site_url:", "site_description: x\nsite_url:", "site_description: it has no"),
    "directory urls": (
        "site_url:",
        "use_directory_urls: false\nsite_url:",
        "use_directory_urls: it",
    ),
    "no such style": (
        "site_url:",
        "extra_css: [x.css]\nsite_url:",
        r"extra_css: docs/x\.css is not",
    ),
    "style from elsewhere": (
        "site_url:",
        "extra_css: ['https://a.example/x.css']\nsite_url:",
        "nothing comes from another origin",
    ),
    "script from elsewhere": (
        "site_url:",
        "extra_javascript: ['https://a.example/x.js']\nsite_url:",
        "nothing comes from another origin",
    ),
    "edit without repo": (
        "    - navigation.footer",
        "    - content.action.edit",
        "content.action.edit: .* it needs `repo_url`",
    ),
}


def _options(text: str, folder: Path):
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    for part in ("docs", "facts", "hooks", "overrides"):
        (folder / part).symlink_to(ROOT / part)
    return read_options(load_config(str(folder / "mkdocs.yml")))


@pytest.mark.parametrize("case", REFUSED)
def test_an_option_without_effect_is_one_line(case, tmp_path):
    pattern, replacement, said = REFUSED[case]
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    changed = re.sub(pattern, lambda _: replacement, text, count=1)
    assert changed != text
    with pytest.raises(Problem, match=rf"mkdocs\.yml: .*{said}") as ended:
        check_announcement(_options(changed, tmp_path), ["outage"])
    assert "\n" not in str(ended.value)


@pytest.mark.parametrize(
    ("palette", "scheme", "switch"),
    [
        ("", "auto", []),
        ("{scheme: slate}", "slate", []),
        ("[{scheme: default}, {scheme: slate}]", "default", ["default", "slate"]),
        (
            '[{media: "(prefers-color-scheme: dark)", scheme: slate}, '
            '{media: "(prefers-color-scheme: light)"}]',
            "auto",
            ["slate", "default"],
        ),
    ],
)
def test_palettes(palette, scheme, switch, tmp_path):
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("  font: false", f"  palette: {palette}\n  font: false")
    options = _options(text, tmp_path)
    assert options.scheme == scheme
    assert list(options.switch) == switch


def test_paper_is_never_dark():
    for scheme in ("auto", "default", "slate"):
        rules = tokens(ROOT).rules(scheme, switch=True)
        light, *dark = rules.split("@media ")
        assert "color-scheme:light" in light
        assert "color-scheme:dark" not in light
        assert dark
        assert all(one.startswith("screen") for one in dark)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("description: a\nhide:\n  - navigation\n  - footer\n", None),
        (
            "hide:\n  - tags\ndescription: a\n",
            "x:3: 'tags' cannot be hidden. Name one of navigation",
        ),
        ("description: a\ntemplate: home.html\n", "x:3: 'template: home.html' is no description"),
        ("description: a\n- navigation\n", "x:3: '- navigation' is no description"),
    ],
)
def test_the_front_matter_of_a_page(head, said):
    text = f"---\n{head}---\n\n# A\n"
    if not said:
        check_harmless(text, "x", frozenset())
        return
    with pytest.raises(Problem, match=said):
        check_harmless(text, "x", frozenset())
