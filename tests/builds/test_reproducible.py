"""Two builds of the same files are the same, byte for byte, wherever and whenever they are made."""

import os
import shutil
from pathlib import Path

from precompress import precompress
from site_build import ROOT, build, copy_project, files_of

# The source, the one with readings, the one that each project has, and one whose letters join.
LOCALES = ["ja", "ja-easy", "en", "ne"]
# A guide takes half a minute.
PAPER = "counter-ne"


def test_another_build_gives_the_same_bytes(tmp_path):
    """In another folder, zone, language of the machine, order of hashes, with another umask."""
    one = _project(tmp_path / "project")
    result = build(one, tmp_path / "once", PDF=PAPER)
    assert result.returncode == 0, result.stderr
    root = _project(tmp_path / "elsewhere/project")
    environment = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4321",
        "HOME": str(tmp_path),
    }
    before = os.umask(0o077)
    try:
        result = build(root, tmp_path / "again", PDF=PAPER, **environment)
    finally:
        os.umask(before)
    assert result.returncode == 0, result.stderr
    first, second = files_of(tmp_path / "once"), files_of(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [str(path) for path in second if first[path] != second[path]] == []
    assert Path("pdf", f"{PAPER}.pdf") in second
    assert Path("ne/network/index.html") in second


def _project(folder: Path) -> Path:
    root = copy_project(folder, LOCALES)
    # The date on paper is that of the last commit.
    (root / ".git").symlink_to(ROOT / ".git")
    return root


def test_compressed_files_are_the_same_too(site, tmp_path):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder, time in zip(folders, (1_000_000_000, 1_700_000_000), strict=True):
        shutil.copytree(site.folder / "en", folder / "en")
        for path in folder.rglob("*"):
            os.utime(path, (time, time))
        precompress(folder, quality=4)
    one, two = map(files_of, folders)
    assert one == two
    assert Path("en/network/index.html.br") in one
    assert Path("en/network/index.html.gz") in one
