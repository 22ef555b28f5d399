"""What may stand in docs/: pages and words of the languages, and the files that the site offers."""

from fnmatch import fnmatch
from pathlib import Path

from guide.problem import Problem

# What editors and systems leave behind: never published, and nobody has to be told.
LEFT_BEHIND = ("*~", "*.orig", "*.rej", "*.bak", "*.sw[a-p]", "*.tmp", "#*#", ".*", "~$*")
SYSTEM_FILES = ("Thumbs.db", "desktop.ini", "__MACOSX")

_WORDS = {
    "strings.yml",
    "glossary.yml",
    "search.yml",
    "queries.yml",
    "translated.yml",
    "readings.yml",
}
_ASSETS = {".css", ".js", ".mjs", ".svg", ".png", ".txt"}
_ALONE = {"worker.js"}
# Where writers who know Material put what `extra_css` and `extra_javascript` name.
_MATERIAL = ("stylesheets", "javascripts")


def is_left_behind(name: str) -> bool:
    """Whether a file of this name is an editor's or a system's, e.g. ``network.md~``."""
    return name in SYSTEM_FILES or any(fnmatch(name, pattern) for pattern in LEFT_BEHIND)


def check_docs(root: Path, languages: list[str] | None = None) -> None:
    """Sees that nothing stands in docs/ that a writer would look for in vain, or not expect there.

    Args:
        root: the project's folder.
        languages: all that mkdocs.yml names, whether they are built now or not; or any.

    Raises:
        Problem: a file of an unknown kind, a page in an odd place, a link, a folder too many.
    """
    docs = root / "docs"
    for path in _entries(docs, root):
        if path.name in ("assets", *_MATERIAL):
            _check_assets(path, root)
        elif path.is_dir():
            if languages is not None and path.name not in languages:
                raise Problem(
                    path.relative_to(root),
                    "mkdocs.yml names no such language",
                    "Add it to the languages there, or remove this folder",
                )
            _check_language(path, root)
        elif path.name not in _ALONE:
            raise _misplaced(path, root)


def _check_language(folder: Path, root: Path) -> None:
    for path in _entries(folder, root):
        if path.is_dir() or not (path.suffix == ".md" or path.name in _WORDS):
            raise _misplaced(path, root)


def _check_assets(folder: Path, root: Path) -> None:
    for path in _entries(folder, root):
        if path.is_dir():
            _check_assets(path, root)
        elif path.suffix not in _ASSETS:
            raise _misplaced(path, root)


def _entries(folder: Path, root: Path) -> list[Path]:
    found = [path for path in sorted(folder.iterdir()) if not is_left_behind(path.name)]
    for path in found:
        if path.is_symlink():
            raise Problem(
                path.relative_to(root), "links are not followed", "Put the file itself here"
            )
    return found


def _misplaced(path: Path, root: Path) -> Problem:
    kind = "a folder" if path.is_dir() else "a page" if path.suffix == ".md" else "a file"
    return Problem(
        path.relative_to(root),
        f"{kind} has no place here",
        "Pages are docs/<language>/<name>.md, pictures go to docs/assets/images",
    )
