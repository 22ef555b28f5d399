"""The settings as data for other programs, and the JSON Schemas of facts/."""

from typing import Annotated

from pydantic import Field

from guide.facts.links import Link
from guide.facts.settings import Settings
from guide.project import FACT_FILES, Guide
from guide.search.queries import Queries
from guide.search.search_words import SearchWords
from guide.words.glossary import Glossary
from guide.words.strings import Strings

# What the site offers to programs, by file name.
DATA_FILES = (
    "settings.json",
    "settings.schema.json",
    "steps.json",
    "steps.schema.json",
    "steps.csv",
)


class PublishedSettings(Settings):
    """settings.json: facts/settings.yml with the sources that it names."""

    schema_: Annotated[str, Field(alias="$schema")]
    links: Annotated[dict[str, Link], Field(description="The sources, by the ids used above.")]


def published_settings(guide: Guide) -> dict:
    """What /settings.json holds."""
    settings = guide.settings.model_dump(mode="json", by_alias=True)
    used = {id for sourced in guide.settings.sourced().values() for id in sourced.sources}
    used |= {*guide.settings.username.sources, *guide.settings.authentication.sources}
    links = {id: guide.links.links[id].model_dump(mode="json") for id in sorted(used)}
    published = {"$schema": "settings.schema.json", **settings, "links": links}
    PublishedSettings.model_validate(published)
    return published


def published_schema() -> dict:
    """The JSON Schema of /settings.json."""
    return PublishedSettings.model_json_schema(by_alias=True)


def editor_schemas() -> dict[str, dict]:
    """The JSON Schemas of facts/*.yml and of each language's YAML files, by file name."""
    models = {
        **FACT_FILES,
        "strings": Strings,
        "glossary": Glossary,
        "search": SearchWords,
        "queries": Queries,
    }
    return {f"{name}.schema.json": model.model_json_schema() for name, model in models.items()}
