"""At the end of each box of a step: which step comes next, as facts/next_steps.yml says."""

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from guide.facts.next_steps import ELSE
from guide.facts.routes import Route
from guide.project import Guide
from guide.steps.route_source import asides

_STEP = re.compile(r'#+ .*\bdata-step="(?P<code>\d+)"')
_BOX = re.compile(r"!!! (?P<kind>expect|otherwise) *$")
_RESULTS = {"expect": "worked", "otherwise": "failed"}
_CLASS = '{ .next-step data-search-exclude="" }'


def with_next_steps(
    markdown: str, guide: Guide, locale: str, link: Callable[..., str], route: Route | None
) -> str:
    """Puts the ways on into the boxes of a page's steps.

    Args:
        markdown: the page, its calls already expanded.
        link: makes the link to a step, of its code and, where it is not its title, of its words.
        route: on its page its buttons lead on, and of the ways on only the asides stand there, as
            far as they lead off it; a box that is left without words is left out.

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
        while words and not words[-1].strip():
            words.pop()
        for way in _ways(guide, locale, code, _RESULTS[box["kind"]], link, route):
            words += ["", f"    {way}", f"    {_CLASS}"]
        if words:
            lines += [line, *words, ""]
    return "\n".join(lines)


def _ways(
    guide: Guide,
    locale: str,
    code: str,
    result: str,
    link: Callable[..., str],
    route: Route | None,
) -> Iterator[str]:
    strings = guide.strings[locale]
    ways = guide.next_steps.next_steps[code].ways(result)
    if route:
        ways = asides(guide, route, code) if result == "failed" else {}
    for number, (condition, target) in enumerate(ways.items()):
        if condition != ELSE:
            words = guide.turn_words(condition, locale)
        else:
            # Said first, it needs no word for all the others.
            words = strings.ui["next_else"] if number else ""
        said = Markup('<span class="next-step__if">{}</span> ').format(words) if words else ""
        yield f"{said}→ {link(target)}"
    help = guide.steps.help
    if not route and result == "failed" and help not in (code, *ways.values()):
        yield f"→ {link(help, escape(strings.ui['fix_help']))}"
