"""/steps.json and /steps.csv: every step in every language, for ticket systems."""

import csv
import io
from typing import Annotated

from pydantic import Field

from guide.addresses import step_url
from guide.facts.steps import Code
from guide.facts.yaml_file import Strict
from guide.project import Guide
from guide.steps.step_page import StepText

COLUMNS = ["code", "locale", "title", "text", "url"]


class PublishedStep(Strict):
    """A step in one language."""

    code: Annotated[Code, Field(description="Four digits, the last one a Damm check digit.")]
    locale: Annotated[
        str,
        Field(
            pattern=r"^[a-z]{2,3}(-[A-Za-z]+)?$", description="The language’s folder: en, pt-BR."
        ),
    ]
    title: Annotated[str, Field(min_length=1)]
    text: Annotated[str, Field(min_length=1, description="What to do, as plain text.")]
    url: Annotated[str, Field(description="The address that never changes, in this language.")]


class PublishedSteps(Strict):
    """The whole of /steps.json."""

    schema_: Annotated[str, Field(alias="$schema")]
    steps: list[PublishedStep]


def published_steps(guide: Guide, texts: dict[str, dict[str, StepText]], site_url: str) -> dict:
    """What /steps.json holds.

    Args:
        texts: every step in use, by code and locale.
        site_url: the address of the site, ending in a slash.
    """
    steps = [
        {
            "code": step.code,
            "locale": locale,
            "title": texts[step.code][locale].plain_title,
            "text": texts[step.code][locale].plain_body,
            "url": step_url(site_url, step.code, locale),
        }
        for step in guide.steps.active()
        for locale in guide.locales
    ]
    published = {"$schema": "steps.schema.json", "steps": steps}
    PublishedSteps.model_validate(published)
    return published


def steps_csv(published: dict) -> str:
    """The same as CSV; Excel takes it for UTF-8 only with a byte order mark at the start."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(published["steps"])
    return "\ufeff" + file.getvalue()


def steps_schema() -> dict:
    """The JSON Schema of /steps.json."""
    return PublishedSteps.model_json_schema(by_alias=True)
