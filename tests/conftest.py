"""What tests ask for: the built site, its PDFs, a browser. What nobody asks for is not built.

Each folder needs more than the one before: logic/ nothing, content/ the site's HTML, browser/ and
deploy/ Chromium too, webkit/ WebKit, pdf/ the PDFs; builds/ builds changed copies, servers/ starts
mail servers.
"""

import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from chromium import chromium
from sampling import EVERY, PAPERS
from shared_build import built_once
from site_build import ROOT, build, copy_project
from site_reader import EVERY_LOCALE, LOCALES, SOURCE, Site

# Parsed pages are millions of objects that live to the end: to look through them for garbage as
# often as Python does takes as long as to parse them.
gc.set_threshold(100_000, 20, 20)


# A process takes one file after another. These take longest and come first, or one process would be
# left alone with them at the end; between those that wait for the same PDFs stands another.
FIRST = ("pdf/test_structure.py", "browser/test_every_page.py")


def pytest_collection_modifyitems(items):
    folder = Path(__file__).parent
    place = {folder / path: number for number, path in enumerate(FIRST)}
    items.sort(key=lambda item: place.get(item.path, len(FIRST)))


def pytest_configure(config):
    # One folder for all workers of pytest-xdist, which inherit the environment.
    if not hasattr(config, "workerinput"):
        config.shared = os.environ["GUIDE_SHARED"] = tempfile.mkdtemp(prefix="guide-")


def pytest_unconfigure(config):
    if hasattr(config, "shared"):
        shutil.rmtree(config.shared, ignore_errors=True)


@pytest.fixture(scope="session")
def shared() -> Path:
    """A folder that all processes of this run have in common."""
    return Path(os.environ["GUIDE_SHARED"])


@pytest.fixture(scope="session")
def site(shared) -> Site:
    """The site in every language, as with PDFs, but without them: 25 s, once a run.

    ``GUIDE_SITE`` names one that is already built. `make check` has a site of few languages.
    """
    if given := os.environ.get("GUIDE_SITE"):
        return Site(Path(given), ROOT)
    if LOCALES != EVERY_LOCALE:
        return Site(built_once(shared / "few", _of_few_languages), shared / "few-project")
    return Site(built_once(shared / "site", lambda folder: build(ROOT, folder, PDF="none")), ROOT)


def _of_few_languages(folder: Path):
    return build(copy_project(folder.with_name("few-project"), LOCALES), folder, PDF="none")


@pytest.fixture(scope="session")
def papers_site(shared) -> Site:
    """The site in the languages of ``PAPERS``, with their PDFs: 1 to 2 minutes, once a run.

    ``GUIDE_SITE``, if it has PDFs.
    """
    given = os.environ.get("GUIDE_SITE")
    if given and Path(given, "pdf").is_dir():
        return Site(Path(given), ROOT)
    return Site(built_once(shared / "papers", _with_papers), shared / "papers-project")


def _with_papers(folder: Path):
    root = copy_project(folder.with_name("papers-project"), {SOURCE, *PAPERS})
    # The date on paper is that of the last commit.
    (root / ".git").symlink_to(ROOT / ".git")
    return build(root, folder, PDF=" ".join(PAPERS))


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests of a process: Playwright cannot be started there twice.

    Its shell, which draws as it does; the browser as people have it at night.
    """
    with chromium(whole=EVERY) as running:
        yield running
