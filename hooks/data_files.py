"""Writes what programs read: settings and steps with their schemas."""

import json
from pathlib import Path

from guide.facts.published import published_schema, published_settings
from guide.steps.desk import choices
from guide.steps.steps_json import published_steps, steps_csv, steps_schema
from mkdocs.plugins import event_priority


# After static-i18n (-100) has built every language, before staging (-200).
@event_priority(-150)
def on_post_build(config):
    i18n = config.plugins["i18n"]
    if i18n.building:
        return
    guide = config.extra["guide"]
    site = Path(config.site_dir)
    _write(site / "settings.json", published_settings(guide))
    _write(site / "settings.schema.json", published_schema())
    _write(site / "desk.json", choices(guide))
    steps = published_steps(guide, config.extra["step_texts"], config.site_url)
    _write(site / "steps.json", steps)
    _write(site / "steps.schema.json", steps_schema())
    # Line ends as they are: CSV has its own.
    (site / "steps.csv").write_bytes(steps_csv(steps).encode())


def _write(path: Path, data: dict) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")
