"""facts/steps.yml: every step code ever issued."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from stdnum import damm

from guide.facts.yaml_file import Strict


def _code(value: str) -> str:
    if len(value) != 4 or not value.isascii() or not value.isdigit():
        raise ValueError("a step code is four digits in quotation marks")
    if not damm.is_valid(value):
        right = value[:3] + damm.calc_check_digit(value[:3])
        raise ValueError(f"the check digit is wrong: {value[:3]} gives {right}")
    return value


Code = Annotated[str, AfterValidator(_code)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]


class Step(Strict):
    """One step: where it stands, what it costs. See the head of facts/steps.yml."""

    code: Code
    chapter: Slug
    anchor: Slug
    minutes: Annotated[int, Field(ge=1, strict=True)]
    waits: bool = False
    prepares: bool = False
    explains: bool = False
    changes: Literal["nothing", "setting", "lasting", "data"]
    erases: Annotated[list[Slug], Field(default_factory=list)]
    successor: Code | None = None

    @model_validator(mode="after")
    def _says_what_is_lost(self):
        if (self.changes == "data") != bool(self.erases):
            raise ValueError(f"step {self.code}: `changes: data` and `erases` go together")
        return self


class Steps(Strict):
    """The whole of facts/steps.yml."""

    chapters: Annotated[list[Slug], Field(min_length=1, max_length=9)]
    help: Code
    steps: Annotated[list[Step], Field(min_length=1)]

    @model_validator(mode="after")
    def _hangs_together(self):
        codes: dict[str, Step] = {}
        anchors = set()
        for step in self.steps:
            if step.code in codes:
                raise ValueError(f"two steps have the code {step.code}")
            if step.chapter not in self.chapters:
                raise ValueError(f"step {step.code}: there is no chapter {step.chapter!r}")
            if step.code[0] != str(self.number(step.chapter)):
                raise ValueError(
                    f"step {step.code}: a code of {step.chapter} begins with"
                    f" {self.number(step.chapter)}"
                )
            if (step.chapter, step.anchor) in anchors:
                raise ValueError(f"step {step.code}: {step.chapter} has #{step.anchor} already")
            codes[step.code] = step
            anchors.add((step.chapter, step.anchor))
        for step in self.steps:
            if step.successor and (step.successor not in codes or codes[step.successor].successor):
                raise ValueError(
                    f"step {step.code}: its successor {step.successor} is no step in use"
                )
        if self.help not in codes or codes[self.help].successor:
            raise ValueError(f"help: {self.help} is no step in use")
        return self

    def number(self, chapter: str) -> int:
        """The number of a chapter, from 1."""
        return self.chapters.index(chapter) + 1

    def step(self, code: str) -> Step:
        """The step of a code, withdrawn or not."""
        return next(step for step in self.steps if step.code == code)

    def chapter_of(self, code: str) -> str:
        """The chapter of a code, withdrawn or not."""
        return self.step(code).chapter

    def active(self) -> list[Step]:
        """The steps that the pages have to show."""
        return [step for step in self.steps if not step.successor]

    def former(self, code: str) -> list[str]:
        """The withdrawn codes that lead to this one."""
        return [step.code for step in self.steps if step.successor == code]

    def next_code(self, chapter: str) -> str:
        """The code for a new step of this chapter: the number after the last one issued."""
        digit = str(self.number(chapter))
        last = max((int(s.code[1:3]) for s in self.steps if s.code[0] == digit), default=0)
        if last == 99:
            raise ValueError(f"{chapter} has used up its 99 codes")
        body = f"{digit}{last + 1:02d}"
        return body + damm.calc_check_digit(body)
