"""What each folder may use: the site nothing of scripts/ or tests/, scripts/ nothing of tests/."""

import ast
from pathlib import Path

from site_build import ROOT


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def _wrong(folder: str, *others: str) -> list[str]:
    """Which files of a folder import something that stands in the others."""
    theirs = {path.stem for other in others for path in (ROOT / other).iterdir()} - {"__pycache__"}
    return [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name in _imported(path) & theirs
    ]


def test_scripts_use_nothing_of_the_tests():
    assert _wrong("scripts", "tests") == []


def test_the_build_uses_nothing_of_scripts_and_tests():
    assert _wrong("hooks", "scripts", "tests") == []


def test_the_source_language_is_named_once():
    named = [
        path.relative_to(ROOT).as_posix()
        for folder in ("hooks", "scripts", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if any(
            isinstance(node, ast.Assign) and ast.unparse(node).startswith("SOURCE = ")
            for node in ast.parse(path.read_text(encoding="utf-8")).body
        )
    ]
    assert named == ["hooks/guide/words/translation.py"]
