"""What readers type, language by language, and where it has to lead.

tests/search/queries/<language>.yml: first queries and what asks for a step that erases;
tests/search/queries/unseen/: lists that nothing was learnt from;
docs/<language>/queries.yml: what the search has learnt from.
"""

from pathlib import Path

import yaml
from guide.search.queries import Queries
from guide.search.queries import read as read_queries
from site_build import ROOT
from site_reader import Site

FOLDER = ROOT / "tests/search/queries"


def queries(locale: str) -> dict[str, list[str]]:
    """The places that answer each query of a language: a page, page#anchor or a step's code."""
    first = _read(FOLDER / f"{locale}.yml")
    return first["queries"] | first["held_out"]


def not_here(locale: str) -> list[str]:
    """What readers ask for and the guide does not have."""
    return _read(FOLDER / f"{locale}.yml")["not_here"]


def unseen(locale: str) -> tuple[dict[str, list[str]], list[str]]:
    """Both of these, of the list that nothing was learnt from."""
    found = _read(FOLDER / f"unseen/{locale}.yml")
    return found["queries"], found["not_here"]


def learnt(locale: str) -> Queries:
    """What the search has learnt from."""
    return read_queries(ROOT, locale)


def asked(locale: str) -> dict[str, list[str]]:
    """What asks for what a step erases, by the step's code."""
    return _read(FOLDER / f"{locale}.yml")["asked"]


def not_asked(locale: str) -> list[str]:
    """What names what a step erases and does not ask for that."""
    return _read(FOLDER / f"{locale}.yml")["not_asked"]


def _read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def answers(url: str, place: str, site: Site) -> bool:
    """Whether an address of the search leads to a place of the list.

    Args:
        url: from the language's own folder, e.g. ``network/#restart``.
    """
    for step in site.guide.steps.steps:
        if step.code == place:
            place = f"{step.chapter}#{step.anchor}"
    page, _, anchor = url.partition("#")
    slug, _, wanted = place.partition("#")
    return (page.strip("/") or "index") == slug and wanted in ("", anchor)
