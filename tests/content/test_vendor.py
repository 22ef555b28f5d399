"""What others wrote and browsers load is what it says it is."""

import hashlib
import re

from site_build import ROOT

VENDOR = ROOT / "docs/assets/vendor"


def test_every_file_is_named_with_its_hash_and_unchanged():
    for folder in VENDOR.iterdir():
        said = (folder / "VERSION.txt").read_text(encoding="utf-8")
        hashes = {name: sha for sha, name in re.findall(r"^sha256 (\w{64}) (\S+)$", said, re.M)}
        scripts = [path for path in folder.iterdir() if path.suffix in (".js", ".mjs", ".css")]
        assert hashes.keys() == {path.name for path in scripts}
        for path in scripts:
            assert hashlib.sha256(path.read_bytes()).hexdigest() == hashes[path.name]
        assert (folder / "LICENSE.txt").is_file()


def test_the_record_of_versions_is_not_published(site):
    published = {path.name for path in site.folder.glob("assets/*/vendor/*/*")}
    assert "LICENSE.txt" in published
    assert "VERSION.txt" not in published


def test_the_comments_of_others_are_not_published(site):
    """They are most of MiniSearch's file, and each first search would load them."""
    (script,) = site.folder.glob("assets/*/vendor/minisearch/index.js")
    assert "/**" in (VENDOR / "minisearch/index.js").read_text(encoding="utf-8")
    assert "/**" not in script.read_text(encoding="utf-8")
