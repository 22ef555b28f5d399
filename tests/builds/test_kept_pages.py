"""`make serve` makes only those pages again that a change reaches; the site is as if it made all.

Two languages, four builds: about 8 s.
"""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from guide.kept_pages import kept_pages
from guide.serving import only_texts
from site_build import ROOT, copy_project, files_of

CHANGES = [
    ("facts/settings.yml", "993", "9939"),
    ("docs/en/about.md", "This site", "This very site"),
]


def test_after_each_change_the_site_is_as_if_all_were_built_anew(tmp_path):
    root = copy_project(tmp_path / "project", ("ja", "en"))
    kept = _serve(root, tmp_path / "again", *sum(CHANGES, ()))
    assert kept[0] == 0
    assert min(kept[1:]) > 0, kept
    assert _serve(root, tmp_path / "once") == [0]
    assert files_of(tmp_path / "again") == files_of(tmp_path / "once")


def _build(source: str = "a", markdown: str = "a", blocks: tuple = (), **guide):
    shared = "errors locales messages names pages routes slugs stale step_headings steps strings"
    page = SimpleNamespace(blocks=blocks)
    return SimpleNamespace(
        guide=SimpleNamespace(translated=0, **{**dict.fromkeys(shared.split(), 0), **guide}),
        expanded={
            ("en", "about"): SimpleNamespace(source=source, markdown=markdown, page=page),
        },
    )


@pytest.mark.parametrize(
    "changed",
    [
        *({"source": "b"}, {"markdown": "b"}, {"blocks": ("<p>",)}),
        *({"strings": 1}, {"step_headings": 1}, {"routes": 1}, {"messages": 1}),
    ],
)
def test_what_reaches_a_page_makes_it_anew(changed):
    assert kept_pages(_build(), _build()) == {("en", "about")}
    assert kept_pages(_build(**changed), _build()) == set()


def test_only_facts_and_pages_leave_other_pages_as_they_are():
    assert only_texts({"facts/settings.yml", "docs/en/about.md"})
    for path in ("docs/en/strings.yml", "docs/ja-easy/readings.yml", "overrides/main.html"):
        assert not only_texts({"facts/settings.yml", path}), path


def _serve(root, site, *changes) -> list[int]:
    """Builds once and after each change; how many pages each build has kept."""
    done = subprocess.run(
        [sys.executable, "-m", "builds.serve_builds", *changes],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": f"{root / 'hooks'}{os.pathsep}{ROOT / 'tests'}",
            "SITE_DIR": str(site),
            "PDF": "none",
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return [int(line) for line in done.stdout.split()]
