"""What the styles in a page still mean once their spaces are gone."""

import re

import pytest
from guide.styles import style_sheets
from site_build import ROOT

FOLDER = ROOT / "overrides/css"
# `.a :is(b)` is a `b` within `.a`; `.a:is(b)` would be another thing.
WITHIN = re.compile(r"[\w\])*] :(?:is|not|has|where)\(")


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.css")))
def test_what_stands_within_something_stays_within_it(name):
    written = (FOLDER / f"{name}.css").read_text(encoding="utf-8")
    assert len(WITHIN.findall(style_sheets(FOLDER)[name])) == len(WITHIN.findall(written))
