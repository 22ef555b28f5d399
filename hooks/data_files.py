"""Writes what programs read: settings and steps with their schemas, a search index a language."""

import json
from pathlib import Path

from guide.desk import choices
from guide.publish import published_schema, published_settings
from guide.publish_steps import published_steps, steps_csv, steps_schema
from guide.search_index import split
from mkdocs.plugins import event_priority


# After static-i18n (-100) has built every language and its one index, before staging (-200).
@event_priority(-150)
def on_post_build(config):
    i18n = config.plugins["i18n"]
    if i18n.building:
        return
    guide = config.extra["guide"]
    site = Path(config.site_dir)
    _write(site / "settings.json", published_settings(guide))
    _write(site / "settings.schema.json", published_schema())
    _write(site / "desk.json", choices(guide), indent=None)
    steps = published_steps(guide, config.extra["step_texts"], config.site_url)
    _write(site / "steps.json", steps)
    _write(site / "steps.schema.json", steps_schema())
    # Line ends as they are: CSV has its own.
    (site / "steps.csv").write_bytes(steps_csv(steps).encode())
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    for locale, part in split(index, guide, i18n.default_language).items():
        folder = "" if locale == i18n.default_language else locale
        _write(site / folder / "search/search_index.json", part, indent=None)


def _write(path: Path, data: dict, indent: int | None = 2) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    path.write_text(text + "\n", encoding="utf-8")
