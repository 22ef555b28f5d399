"""facts/routes.yml: from what is wrong, by which steps, to mended mail or to a human."""

from typing import Annotated

from pydantic import Field, model_validator

from guide.facts.steps import Code, Slug
from guide.facts.yaml_file import Strict

ELSEWHERE = "elsewhere"


class Route(Strict):
    """One way through the steps.

    Attributes:
        id: also the key of its words in strings.yml (``symptoms``) and the folder below ``fix/``.
        steps: the codes in their order; who is helped by none of them is led to a human.
        turns: by code, what else the step can show, and the route that it leads to, or
            ``elsewhere`` where the step itself says where.
        stops: the steps without which those after them would harm or be in vain: who cannot do one
            of them is led to a human.
        tested_by: on a route that enters an account, the step that tests it; all before prepares.
    """

    id: Slug
    steps: list[Code]
    turns: dict[Code, dict[Slug, Slug]] = Field(default_factory=dict)
    stops: list[Code] = Field(default_factory=list)
    tested_by: Code | None = None

    @model_validator(mode="after")
    def _each_step_once(self):
        for code in self.steps:
            if self.steps.count(code) > 1:
                raise ValueError(f"{self.id}: step {code} stands in it twice")
        for code in self.turns:
            if code not in self.steps:
                raise ValueError(f"{self.id}: a turn from step {code}, which is not in it")
        for code in [*self.stops, *filter(None, [self.tested_by])]:
            if code not in self.steps:
                raise ValueError(f"{self.id}: it has no step {code} to stop at or to test by")
        return self

    def before_testing(self, code: str) -> bool:
        """Whether the step stands before the one that tests the account."""
        return bool(self.tested_by) and self.steps.index(code) < self.steps.index(self.tested_by)

    def way_out(self, code: str) -> str | None:
        """The turn of a step that leads out of the guide, if it has one."""
        turns = self.turns.get(code, {})
        return next((turn for turn, target in turns.items() if target == ELSEWHERE), None)

    def stops_at(self, code: str) -> bool:
        """Whether somebody who cannot do a step is led to a human, not to the next one."""
        return code in self.stops or self.way_out(code) is not None


class Routes(Strict):
    """The whole of facts/routes.yml.

    Attributes:
        asides: the steps whose ways on in the chapters, for who fails, are offered on routes too.
    """

    asides: list[Code]
    routes: Annotated[list[Route], Field(min_length=1)]

    @model_validator(mode="after")
    def _hangs_together(self):
        ids = [route.id for route in self.routes]
        if len([route for route in self.routes if not route.steps]) != 1:
            raise ValueError("exactly one route has no steps: that where a human helps")
        for route in self.routes:
            if ids.count(route.id) > 1:
                raise ValueError(f"{route.id} is listed twice")
            for code, turns in route.turns.items():
                for turn, target in turns.items():
                    if target not in (*ids, ELSEWHERE) or target == route.id:
                        raise ValueError(
                            f"{route.id}: {turn} of step {code} leads to {target!r},"
                            " which is no other route"
                        )
                    left = target in (ELSEWHERE, self.last_resort().id)
                    if not left and not self._steps_left(route, code, target):
                        raise ValueError(
                            f"{route.id}: {turn} of step {code} leads to {target}, whose steps"
                            " are all done by then"
                        )
        return self

    def first_after_turn(self, route: Route, code: str, target: str) -> str:
        """Where a turn of step ``code`` enters its target: at the first step not done before it."""
        return self._steps_left(route, code, target)[0]

    def _steps_left(self, route: Route, code: str, target: str) -> list[str]:
        done = route.steps[: route.steps.index(code) + 1]
        return [code for code in self.by_id()[target].steps if code not in done]

    def turns(self) -> set[str]:
        """What steps can show besides, all of which needs words."""
        every = [turns for route in self.routes for turns in route.turns.values()]
        return {turn for turns in every for turn in turns}

    def last_resort(self) -> Route:
        """The route without steps of its own, where all others end: there a human helps."""
        return next(route for route in self.routes if not route.steps)

    def with_steps(self) -> list[Route]:
        """All others."""
        return [route for route in self.routes if route.steps]

    def by_id(self) -> dict[str, Route]:
        return {route.id: route for route in self.routes}
