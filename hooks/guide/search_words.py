"""docs/<language>/search.yml: what readers call things otherwise than the pages do."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from guide.yaml_file import Strict, read_model

FILE = "search.yml"

Word = Annotated[str, Field(min_length=1)]


class Synonyms(Strict):
    """``ours`` are words of the pages; who types one of ``readers`` looks for them."""

    ours: Word
    readers: Annotated[list[Word], Field(min_length=1)]


class SearchWords(Strict):
    """The whole of search.yml."""

    synonyms: list[Synonyms]

    @model_validator(mode="after")
    def _one_of_each(self):
        ours = [group.ours for group in self.synonyms]
        for words in ours:
            if ours.count(words) > 1:
                raise ValueError(f"{words!r} is listed twice")
        return self


def read(root: Path, locale: str) -> SearchWords:
    """Reads and checks the search.yml of a language.

    Raises:
        Problem: the file is missing or not as it has to be.
    """
    return read_model(root / "docs" / locale / FILE, SearchWords, root)
