"""docs/<language>/search.yml: what readers call things otherwise than the pages do."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from guide.facts.yaml_file import Strict, read_model

FILE = "search.yml"

Word = Annotated[str, Field(min_length=1)]
Words = Annotated[list[Word], Field(min_length=1)]
Place = Annotated[str, Field(pattern=r"^[a-z-]+#[a-z0-9-]+$")]


class SearchWords(Strict):
    """The whole of search.yml.

    Attributes:
        sections: more words for what stands under a heading, by its page and anchor.
        synonyms: the readers' words for one of ours.
        asks: how readers ask for what a step erases, by the step's page and anchor. Without them,
            its code or its title it never comes first. Each word has to be typed, in any order;
            of words with a stroke between them, one.
        not_asked: words that turn an ask round: it happened by itself, or must not happen.
        elsewhere: what readers ask for and the guide does not have.
    """

    sections: dict[Place, Words]
    synonyms: dict[Word, Words]
    asks: dict[Place, Words]
    not_asked: list[Word]
    elsewhere: list[Word]


def read(root: Path, locale: str) -> SearchWords:
    """Reads and checks the search.yml of a language.

    Raises:
        Problem: the file is missing or not as it has to be.
    """
    return read_model(root / "docs" / locale / FILE, SearchWords, root)
