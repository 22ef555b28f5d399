"""Each planted error is caught by what it names, and each check catches one that no other does.

Nothing is built for it: about a tenth of a second an error, and five to set up (each process once).
The same list with real builds: ``make guards``.
"""

import gc
import re

import pytest
from checks import BY_NAME
from guards.planted import PLANTED, one_a_check
from guards.workshop import Workshop


@pytest.fixture(scope="module")
def workshop(site, tmp_path_factory) -> Workshop:
    made = Workshop(site, tmp_path_factory.mktemp("guards"))
    # The pages that were parsed so far live to the end: to look through them for garbage, after
    # each of the hundreds of sites with an error, takes as long as the checks.
    gc.freeze()
    return made


@pytest.mark.parametrize("error", PLANTED, ids=str)
def test_caught_by_what_it_names(error, workshop):
    outcome = workshop.plant(error)
    if error.stops:
        assert re.search(error.stops, outcome.stopped), outcome.stopped or "the build goes on"
    else:
        assert not outcome.stopped, "the build stops, so the check is never asked"
        found = list(BY_NAME[error.caught_by](outcome.site))
        assert any(re.search(error.place, line) for line in found), f"{error.caught_by}: {found}"


def test_each_check_catches_one_that_no_other_does(workshop):
    """All of ``one_a_check`` at once, each error in a place of its own."""
    errors = one_a_check.PLANTED
    site = workshop.plant(*errors).site
    assert site is not None
    for name, check in BY_NAME.items():
        places = [error.place for error in errors if error.caught_by == name]
        found = list(check(site))
        assert found, f"{name} finds nothing: one_a_check has no error for it"
        strange = [line for line in found if not any(re.search(place, line) for place in places)]
        assert not strange, f"{name} finds more than its own error: {strange}"


def test_the_pages_are_made_as_the_build_makes_them(site, workshop):
    """What is planted in would otherwise not be what readers get."""
    for locale in ("ja", "ja-easy", "en", "my"):
        for slug, article in workshop.articles(locale).items():
            assert article.html in site.page(locale, slug).html
            assert f'content="{article.description}"' in site.page(locale, slug).html
