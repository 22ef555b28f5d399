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
from chromium import Ready, chromium
from sampling import EVERY, PAPERS
from shared_build import built_once
from site_build import ROOT, build, copy_project
from site_reader import EVERY_LOCALE, LOCALES, Site
from xdist.scheduler import LoadFileScheduling

# Parsed pages are millions of objects that live to the end: to look through them for garbage as
# often as Python does takes as long as to parse them.
gc.set_threshold(1_000_000, 20, 20)


# A process takes one file after another. The first builds the site and goes on with what takes
# longest; meanwhile the other has what needs no site, or a changed one of its own. What reads
# every page comes next: it is the longest that cannot be shared out.
READERS = ("content", "guards")
FIRST = ("browser/test_every_page.py", "builds", "servers", "logic", *READERS)


def pytest_collection_modifyitems(config, items):
    folder = Path(__file__).parent

    def place(item) -> int:
        path = item.path.relative_to(folder).as_posix()
        return next((n for n, first in enumerate(FIRST) if path.startswith(first)), len(FIRST))

    items.sort(key=place)
    config.sets_papers = any("papers_site" in item.fixturenames for item in items)


def pytest_xdist_auto_num_workers(config):
    """One more than there are cores: some tests wait, for a server that is slow or starts again."""
    return len(os.sched_getaffinity(0)) + 1


class _ByFile(LoadFileScheduling):
    """A process takes a file, or all that reads every page, so that each is read just once."""

    def _split_scope(self, nodeid: str) -> str:
        reads = nodeid.startswith(tuple(f"tests/{folder}/" for folder in READERS))
        return "readers" if reads else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config, log):
    return _ByFile(config, log)


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
def site(shared, request) -> Site:
    """The site in every language: 25 s, once a run; a minute with PDFs, if a test reads them.

    ``GUIDE_SITE`` names one that is already built. `make check` has a site of few languages.
    """
    if given := os.environ.get("GUIDE_SITE"):
        return Site(Path(given), ROOT)
    if LOCALES != EVERY_LOCALE:
        return Site(built_once(shared / "few", _of_few_languages), shared / "few-project")
    papers = " ".join(PAPERS) if request.config.sets_papers else "none"
    return Site(built_once(shared / "site", lambda folder: build(ROOT, folder, PDF=papers)), ROOT)


def _of_few_languages(folder: Path):
    return build(copy_project(folder.with_name("few-project"), LOCALES), folder, PDF="none")


@pytest.fixture(scope="session")
def papers_site(site) -> Site:
    """The same with the PDFs of ``PAPERS``."""
    assert (site.folder / "pdf").is_dir(), "GUIDE_SITE has no PDFs"
    return site


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests of a process: Playwright cannot be started there twice.

    Its shell, which draws as it does; the browser as people have it at night.
    """
    with chromium(whole=EVERY) as running:
        yield Ready(running)
