"""Building the site, or a changed copy of it, in a process of its own."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

ROOT = Path(__file__).parent.parent
SITE_URL = "https://guide.example/mail/"
REPORT_URL = "https://code.example/guide/issues"
_LANGUAGE = re.compile(r" +- \{locale: ([\w-]+),")
_PARTS = ["docs", "facts", "hooks", "overrides", "mkdocs.yml"]


def build(root: Path, site: Path, **env: str) -> subprocess.CompletedProcess:
    """Runs ``mkdocs build --strict`` as a writer would.

    Not with ``--quiet``: MkDocs then no longer counts its own warnings.

    Args:
        root: the project, or a copy of it.
        site: where the site goes.
        env: further environment variables, e.g. ``LOCALE="ja"``.
    """
    settings = {
        # What the tests themselves were told is none of its business; empty is as if not set.
        "LOCALE": "",
        "PDF": "",
        "SITE_URL": SITE_URL,
        "REPORT_URL": REPORT_URL,
        "SITE_DIR": str(site),
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env={**os.environ, **settings, **env},
        capture_output=True,
        text=True,
    )


def copy_project(target: Path, locales: Collection[str] = ("ja", "ja-easy", "en", "vi")) -> Path:
    """Copies what a build reads, so that a test can change it.

    Args:
        locales: the languages that the copy has; a few of every kind, since each takes its time.
    """
    target.mkdir(parents=True)
    for part in _PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / part)
    keep_languages(target, locales)
    return target


def files_of(folder: Path) -> dict[Path, bytes]:
    """What stands in a folder's files, by their paths from it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in paths}


def keep_languages(root: Path, locales: Collection[str]) -> None:
    """Takes every other language out of a copy."""
    config = root / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not (m := _LANGUAGE.match(line)) or m[1] in locales]
    config.write_text("".join(kept), encoding="utf-8")
    for path in (root / "docs").iterdir():
        if path.is_dir() and path.name not in (*locales, "assets"):
            shutil.rmtree(path)
