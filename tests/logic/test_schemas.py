"""The JSON Schemas for editors are those of the models."""

import json

from guide.facts.published import editor_schemas
from site_build import ROOT


def test_the_schemas_are_up_to_date():
    """``make schema`` writes them."""
    folder = ROOT / "facts/schema"
    written = {path.name: json.loads(path.read_text()) for path in folder.glob("*.json")}
    assert written == editor_schemas()
