"""Writes settings.json and desk.json, steps.json and steps.csv, with their schemas."""

import json

from guide.build import Build
from guide.facts.published import published_schema, published_settings
from guide.steps.desk import choices
from guide.steps.steps_json import published_steps, steps_csv, steps_schema


def write_data_files(build: Build) -> None:
    """What programs read: the desk's tool, ticket systems, whoever checks the settings."""
    guide = build.guide
    steps = published_steps(guide, build.steps, build.addresses.site_url)
    for name, data in {
        "settings.json": published_settings(guide),
        "settings.schema.json": published_schema(),
        "desk.json": choices(guide, build.pages[guide.locales[0]]["errors"]),
        "steps.json": steps,
        "steps.schema.json": steps_schema(),
    }.items():
        build.write(name, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    build.write("steps.csv", steps_csv(steps))
