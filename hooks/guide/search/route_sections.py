"""The routes as the search finds them: by what is wrong, with the first of their steps."""

from collections.abc import Iterable

from guide.project import Guide
from guide.search.sections import Section
from guide.steps.route_source import route_slug

# So many steps of a route are shown; more would fill the screen.
_SHOWN = 4


def route_titles(guide: Guide, locale: str) -> dict[str, str]:
    """What the search calls the page of each route, by address from the language's own folder."""
    words = guide.strings[locale].ui["to_route"]
    return {f"{route_slug(route.id)}/": words for route in guide.routes.with_steps()}


def route_sections(guide: Guide, locale: str, found: Iterable[Section]) -> list[Section]:
    """The routes, but for the one that has no steps: its place is the step where a human helps.

    Args:
        found: the sections of the pages, among them every step.
    """
    titles = {section.code: section.title for section in found}
    symptoms = guide.strings[locale].symptoms
    return [
        Section(
            page=f"{route_slug(route.id)}/",
            anchor="top",
            title=symptoms[route.id],
            text=_way([titles[code] for code in route.steps]),
        )
        for route in guide.routes.with_steps()
    ]


def _way(steps: list[str]) -> str:
    more = ["…"] if len(steps) > _SHOWN else []
    return " → ".join([*steps[:_SHOWN], *more])
