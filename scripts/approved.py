"""Which state of the sentences that can harm a reader somebody has read and approved.

No program can see that a "not" is gone, that "on" became "off" or that two buttons changed places.
So the state of each such sentence is recorded, and a change has to be read by somebody:

    make approve LOCALE=vi      # or LOCALE=facts; without LOCALE everything

tests/approved/<language>.yml holds a hash for each. What counts is said by structure, not by words:
titles of steps, what to do, what to see, what if not, tables, and the groups of strings.yml below.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from guide.words.page_source import headings
from site_reader import EVERY_LOCALE, ROOT

FOLDER = ROOT / "tests/approved"
FACTS = "facts"

# Of strings.yml: warnings, losses, results, the words of the table of settings, ways to go on.
_GROUPS = (
    *("blocks", "fact_names", "values", "changes", "erases", "cautions", "sentences", "symptoms"),
    "turns",
)
_UI = re.compile(
    r"(?:tried|incoming|outgoing|both|host|port|encryption|username|erases|then|phone_in|desk_both"
    r"|reply|paper_loss|step_moved|code_wrong|not_checked)(?:_|$)"
)
_KINDS = {
    "do": re.compile(r"\d+\. "),
    "expect": re.compile(r"!!! expect"),
    "otherwise": re.compile(r"!!! otherwise"),
    "list": re.compile(r"- "),
    "table": re.compile(r"\|"),
}


def state(root: Path, name: str) -> dict[str, str]:
    """A hash for each sentence of a language, or for each route, label and the like of facts/.

    Args:
        root: the project, or a copy of it.
        name: a language's folder in docs/, or ``facts``.

    Returns:
        By the file and the place in it, e.g. ``network.md#restart: expect``.
    """
    if name == FACTS:
        return {key: _hash(value) for key, value in _facts(root / FACTS)}
    folder = root / "docs" / name
    found = {f"strings.yml: {key}": _hash(text) for key, text in _strings(folder / "strings.yml")}
    for path in sorted(folder.glob("*.md")):
        for key, text in _sentences(path.read_text(encoding="utf-8")).items():
            found[f"{path.name}{key}"] = _hash(text)
    return found


def recorded(name: str) -> dict[str, str] | None:
    """What was approved; nothing if nobody has approved anything."""
    path = FOLDER / f"{name}.yml"
    return _read(path.read_text(encoding="utf-8")) if path.is_file() else None


def record(root: Path, name: str) -> list[str]:
    """Approves the state as it is; returns what is new or has changed."""
    before, now = recorded(name) or {}, state(root, name)
    head = "# Written by `make approve`: a hash of each sentence that somebody has read.\n"
    FOLDER.mkdir(exist_ok=True)
    text = yaml.safe_dump(now, allow_unicode=True, sort_keys=False, width=1000)
    (FOLDER / f"{name}.yml").write_text(head + text, encoding="utf-8")
    return [key for key in now if now[key] != before.get(key)]


@cache
def _read(text: str) -> dict:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def _strings(path: Path) -> Iterator[tuple[str, object]]:
    data = _read(path.read_text(encoding="utf-8"))
    for group in _GROUPS:
        for key, value in data.get(group, {}).items():
            yield f"{group}.{key}", value
    for key, value in data["ui"].items():
        if _UI.match(key):
            yield f"ui.{key}", value


def _facts(folder: Path) -> Iterator[tuple[str, object]]:
    def read(name: str) -> dict:
        return _read((folder / f"{name}.yml").read_text(encoding="utf-8"))

    for key, place in read("ios")["places"].items():
        yield f"ios.yml: {key}", [place.get("in"), [path["path"] for path in place["paths"]]]
    for error in read("errors")["errors"]:
        yield f"errors.yml: {error['id']}", {**error, "id": None}
    for step in read("steps")["steps"]:
        yield f"steps.yml: {step['code']}", [step["changes"], step.get("erases")]
    for route in read("routes")["routes"]:
        yield f"routes.yml: {route['id']}", route
    for code, ways in read("next_steps")["next_steps"].items():
        yield f"next_steps.yml: {code}", ways
    for name in ("labels", "messages"):
        for key, found in read(name)[name].items():
            yield f"{name}.yml: {key}", found["words"]


@cache
def _sentences(markdown: str) -> dict[str, str]:
    """What a page tells its reader to do, to see and to know, by place and kind."""
    starts = {heading.line: heading for heading in headings(markdown)}
    found: dict[str, list[str]] = {}
    anchor, kind = "top", None
    for number, line in enumerate(markdown.splitlines(), 1):
        if heading := starts.get(number):
            anchor, kind = heading.anchor or "top", None
            found[f"#{anchor}: title"] = [heading.text]
        elif line and not line.startswith(" "):
            kind = next((name for name, start in _KINDS.items() if start.match(line)), None)
        if kind and line.strip():
            found.setdefault(f"#{anchor}: {kind}", []).append(line)
    return {key: "\n".join(lines) for key, lines in found.items()}


def _hash(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True)
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def main(names: list[str]) -> int:
    for name in names or [FACTS, *EVERY_LOCALE]:
        changed = record(ROOT, name)
        print(f"{name}: {len(changed)} approved" + "".join(f"\n  {key}" for key in changed[:40]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
