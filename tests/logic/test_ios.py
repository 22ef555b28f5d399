"""Paths in iOS by version."""

import pytest
from guide.facts.ios import Ios
from pydantic import ValidationError


def path(*keys, first=None, last=None, evidence="apple", sources=("s",)):
    return {
        "from": first,
        "to": last,
        "path": list(keys),
        "evidence": evidence,
        "sources": list(sources),
    }


def ios(**places):
    return Ios.model_validate({"places": places})


def test_a_place_inside_another_follows_its_ranges():
    found = ios(
        outer={"paths": [path("a", "b", first=18), path("a", last=17)]},
        inner={
            "in": "outer",
            "paths": [path("c", first=15, evidence="inferred"), path("d", last=14)],
        },
    ).resolve("inner")
    assert [(p.first, p.last, p.path, p.evidence) for p in found] == [
        (18, None, ["a", "b", "c"], "inferred"),
        (15, 17, ["a", "c"], "inferred"),
        (None, 14, ["a", "d"], "apple"),
    ]


def test_the_weakest_evidence_and_all_sources_count():
    (found,) = ios(
        outer={"paths": [path("a", evidence="users", sources=["x", "y"])]},
        inner={"in": "outer", "paths": [path("b", sources=["y", "z"])]},
    ).resolve("inner")
    assert found.evidence == "users"
    assert found.sources == ["x", "y", "z"]


@pytest.mark.parametrize(
    "paths",
    [
        [path("a", first=18), path("b", last=18)],
        [path("a", first=18), path("b", last=16)],
        [path("a", first=18)],
        [path("a", last=17)],
        [path("a", last=17), path("b", first=18)],
    ],
)
def test_gaps_and_overlaps_are_refused(paths):
    with pytest.raises(ValidationError):
        ios(place={"paths": paths})


def test_a_circle_is_refused():
    with pytest.raises(ValidationError, match="no other place"):
        ios(a={"in": "b", "paths": [path("x")]}, b={"in": "a", "paths": [path("y")]})
