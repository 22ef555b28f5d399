"""Plants errors in copies of the project, builds each copy, and asks the checks.

An error is caught when the build stops or a check finds something. Prints every error that nobody
caught, and ``N planted, N caught``.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from checks import CHECKS
from guards.mutations import MUTATIONS, Mutation
from site_build import build, copy_project
from site_reader import Site


@dataclass(frozen=True)
class Outcome:
    """What became of one planted error; ``caught_by`` is empty where nobody noticed."""

    mutation: Mutation
    caught_by: str


def findings(root: Path, site: Path) -> Iterator[str]:
    """What the checks find in a built site, one line each."""
    built = Site(site, root)
    for check in CHECKS:
        yield from (f"{check.__name__}: {line}" for line in check(built))


def try_one(mutation: Mutation | None) -> Outcome:
    """Plants one error (or none) in a fresh copy and looks whether anybody notices."""
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        root = copy_project(Path(folder) / "project", _languages(mutation))
        if mutation:
            mutation.plant(root)
        result = build(root, Path(folder) / "site")
        if result.returncode:
            lines = (result.stdout + result.stderr).splitlines()
            said = [line for line in lines if line.startswith(("ERROR", "WARNING"))]
            return Outcome(mutation, f"build: {' | '.join(said) or lines}")
        return Outcome(mutation, next(findings(root, Path(folder) / "site"), ""))


def _languages(mutation: Mutation | None) -> set[str]:
    """The languages to build: the source, English, and those that the error is about."""
    parts = Path(mutation.file).parts if mutation else ()
    own = {parts[1]} if parts[:1] == ("docs",) and parts[1] != "assets" else set()
    return {"ja", "en", *own, *(mutation.beside if mutation else ())}


def _caught_by(index: int) -> str:
    # Functions do not travel between processes, numbers do.
    return try_one(MUTATIONS[index]).caught_by


def main() -> int:
    if len(MUTATIONS) < 60:
        print(f"only {len(MUTATIONS)} errors to plant, at least 60 are asked for")
        return 1
    clean = try_one(None)
    if clean.caught_by:
        print(f"the project as it is has an error: {clean.caught_by}")
        return 1
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        caught_by = list(pool.map(_caught_by, range(len(MUTATIONS))))
    outcomes = list(map(Outcome, MUTATIONS, caught_by))
    for outcome in outcomes:
        if "--all" in sys.argv or not outcome.caught_by:
            caught = outcome.caught_by or "NOT CAUGHT"
            print(f"{outcome.mutation.name} ({outcome.mutation.file}): {caught}")
    caught = sum(bool(outcome.caught_by) for outcome in outcomes)
    by_build = sum(outcome.caught_by.startswith("build: ") for outcome in outcomes)
    print(f"{by_build} stopped the build, {caught - by_build} were found by a check")
    print(f"{len(outcomes)} planted, {caught} caught")
    return caught != len(outcomes)


if __name__ == "__main__":
    sys.exit(main())
