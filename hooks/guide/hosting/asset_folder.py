"""The scripts and style sheets that browsers load, in a folder that is named by what it holds.

A browser may then keep them for ever: when one changes, all have another address.
"""

import hashlib
import shutil
from pathlib import Path

import rjsmin

from guide.build import Build
from guide.page.css import check_tokens, read_css, tokens
from guide.page.phone_labels import choice_script, phone_labels
from guide.project import Guide

PARTS = ("css", "js", "vendor")
LABELS = "labels"
# Small scripts for every page, sent as one.
SITE = "site"


def asset_folder(root: Path, guide: Guide) -> str:
    """The folder's name in the site, e.g. ``assets/3f2b9c0a``, made from all that is in it."""
    digest = hashlib.sha256()
    assets = root / "docs/assets"
    for part in PARTS:
        for path in sorted((assets / part).rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(assets).as_posix().encode() + b"\0")
                sent = read_css(path, root).encode() if part == "css" else path.read_bytes()
                digest.update(sent + b"\0")
    for text in (choice_script(guide), *phone_labels(guide).values()):
        digest.update(text.encode() + b"\0")
    return f"assets/{digest.hexdigest()[:8]}"


def site_script(folder: Path, guide: Guide) -> str:
    """The scripts of ``folder`` as one, each with its own names, after what one of them offers."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))]
    return choice_script(guide) + "".join(f"{{\n{text}}}\n" for text in texts)


def write_asset_folder(build: Build) -> None:
    """Moves the scripts and style sheets of a built site into their folder."""
    folder = build.site / build.asset_folder
    folder.mkdir(exist_ok=True)
    for part in PARTS:
        # Of a language built alone, they are there already.
        if (build.site / "assets" / part).exists():
            shutil.rmtree(folder / part, ignore_errors=True)
            (build.site / "assets" / part).rename(folder / part)
    root = build.guide.root
    for path in (root / "docs/assets/css").glob("*.css"):
        text = read_css(path, root)
        check_tokens(text, path.relative_to(root).as_posix(), tokens(root))
        (folder / "css" / path.name).write_text(text, encoding="utf-8")
    # Without comments: others' code, whose licence stands beside it, and the search's.
    for path in [*folder.glob("vendor/*/*.js"), *folder.glob("js/search*.js")]:
        path.write_text(rjsmin.jsmin(path.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / LABELS).mkdir(exist_ok=True)
    for locale, text in phone_labels(build.guide).items():
        (folder / LABELS / f"{locale}.json").write_text(text, encoding="utf-8")
    script = site_script(build.sources / "assets/js" / SITE, build.guide)
    (folder / "js" / f"{SITE}.js").write_text(script, encoding="utf-8")
