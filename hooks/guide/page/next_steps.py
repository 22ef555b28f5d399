"""At the end of each box of a step: which step comes next, as facts/next_steps.yml says."""

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from guide.facts.next_steps import ELSE
from guide.project import Guide

_STEP = re.compile(r'#+ .*\bdata-step="(?P<code>\d+)"')
_BOX = re.compile(r"!!! (?P<kind>expect|otherwise) *$")
_RESULTS = {"expect": "worked", "otherwise": "failed"}
_CLASS = '{ .next-step data-search-exclude="" }'


def with_next_steps(
    markdown: str, guide: Guide, locale: str, link: Callable[..., str], on_route: bool
) -> str:
    """Puts the ways on into the boxes of a page's steps.

    Args:
        markdown: the page, its calls already expanded.
        link: makes the link to a step, of its code and, where it is not its title, of its words.
        on_route: on a route's page its buttons lead on; a box without words of its own is left out.

    Returns:
        The page with a paragraph for each way on, the last of it a human's help.
    """
    lines, code = [], None
    rest = markdown.split("\n")
    while rest:
        line = rest.pop(0)
        if line.startswith("#"):
            heading = _STEP.match(line)
            code = heading["code"] if heading else None
        box = _BOX.match(line) if code else None
        if not box:
            lines.append(line)
            continue
        words = []
        while rest and (not rest[0].strip() or rest[0].startswith(" ")):
            words.append(rest.pop(0))
        if on_route:
            lines += [line, *words] if any(words) else []
            continue
        while words and not words[-1].strip():
            words.pop()
        lines += [line, *words]
        for way in _ways(guide, locale, code, _RESULTS[box["kind"]], link):
            lines += ["", f"    {way}", f"    {_CLASS}"]
        lines.append("")
    return "\n".join(lines)


def _ways(
    guide: Guide, locale: str, code: str, result: str, link: Callable[..., str]
) -> Iterator[str]:
    strings = guide.strings[locale]
    ways = guide.next_steps.next_steps[code].ways(result)
    for number, (condition, target) in enumerate(ways.items()):
        if condition != ELSE:
            words = strings.turns.get(condition) or strings.symptoms[condition]
        else:
            # Said first, it needs no word for all the others.
            words = strings.ui["next_else"] if number else ""
        said = Markup('<span class="next-step__if">{}</span> ').format(words) if words else ""
        yield f"{said}→ {link(target)}"
    help = guide.steps.help
    if result == "failed" and help not in (code, *ways.values()):
        yield f"→ {link(help, escape(strings.ui['fix_help']))}"
