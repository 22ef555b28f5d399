"""Every walk along facts/routes.yml, with every combination of results. No page is built."""

import pytest
from guide.facts.routes import ELSEWHERE, Routes
from guide.facts.steps import Steps
from guide.facts.yaml_file import read_model
from site_build import ROOT

ROUTES = read_model(ROOT / "facts/routes.yml", Routes, ROOT)
STEPS = read_model(ROOT / "facts/steps.yml", Steps, ROOT)
STEP = {step.code: step for step in STEPS.active()}
# From the first page to a human, when nothing helps.
MOST_STEPS, MOST_MINUTES = 12, 60
BACKUP, NEW_PROFILE, WHICH_MAIL = "1032", "4030", "1010"
# Another network, and VPN and such apps off: what often mends mail and erases nothing.
HARMLESS = {"3046", "3080"}
# What a backup can bring back.
IN_A_BACKUP = {"account-mail", "profile-account", "all-settings"}


def walks(route, tried=()):
    """Every way to fail along a route: the steps done, and where the walk ends.

    A step done before is not done again. ``elsewhere`` ends a walk; so does the end of a route,
    where a human helps (``help``).
    """
    for number, code in enumerate(route.steps):
        done = [*tried, *(c for c in route.steps[: number + 1] if c not in tried)]
        for target in route.turns.get(code, {}).values():
            if target == ELSEWHERE:
                yield done, ELSEWHERE
            elif target == ROUTES.last_resort().id:
                yield done, "help"
            else:
                yield from walks(ROUTES.by_id()[target], done)
    yield [*tried, *(c for c in route.steps if c not in tried)], "help"


ALL = [(route.id, walk, end) for route in ROUTES.routes for walk, end in walks(route)]


def test_every_walk_ends_and_all_are_walked():
    assert {id for id, _, _ in ALL} == ROUTES.by_id().keys()
    assert {end for _, _, end in ALL} == {ELSEWHERE, "help"}
    assert len(ALL) > 2 * len(ROUTES.routes) - 1


@pytest.mark.parametrize(("id", "walk", "end"), ALL)
def test_a_human_is_near_when_everything_fails(id, walk, end):
    assert len(walk) <= MOST_STEPS
    assert sum(STEP[code].minutes for code in walk if not STEP[code].waits) <= MOST_MINUTES


@pytest.mark.parametrize(("id", "walk", "end"), ALL)
def test_what_erases_comes_after_what_is_harmless_and_after_the_backup(id, walk, end):
    erasing = [code for code in walk if STEP[code].erases]
    for code in erasing:
        before = walk[: walk.index(code)]
        assert len(before) >= 3, f"{code} comes as number {len(before) + 1}"
        assert set(before) >= HARMLESS, code
        if IN_A_BACKUP & set(STEP[code].erases):
            assert BACKUP in before


@pytest.mark.parametrize("route", ROUTES.routes, ids=lambda route: route.id)
def test_nothing_is_erased_by_who_could_not_prepare_for_it(route):
    """Without a backup, or without a new profile in sight, a human helps instead."""
    erasing = [code for code in route.steps if IN_A_BACKUP & set(STEP[code].erases)]
    if erasing:
        assert route.stops_at(BACKUP)
    if "4049" in erasing:
        assert route.stops_at(NEW_PROFILE)


@pytest.mark.parametrize("route", ROUTES.routes, ids=lambda route: route.id)
def test_the_address_is_asked_for_first(route):
    """Nobody with another address walks further than the first step."""
    assert route.steps[:1] in ([], [WHICH_MAIL])
    if route.steps:
        assert route.way_out(WHICH_MAIL)
        assert route.stops_at(WHICH_MAIL)


def test_settings_are_touched_after_the_profile_and_the_old_values_were_looked_at():
    """In an account that is there already: a profile's cannot be changed, old values come back."""
    for route in ROUTES.routes:
        if route.id == "set-up-new":
            continue
        for code in route.steps:
            if STEP[code].chapter == "ssl-check" and STEP[code].changes == "setting":
                before = route.steps[: route.steps.index(code)]
                assert {"4017", "1041"} <= set(before), f"{route.id}: {code}"


def test_a_new_password_is_made_after_waiting():
    """When SoftBank's servers have trouble, a right password may be refused."""
    for route in ROUTES.routes:
        if "5036" in route.steps:
            assert "3051" in route.steps[: route.steps.index("5036")], route.id


def test_nobody_with_a_certificate_warning_is_led_to_remove_a_profile():
    """Neither the network nor the certificate is in the profile: a human helps."""
    removing = [walk for id, walk, _ in ALL if id == "certificate-warning" and "4049" in walk]
    assert removing == []


def test_a_route_ends_with_a_step_that_can_mend_mail():
    """After one that only readies others nobody would be asked whether mail works."""
    ends = {route.id: route.steps[-1] for route in ROUTES.with_steps()}
    assert {id: last for id, last in ends.items() if STEP[last].prepares} == {}


def test_every_step_is_on_a_route_or_only_in_the_chapters():
    """A new step is put on a route, or named here."""
    on_routes = {code for route in ROUTES.routes for code in route.steps} | {STEPS.help}
    assert set(STEP) - on_routes == ONLY_IN_CHAPTERS


ONLY_IN_CHAPTERS = {
    *("1029", "2024", "2035", "3014", "3115", "4082", "5073", "5085", "6111", "6122"),
    *("7123", "8018", "8026", "8039", "8047", "8052", "8071"),
}
