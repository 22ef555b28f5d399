"""facts/ios.yml: where things are in iOS, and facts/errors.yml: what iOS says."""

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator

from guide.facts.steps import Slug
from guide.facts.yaml_file import Strict

# What stands in a path where the reader's own account has its name; the words are ours.
YOUR_ACCOUNT = "your-account"

Version = Annotated[int, Field(ge=1, le=99, strict=True)]


class Path(Strict):
    """A path of label keys, for the iOS versions from ``first`` to ``last`` (both included)."""

    first: Annotated[Version | None, Field(alias="from")] = None
    last: Annotated[Version | None, Field(alias="to")] = None
    path: Annotated[list[Slug], Field(min_length=1)]
    evidence: Literal["apple", "users", "inferred"]
    sources: Annotated[list[str], Field(min_length=1)]


class Place(Strict):
    """One place: its path for every iOS range, newest first."""

    inside: Annotated[Slug | None, Field(alias="in")] = None
    paths: Annotated[list[Path], Field(min_length=1)]

    @model_validator(mode="after")
    def _covers_every_version_once(self):
        if self.paths[0].last is not None or self.paths[-1].first is not None:
            raise ValueError("the first path must have no `to` and the last no `from`")
        for newer, older in pairwise(self.paths):
            if newer.first is None or older.last != newer.first - 1:
                raise ValueError(
                    "each path must end (`to`) one version before the next newer begins (`from`)"
                )
        return self


class Ios(Strict):
    """The whole of facts/ios.yml."""

    places: Annotated[dict[Slug, Place], Field(min_length=1)]

    @model_validator(mode="after")
    def _outer_places_exist(self):
        for name, place in self.places.items():
            seen = {name}
            while place.inside:
                if place.inside not in self.places or place.inside in seen:
                    raise ValueError(f"{name}: `in: {place.inside}` is no other place")
                seen.add(place.inside)
                place = self.places[place.inside]
        return self

    def resolve(self, name: str) -> list[Path]:
        """The full paths of a place, newest iOS first, with those of its outer places in front.

        Two ranges are one where the whole path is the same. Evidence is that of the weakest part.
        """
        place = self.places[name]
        if place.inside is None:
            return list(place.paths)
        outer_paths = self.resolve(place.inside)
        full = [
            Path.model_validate(
                {
                    "from": _later(outer.first, inner.first),
                    "to": _earlier(outer.last, inner.last),
                    "path": outer.path + inner.path,
                    "evidence": max(outer.evidence, inner.evidence, key=_STRENGTH.index),
                    "sources": list(dict.fromkeys(outer.sources + inner.sources)),
                }
            )
            for outer in outer_paths
            for inner in place.paths
            if _overlap(outer, inner)
        ]
        return full


# From strong to weak.
_STRENGTH = ["apple", "users", "inferred"]


def _later(a: int | None, b: int | None) -> int | None:
    return max(a or 0, b or 0) or None


def _earlier(a: int | None, b: int | None) -> int | None:
    return min(a or 100, b or 100) % 100 or None


def _overlap(a: Path, b: Path) -> bool:
    return (a.first or 0) <= (b.last or 100) and (b.first or 0) <= (a.last or 100)


class IosError(Strict):
    """One dialog or line that iOS shows.

    Attributes:
        messages: keys of facts/messages.yml, title first.
        route: an id of facts/routes.yml: where to go on from it.
        also: another title of the same dialog, which other kinds of account show.
        server: the fact that stands for ``{server}``, where only one server can be meant.
    """

    id: Slug
    messages: Annotated[list[Slug], Field(min_length=1)]
    route: Slug
    also: Slug | None = None
    server: str | None = None

    def all_messages(self) -> list[str]:
        """Every message of it, the other title too."""
        return [*self.messages, *([self.also] if self.also else [])]


class IosErrors(Strict):
    """The whole of facts/errors.yml."""

    errors: Annotated[list[IosError], Field(min_length=1)]

    @model_validator(mode="after")
    def _ids_differ(self):
        ids = [error.id for error in self.errors]
        twice = {id for id in ids if ids.count(id) > 1}
        if twice:
            raise ValueError(f"the id {min(twice)!r} stands here twice")
        return self

    def by_id(self) -> dict[str, IosError]:
        return {error.id: error for error in self.errors}
