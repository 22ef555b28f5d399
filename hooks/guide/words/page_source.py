"""What the build needs to know of a page's Markdown before it is rendered: its headings."""

import re
from dataclasses import dataclass
from functools import lru_cache

from guide.problem import Problem

_FENCE = re.compile(r"^(```|~~~)")
_HEADING = re.compile(r"^(?P<marks>#{1,6}) +(?P<text>.*?)(?: +\{ *(?P<attributes>[^{}]*)\} *)?$")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*")
_ID = re.compile(r"#([^\s}]+)")
_STEP = re.compile(r"""data-step=["']?([^\s"'}]+)""")


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 6, its Markdown, its anchor, the code of its step, its line."""

    level: int
    text: str
    anchor: str | None
    step: str | None
    line: int


def headings(markdown: str) -> list[Heading]:
    """The headings of a page, in order, as they are written."""
    found = []
    fenced = False
    for number, line in enumerate(markdown.splitlines(), 1):
        if _FENCE.match(line):
            fenced = not fenced
        match = None if fenced else _HEADING.match(line)
        if match:
            attributes = match["attributes"] or ""
            anchor, step = _ID.search(attributes), _STEP.search(attributes)
            found.append(
                Heading(
                    level=len(match["marks"]),
                    text=match["text"],
                    anchor=anchor[1] if anchor else None,
                    step=step[1] if step else None,
                    line=number,
                )
            )
    return found


# While the site is served, all pages are checked anew after each change, and few have changed.
@lru_cache(maxsize=1000)
def check_headings(markdown: str, name: str) -> tuple[Heading, ...]:
    """The headings of a page, checked.

    Raises:
        Problem: there is not one h1, a heading lacks its anchor, or two share one.
    """
    _check_lines(markdown, name)
    found = headings(markdown)
    tops = [heading for heading in found if heading.level == 1]
    if len(tops) != 1:
        line = tops[1].line if tops else 1
        raise Problem(
            f"{name}:{line}", f"this page has {len(tops)} first-level headings", "Keep one `# …`"
        )
    anchors = set()
    for heading in found:
        if not heading.text.strip("# ") or re.match(r"\{(?!\{)", heading.text):
            raise Problem(f"{name}:{heading.line}", "a heading without words", "Write some")
        if heading.level > 1 and not heading.anchor:
            raise Problem(
                f"{name}:{heading.line}",
                f"the heading {heading.text!r} has no anchor",
                "Add the one that docs/ja has, e.g. `{ #restart }`",
            )
        if heading.anchor and heading.anchor in anchors:
            raise Problem(
                f"{name}:{heading.line}",
                f"a second heading has the anchor #{heading.anchor}",
                "Give each heading its own",
            )
        anchors.add(heading.anchor)
    return tuple(found)


def _check_lines(markdown: str, name: str) -> None:
    """Sees that every heading is one that ``headings`` finds, and every code block ends."""
    fence = None
    front_matter = markdown.startswith("---\n")
    before = ""
    for number, line in enumerate(markdown.split("\n"), 1):
        where = f"{name}:{number}"
        if front_matter:
            front_matter = number == 1 or line != "---"
            before = ""
            continue
        if _FENCE.match(line):
            fence = None if fence else number
        elif not fence and _UNDERLINE.fullmatch(line) and before.strip():
            raise Problem(where, "a line under a title makes a heading", "Write `## Title { #id }`")
        elif not fence and re.match(r"#+(?![# ])", line):
            raise Problem(where, f"{line[:40]!r} is no heading yet", "Put a space after #")
        before = line
    if fence:
        raise Problem(f"{name}:{fence}", "this code block does not end", "Close it with ```")
