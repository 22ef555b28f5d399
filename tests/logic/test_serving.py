"""What `make serve` builds after a change."""

import pytest
from guide.hosting.policy import for_live_reload, policy, policy_alone
from guide.serving import changed, only_language, state_of

BEFORE = {
    "docs/en/network.md": (1, 1),
    "docs/en/strings.yml": (1, 1),
    "docs/vi/network.md": (1, 1),
    "facts/settings.yml": (1, 1),
}


@pytest.mark.parametrize(
    ("files", "language"),
    [
        (["docs/en/network.md"], "en"),
        ([], None),
        (["docs/en/network.md", "docs/vi/network.md"], None),
        (["docs/en/strings.yml"], None),
        (["docs/en/network.md", "facts/settings.yml"], None),
        (["docs/en/new.md"], None),
    ],
)
def test_pages_of_one_language_are_built_alone(files, language):
    assert only_language(BEFORE, {**BEFORE, **dict.fromkeys(files, (2, 1))}) == language


def test_a_page_that_is_gone_concerns_all_languages():
    now = {path: state for path, state in BEFORE.items() if path != "docs/en/network.md"}
    assert only_language(BEFORE, now) is None
    assert changed(BEFORE, now) == {"docs/en/network.md"}


def test_the_state_is_that_of_the_files(tmp_path):
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("a")
    page = tmp_path / "docs/en/network.md"
    page.write_text("a")
    before = state_of(tmp_path)
    assert set(before) == {"docs/en/network.md", "mkdocs.yml"}
    page.write_text("longer")
    assert changed(before, state_of(tmp_path)) == {"docs/en/network.md"}


@pytest.mark.parametrize("make", [policy, policy_alone])
def test_the_policy_of_pages_that_reload_allows_mkdocs_own_script_and_no_other_origin(make):
    text = for_live_reload(make)({"style": ["'sha256-x'"], "script": ["'sha256-y'"]})
    rules = {part.split()[0]: part.split()[1:] for part in text.split(";")}
    # A hash beside it would make browsers overlook it.
    assert "'unsafe-inline'" in rules["script-src"]
    assert "'sha256-y'" not in rules["script-src"]
    assert rules["connect-src"] == ["'self'"]
    assert "'sha256-x'" in rules["style-src"]
