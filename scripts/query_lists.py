"""tests/search/queries/: what readers type, language by language, and where it has to lead."""

from pathlib import Path

import yaml
from site_build import ROOT
from site_reader import Site

FOLDER = ROOT / "tests/search/queries"


def queries(locale: str) -> dict[str, list[str]]:
    """The places that answer each query of a language: a page, page#anchor or a step's code."""
    lists = _lists(locale)
    return lists["queries"] | lists["held_out"]


def not_here(locale: str) -> list[str]:
    """What readers ask for and the guide does not have."""
    return _lists(locale)["not_here"]


def asked(locale: str) -> dict[str, list[str]]:
    """What asks for what a step erases, by the step's code."""
    return _lists(locale)["asked"]


def not_asked(locale: str) -> list[str]:
    """What names what a step erases and does not ask for that."""
    return _lists(locale)["not_asked"]


def _lists(locale: str) -> dict:
    """The list of a language and the later ones, each in a folder of its own name, as one."""
    every = [_read(FOLDER / f"{locale}.yml"), *map(_read, sorted(FOLDER.glob(f"*/{locale}.yml")))]
    return {
        "queries": {query: places for one in every for query, places in one["queries"].items()},
        "held_out": every[0]["held_out"],
        "asked": {
            code: [query for one in every for query in one["asked"].get(code, [])]
            for code in dict.fromkeys(code for one in every for code in one["asked"])
        },
        **{
            key: [query for one in every for query in one[key]] for key in ("not_here", "not_asked")
        },
    }


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
