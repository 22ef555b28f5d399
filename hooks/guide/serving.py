"""What `make serve` has to build anew after a change."""

from pathlib import Path

# As in `watch:` of mkdocs.yml, with what MkDocs itself watches.
_WATCHED = ("docs", "facts", "hooks", "overrides", "mkdocs.yml")

# When a file was written and how long it is, by its path from the project's folder.
State = dict[str, tuple[int, int]]


def state_of(root: Path) -> State:
    """How the project's files are now."""
    found = {}
    for name in _WATCHED:
        path = root / name
        for file in path.rglob("*") if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                stat = file.stat()
                found[file.relative_to(root).as_posix()] = (stat.st_mtime_ns, stat.st_size)
    return found


def changed(before: State, now: State) -> set[str]:
    """The files that are new, gone or different."""
    return {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}


def only_language(before: State, now: State) -> str | None:
    """The one language whose pages have changed, if nothing else has.

    Files that came or went, words and facts show on other pages too.
    """
    languages = set()
    for path in changed(before, now):
        parts = Path(path).parts
        if len(parts) != 3 or parts[0] != "docs" or not path.endswith(".md"):
            return None
        if path not in before or path not in now:
            return None
        languages.add(parts[1])
    return languages.pop() if len(languages) == 1 else None


def only_texts(paths: set[str]) -> bool:
    """Whether the files that have changed are facts and pages: all else may change every page."""
    return all(path.startswith("facts/") or Path(path).match("docs/*/*.md") for path in paths)
