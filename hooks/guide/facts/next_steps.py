"""facts/next_steps.yml: in the chapters, from each step, for each result, which step comes next."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from guide.facts.steps import Code, Slug
from guide.facts.yaml_file import Strict

ELSE = "else"
# Where the step itself says who helps.
ELSEWHERE = "elsewhere"
Result = Literal["worked", "failed"]
_Ways = Code | Literal["elsewhere"] | Annotated[dict[Slug, Code], Field(min_length=2)]


class NextSteps(Strict):
    """What comes after one step.

    Attributes:
        worked: after what should be seen; None where that is that mail works again.
        failed: after anything else.
    """

    worked: _Ways | None = None
    failed: _Ways

    @model_validator(mode="after")
    def _leaves_nobody_out(self):
        for ways in (self.worked, self.failed):
            if isinstance(ways, dict) and ELSE not in ways:
                raise ValueError(f"of several kinds one is {ELSE!r}, for all that is none of them")
        return self

    def ways(self, result: Result) -> dict[str, str]:
        """The code for each condition, in order; none where mail works or somebody else helps."""
        ways = getattr(self, result)
        if ways in (None, ELSEWHERE):
            return {}
        return ways if isinstance(ways, dict) else {ELSE: ways}


class AllNextSteps(Strict):
    """The whole of facts/next_steps.yml."""

    next_steps: Annotated[dict[Code, NextSteps], Field(min_length=1)]

    def targets(self, code: str) -> list[tuple[str, str]]:
        """Every way on from a step: the condition (``else`` for the rest) and the code."""
        found = self.next_steps[code]
        return [*found.ways("worked").items(), *found.ways("failed").items()]

    def conditions(self) -> set[str]:
        """The conditions that need words."""
        named = {name for code in self.next_steps for name, _ in self.targets(code)}
        return named - {ELSE}
