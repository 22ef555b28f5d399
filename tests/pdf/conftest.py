"""The PDFs of a site, those of ``sampling.PAPERS``."""

import pytest
from paper_reader import Paper, papers


@pytest.fixture(scope="session")
def paper(papers_site) -> dict[str, Paper]:
    """The PDFs by name, e.g. ``guide-ja``; each is read once."""
    return papers(papers_site)
