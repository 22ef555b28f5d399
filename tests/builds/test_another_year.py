"""No test knows what year it is: the checks pass on a site of later years. About 15 s."""

import re

import checks
from site_build import build, copy_project
from site_reader import Site

# 2031-03-04, the date of a copy that is no git checkout.
EPOCH = "1930348800"


def test_every_check_passes_on_a_site_of_2027_and_2031(tmp_path):
    root = copy_project(tmp_path / "project", ("ja", "en"))
    _edit(root / "docs/en/translated.yml", "reviewed: null", "reviewed: 2027-01-31")
    _edit(root / "facts/settings.yml", "checked: null", "checked: 2027-02-28")
    result = build(root, tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert result.returncode == 0, result.stderr
    site = Site(tmp_path / "site", root)
    assert [line for check in checks.CHECKS for line in check(site)] == []
    said = {time["datetime"][:4] for page in site.all_pages for time in page.soup.select("time")}
    assert {"2027", "2031"} <= said


def _edit(path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(re.sub(re.escape(old), new, text), encoding="utf-8")
