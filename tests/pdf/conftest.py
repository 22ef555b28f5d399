"""The PDFs of the built site."""

import pytest
from paper_reader import Paper, papers


@pytest.fixture(scope="session")
def paper(site) -> dict[str, Paper]:
    """The PDFs by name, e.g. ``guide-ja``; each is read once."""
    return papers(site)
