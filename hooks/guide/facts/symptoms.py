"""facts/symptoms.yml: what a customer sees, and the steps for it."""

from typing import Annotated

from pydantic import Field, model_validator

from guide.facts.steps import Code, Slug
from guide.facts.yaml_file import Strict


class Symptom(Strict):
    """What a customer sees, by its key in strings.yml, and the codes of the steps for it."""

    id: Slug
    steps: Annotated[list[Code], Field(min_length=1)]


class Symptoms(Strict):
    """The whole of facts/symptoms.yml."""

    symptoms: Annotated[list[Symptom], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_of_each(self):
        ids = [symptom.id for symptom in self.symptoms]
        for id in ids:
            if ids.count(id) > 1:
                raise ValueError(f"{id} is listed twice")
        return self
