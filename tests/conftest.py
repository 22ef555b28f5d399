"""Builds the site once for the whole run, from the files as they are."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from chromium import chromium
from site_build import ROOT, build
from site_reader import Site


def pytest_configure(config):
    # The workers of pytest-xdist read what the first process has built.
    if hasattr(config, "workerinput") or "GUIDE_SITE" in os.environ:
        return
    config.built = Path(tempfile.mkdtemp(prefix="guide-"))
    result = build(ROOT, config.built / "site", PDF="true")
    os.environ["GUIDE_SITE"] = str(config.built / "site")
    os.environ["GUIDE_SITE_TROUBLE"] = result.stderr if result.returncode else ""


def pytest_unconfigure(config):
    if hasattr(config, "built"):
        shutil.rmtree(config.built, ignore_errors=True)


@pytest.fixture(scope="session")
def site() -> Site:
    if os.environ.get("GUIDE_SITE_TROUBLE"):
        pytest.fail(f"the site does not build:\n{os.environ['GUIDE_SITE_TROUBLE']}", pytrace=False)
    return Site(Path(os.environ["GUIDE_SITE"]), ROOT)


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests of a process: Playwright cannot be started there twice."""
    with chromium() as running:
        yield running
