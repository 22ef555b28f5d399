"""facts/labels.yml and facts/messages.yml: what iOS says, word for word, in its own languages."""

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from guide.facts.steps import Slug
from guide.facts.yaml_file import Strict

# {server}: what iOS fills in.
_VARIABLE = re.compile(r"\{(\w+)\}")

Text = Annotated[str, Field(min_length=1)]


class Words(Strict):
    """One label or message.

    Attributes:
        apple: Apple's key in the string table that it was read from.
        read: the languages for which a source says so, by source; ``all`` for every one of them.
        words: by language.
    """

    apple: Text | None = None
    read: dict[Slug, Literal["all"] | list[str]] = Field(default_factory=dict)
    words: Annotated[dict[str, Text], Field(min_length=1)]

    @model_validator(mode="after")
    def _reads_what_is_there(self):
        for source, languages in self.read.items():
            for language in languages if languages != "all" else ():
                if language not in self.words:
                    raise ValueError(f"{source} is said to have it in {language!r}: no such words")
        return self

    def inferred(self, language: str) -> bool:
        """Whether no source has these words in this language."""
        return not any(found == "all" or language in found for found in self.read.values())


class IosWords(Strict):
    """What the two files share.

    Attributes:
        sources: the iOS version that each source of Apple's own words is of.
    """

    sources: dict[Slug, Text]

    def entries(self) -> dict[str, Words]:
        """Every label or message, by its key."""
        raise NotImplementedError

    def languages(self) -> set[str]:
        """The languages that iOS speaks here."""
        return set(next(iter(self.entries().values())).words)

    @model_validator(mode="after")
    def _same_languages_everywhere(self):
        for key, found in self.entries().items():
            if missing := self.languages() ^ found.words.keys():
                raise ValueError(f"{key}: {min(missing)!r} stands in some entries, not in all")
        return self


class Labels(IosWords):
    """The whole of facts/labels.yml."""

    labels: Annotated[dict[Slug, Words], Field(min_length=1)]

    def entries(self) -> dict[str, Words]:
        return self.labels


class Messages(IosWords):
    """The whole of facts/messages.yml."""

    messages: Annotated[dict[Slug, Words], Field(min_length=1)]

    def entries(self) -> dict[str, Words]:
        return self.messages

    @model_validator(mode="after")
    def _same_variables_everywhere(self):
        for key, found in self.messages.items():
            variables = {
                language: set(_VARIABLE.findall(text)) for language, text in found.words.items()
            }
            for language, own in variables.items():
                if own != variables["en"]:
                    raise ValueError(f"{key}: {language} has other {{variables}} than en")
        return self
