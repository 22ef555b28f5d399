"""The PDFs of a site, in the languages of ``sampling.PAPERS``."""

import pytest
from paper_reader import Paper, papers
from site_reader import Site


@pytest.fixture(scope="session")
def site(papers_site) -> Site:
    """Here, the one that was built with PDFs."""
    return papers_site


@pytest.fixture(scope="session")
def paper(site) -> dict[str, Paper]:
    """The PDFs by name, e.g. ``guide-ja``; each is read once."""
    return papers(site)
