"""requirements.in says truly what the project uses."""

import ast
import sys
from functools import cache

from site_build import ROOT

# What a package is imported as, where that is not its name.
IMPORTED_AS = {
    "beautifulsoup4": "bs4",
    "mkdocs-material": "material",
    "pillow": "PIL",
    "python-stdnum": "stdnum",
    "pytest-xdist": "xdist",
    "pyyaml": "yaml",
    "zxing-cpp": "zxingcpp",
}
# Used without being imported, and where that is seen.
USED_IN = {
    "mkdocs-static-i18n": ("mkdocs.yml", "- i18n:"),
    "pymdown-extensions": ("hooks/guide/page/harmless.py", "pymdownx.details"),
    "ruff": ("Makefile", "/ruff check"),
    "sudachidict-small": ("hooks/guide/words/furigana.py", 'dict="small"'),
    "uv": ("Makefile", "/uv pip compile"),
}
FOLDERS = ("hooks", "scripts", "tests")


def listed() -> dict[str, str]:
    """The packages of requirements.in, each with its reason."""
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    found = [line.partition("#") for line in lines if line and not line.startswith("#")]
    return {name.strip().partition("<")[0]: reason.strip() for name, _, reason in found}


@cache
def imported() -> set[str]:
    """The modules of others that our own code imports."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    own = {path.stem for folder in FOLDERS for path in (ROOT / folder).iterdir()}
    # pytest finds what stands beside a test, too.
    own |= {path.stem for path in (ROOT / "tests").rglob("*.py")}
    found = set()
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(node.module.partition(".")[0])
    return found - own - set(sys.stdlib_module_names)


def test_every_package_has_its_reason():
    assert [name for name, reason in listed().items() if not reason] == []


def test_what_is_listed_is_used():
    modules = {IMPORTED_AS.get(name, name.replace("-", "_")): name for name in listed()}
    unused = {name for module, name in modules.items() if module not in imported()}
    assert unused == set(USED_IN)
    for file, words in USED_IN.values():
        assert words in (ROOT / file).read_text(encoding="utf-8"), (file, words)


def test_what_is_imported_is_listed():
    modules = {IMPORTED_AS.get(name, name.replace("-", "_")) for name in listed()}
    assert imported() - modules == set()
