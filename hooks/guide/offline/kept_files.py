"""What a language needs to be read without a network, for docs/worker.js."""

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

from lxml import etree

from guide.unchanged import while_unchanged

_ADDRESS = re.compile(r"[\w./-]+\.(?:css|m?js|json|svg|png|ico|woff2)")
# In a style or script, addresses stand in quotes or in url().
_QUOTED = re.compile(rf"[\"'(]({_ADDRESS.pattern})[\"')]")
_CODE = {".css", ".js", ".mjs"}
# What only links lead to is no part of a page.
_LINKS = {"a", "meta"}


def needed_files(site: Path, pages: list[str]) -> list[str]:
    """The addresses of the styles, scripts, pictures and data that pages use, and those in turn.

    Args:
        site: the built site.
        pages: addresses relative to it, e.g. ``en/network/``.
    """
    found: dict[str, None] = {}
    to_read = list(pages)
    while to_read:
        for address in _used(site, to_read.pop(0)):
            if address not in found:
                found[address] = None
                to_read.append(address)
    return list(found)


def write_lists(
    folder: Path, site: Path, lists: dict[str, list[str]], notices: dict[str, dict[str, str]]
) -> None:
    """Writes ``<locale>.json``: the files of a language with their hashes, by need.

    Args:
        folder: where the lists go.
        lists: addresses relative to the site, by locale.
        notices: ``{"lang": …, "notice": …}`` by locale: the words of a page that is a saved copy.
    """
    hashed = cache(lambda address: _hash(_file(site, address).read_bytes()))
    files = {
        locale: [[address, hashed(address)] for address in dict.fromkeys(addresses)]
        for locale, addresses in lists.items()
    }
    # One version for all, so that a reader of two languages has both from the same build.
    version = _hash(json.dumps([files, notices], sort_keys=True).encode())
    folder.mkdir(parents=True, exist_ok=True)
    for locale, listed in files.items():
        data = {"version": version, **notices[locale], "files": listed}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{locale}.json").write_text(text + "\n", encoding="utf-8")


def _used(site: Path, address: str) -> Iterator[str]:
    file = _file(site, address)
    base = address if address.endswith("/") or not address else dirname(address)
    for found in _addresses(file):
        target = normpath(join(base, found))
        if not target.startswith("..") and (site / target).is_file():
            yield target


@while_unchanged
def _addresses(file: Path) -> list[str]:
    """What looks like the address of a file, in a page, style or script."""
    if file.suffix in _CODE:
        return _QUOTED.findall(file.read_text(encoding="utf-8"))
    found = []
    if file.suffix == ".html":
        for element in etree.HTML(file.read_text("utf-8")).iter("*"):
            if element.tag not in _LINKS:
                found += filter(_ADDRESS.fullmatch, element.values())
            if element.tag in ("style", "script"):
                found += _QUOTED.findall(element.text or "")
    return found


def _file(site: Path, address: str) -> Path:
    return site / (f"{address}index.html" if address.endswith("/") or not address else address)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
