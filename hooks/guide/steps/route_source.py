"""fix/<route>/: a route's steps one after the other, made from the chapters' own Markdown.

There is no file of these pages in docs/: a step is written once, in its chapter.
"""

import json
import re

from guide.facts.routes import Route
from guide.project import Guide

FOLDER = "fix/"
# A link to a page beside the chapter, which is one folder up from here.
_PAGE_LINK = re.compile(r"\]\((?=[a-z-]+\.md)")


def route_slug(id: str) -> str:
    """The slug of a route's page: ``fix/suddenly``."""
    return FOLDER + id


def route_of(guide: Guide, slug: str) -> Route | None:
    """The route that a page is for, or None for a page of docs/."""
    return guide.routes.by_id().get(slug.removeprefix(FOLDER)) if slug.startswith(FOLDER) else None


def route_codes(guide: Guide, route: Route) -> list[str]:
    """The steps of a route's page; the route that has none is the one where a human helps."""
    return route.steps or [guide.steps.help]


def way_to_help(guide: Guide) -> str:
    """From any route's page to the step where a human helps, which all of them end with."""
    return f"../{guide.routes.last_resort().id}/#{guide.steps.help}"


def asides(guide: Guide, route: Route, code: str) -> dict[str, str]:
    """Of a step's ways on in its chapter, for who fails, those that a route's page offers as well.

    Returns:
        By condition (``else`` for the rest) the code: of no step of the route, and not of help,
        which the page offers anyway.
    """
    if code not in guide.routes.asides:
        return {}
    ways = guide.next_steps.next_steps[code].ways("failed")
    near = {*route.steps, guide.steps.help}
    return {condition: to for condition, to in ways.items() if to not in near}


def way_of_turn(guide: Guide, route: Route, code: str, target: str) -> str:
    """From a route's page to where a turn of one of its steps leads: another route's page."""
    if target == guide.routes.last_resort().id:
        return way_to_help(guide)
    return f"../{target}/#{guide.routes.first_after_turn(route, code, target)}"


def route_source(guide: Guide, locale: str, route: Route, chapters: dict[str, str]) -> str:
    """A route's page in one language, as a writer would have written it.

    Args:
        chapters: the language's pages as they are written, by slug.
    """
    strings = guide.strings[locale]
    problem = strings.symptoms[route.id]
    description = strings.ui["fix_description"].format(problem=problem)
    parts = [
        # In quotation marks, since a colon in it would mean something to YAML.
        f"---\ndescription: {json.dumps(description, ensure_ascii=False)}\n---\n",
        f"# {problem}\n",
        f'{{{{ route_overview("{route.id}") }}}}\n',
        *(_section(guide, locale, code, chapters) for code in route_codes(guide, route)),
    ]
    return "\n".join(parts)


def _section(guide: Guide, locale: str, code: str, chapters: dict[str, str]) -> str:
    """A step as its chapter has it: from its heading to the next one of its level or above."""
    found = guide.step_headings[locale][code]
    lines = chapters[found.slug].splitlines()
    start = found.heading.line - 1
    end = next(
        (
            number
            for number, line in enumerate(lines[start + 1 :], start + 1)
            if line.startswith("#") and line.split(" ")[0].count("#") <= found.heading.level
        ),
        len(lines),
    )
    # Right below the route's name, whatever it stands below in its chapter.
    heading = "##" + lines[start].lstrip("#")
    return _PAGE_LINK.sub("](../", "\n".join([heading, *lines[start + 1 : end]])) + "\n"
