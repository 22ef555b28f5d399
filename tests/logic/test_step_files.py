"""An announcement stands in a step's file only where it leaves it small enough."""

import random

from guide.steps.step_files import MOST, with_announcement

# What gzip cannot make small.
_MUCH = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz", k=2 * MOST))


def test_it_stands_where_there_is_room():
    assert with_announcement(lambda announcement: f"a step {announcement}", "outage") == (
        "a step outage"
    )


def test_it_is_left_out_where_there_is_none():
    page = with_announcement(lambda announcement: f"a step {announcement and _MUCH}", "outage")
    assert page == "a step "
