"""facts/links.yml: every address outside this site."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, HttpUrl

from guide.facts.steps import Slug
from guide.facts.yaml_file import Strict


class Link(Strict):
    """A page elsewhere.

    Attributes:
        url: its address, or null for a source that is in no public place.
        title: what it calls itself, or what it is, in the language ``lang``.
        kind: ``official`` (SoftBank's or Apple's own), ``record`` (made by somebody who ran or
            tested the settings), ``standard``, or ``weak`` (a single or second-hand text).
        read: the date on which its text was read, in a stored copy or live.
    """

    url: HttpUrl | None
    title: str
    lang: Literal["ja", "en"]
    kind: Literal["official", "record", "standard", "weak"]
    read: date | None


class Links(Strict):
    """The whole of facts/links.yml."""

    links: Annotated[dict[Slug, Link], Field(min_length=1)]
