"""Writes the JSON Schemas of facts/*.yml and strings.yml, so that editors check while one types."""

import json
from pathlib import Path

from guide.facts.published import editor_schemas

FOLDER = Path(__file__).parent.parent / "facts/schema"

FOLDER.mkdir(exist_ok=True)
for name, schema in editor_schemas().items():
    text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    (FOLDER / name).write_text(text, encoding="utf-8")
