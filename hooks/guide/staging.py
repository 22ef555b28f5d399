"""Putting a new site in the place of the last good one, which stays whole until then."""

import shutil
from pathlib import Path

from guide.problem import Problem


def real_folder(site: Path) -> Path:
    """The folder that the site goes to: a link stays, and what it leads to is replaced.

    Raises:
        Problem: it is no folder, or a link that leads round in a circle.
    """
    try:
        real = site.resolve()
    except (RuntimeError, OSError):
        real = site
    # Of a link that leads to itself, newer Pythons resolve nothing.
    if real.is_symlink() or (real.exists() and not real.is_dir()):
        raise Problem(site, "the site is to be written here, and this is no folder", "Remove it")
    return real


def new_folder(final: Path) -> Path:
    """An empty folder to build in: beside ``final``, or in it where nothing may stand beside it."""
    beside, inside = final.with_name(f"{final.name}.new"), final / ".new"
    for folder in (beside, inside):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        beside.mkdir(parents=True)
    except OSError:
        inside.mkdir(parents=True)
        return inside
    return beside


def put_in_place(built: Path, final: Path) -> None:
    """Replaces ``final`` by what was built.

    Where it is a mount point and cannot be renamed, all that is in it is replaced instead.
    """
    old = final.with_name(f"{final.name}.old")
    if built.parent == final:
        _replace_contents(built, final)
        return
    shutil.rmtree(old, ignore_errors=True)
    try:
        if final.exists():
            final.rename(old)
    except OSError:
        _replace_contents(built, final)
        return
    try:
        built.rename(final)
    except OSError:
        if old.exists():
            old.rename(final)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _replace_contents(built: Path, final: Path) -> None:
    new, old = final / ".new", final / ".old"
    if built != new:
        # What takes long comes first; the last good site is still whole.
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(built, new)
        shutil.rmtree(built)
    shutil.rmtree(old, ignore_errors=True)
    old.mkdir()
    for path in final.iterdir():
        if path not in (new, old):
            path.rename(old / path.name)
    for path in new.iterdir():
        path.rename(final / path.name)
    new.rmdir()
    shutil.rmtree(old, ignore_errors=True)
