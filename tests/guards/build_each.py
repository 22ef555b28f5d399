"""Plants each error in a copy of the project and really builds it: the night's way.

``test_planted.py`` judges the same list within two minutes; this sees that it judges rightly. About
eight seconds of a core for each error that a build has to show. Prints those that are not caught by
what they name, how far it is, and ``N planted, N caught``.
"""

import re
import shutil
import sys
import tempfile
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from checks import BY_NAME
from guards.planted import PLANTED
from site_build import ROOT, build, copy_project
from site_reader import Site


def trouble(number: int, clean: Path) -> str:
    """What went otherwise than an error says; nothing if it was caught.

    Args:
        number: of the error in ``PLANTED``: how it is planted cannot be sent to another process.
        clean: the whole site without an error, in which those of the built site are planted.
    """
    error = PLANTED[number]
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        root, site = Path(folder) / "project", Path(folder) / "site"
        if error.in_site:
            root = ROOT
            shutil.copytree(clean, site)
            error.plant(site)
        else:
            error.plant(copy_project(root, error.languages))
            result = build(root, site, PDF="none")
            said = result.stdout + result.stderr
            if "Traceback" in said:
                return f"a traceback: {said.splitlines()[-1]}"
            if error.stops:
                lines = [one for one in said.splitlines() if one.startswith(("ERROR", "WARNING"))]
                stopped = result.returncode and any(re.search(error.stops, one) for one in lines)
                return "" if stopped else f"the build says {lines}"
            if result.returncode:
                return f"the build stops: {said.splitlines()[-1]}"
        found = list(BY_NAME[error.caught_by](Site(site, root)))
        return "" if found else f"{error.caught_by} finds nothing"


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        clean = Path(folder) / "site"
        result = build(ROOT, clean, PDF="none")
        if result.returncode:
            print(f"the project as it is does not build: {result.stderr}")
            return 1
        caught = 0
        # A process keeps each site that it has read: gigabytes, after a hundred. In place of
        # ProcessPoolExecutor, which may wait for ever once it has replaced one (CPython 115634).
        with Pool(maxtasksperchild=20) as pool:
            troubles = pool.imap(partial(trouble, clean=clean), range(len(PLANTED)))
            for number, (error, said) in enumerate(zip(PLANTED, troubles, strict=True), start=1):
                caught += not said
                if said:
                    print(f"{error}: {said}", flush=True)
                if not number % 50:
                    print(f"{number} of {len(PLANTED)}", flush=True)
    print(f"{len(PLANTED)} planted, {caught} caught")
    return caught != len(PLANTED)


if __name__ == "__main__":
    sys.exit(main())
