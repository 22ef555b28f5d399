"""What readers type and where the guide answers it, which the search learns from.

docs/<language>/queries.yml has those of a language; docs/assets/js/search_examples.js compares with
them what somebody types.
"""

from pathlib import Path

from guide.facts.yaml_file import Strict, read_model
from guide.search.search_words import Place, Words

FILE = "queries.yml"


class Queries(Strict):
    """The whole of queries.yml.

    Attributes:
        here: what is typed, by the page and anchor of the heading that answers it best.
        not_here: what such readers type, too, and the guide does not have.

    ``{imap.port}`` in a query is that fact.
    """

    here: dict[Place, Words]
    not_here: Words


def read(root: Path, locale: str) -> Queries:
    """Reads and checks the queries.yml of a language.

    Raises:
        Problem: the file is missing or not as it has to be.
    """
    return read_model(root / "docs" / locale / FILE, Queries, root)
