"""The scripts and style sheets that browsers load, in a folder that is named by what it holds.

A browser may then keep them for ever: when one changes, all have another address.
"""

import hashlib
import shutil
from pathlib import Path

from guide.build import Build

PARTS = ("css", "js", "vendor")
# Small scripts for every page, sent as one.
SITE = "site"


def asset_folder(assets: Path) -> str:
    """The folder's name in the site, e.g. ``assets/3f2b9c0a``, made from all that is in it."""
    digest = hashlib.sha256()
    for part in PARTS:
        for path in sorted((assets / part).rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(assets).as_posix().encode() + b"\0")
                digest.update(path.read_bytes() + b"\0")
    return f"assets/{digest.hexdigest()[:8]}"


def site_script(folder: Path) -> str:
    """The scripts of ``folder`` as one, each with its own names."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))]
    return "".join(f"{{\n{text}}}\n" for text in texts)


def write_asset_folder(build: Build) -> None:
    """Moves the scripts and style sheets of a built site into their folder."""
    folder = build.site / build.asset_folder
    folder.mkdir(exist_ok=True)
    for part in PARTS:
        # Of a language built alone, they are there already.
        if (build.site / "assets" / part).exists():
            shutil.rmtree(folder / part, ignore_errors=True)
            (build.site / "assets" / part).rename(folder / part)
    script = site_script(build.sources / "assets/js" / SITE)
    (folder / "js" / f"{SITE}.js").write_text(script, encoding="utf-8")
