"""What `make test` leaves to `make test-all` in one place, it has in another."""

from importlib import import_module

from sampling import EVERY, GUIDES, GUIDES_OF_KINDS, KINDS, drawn, sampled
from site_build import ROOT
from site_reader import EVERY_LOCALE


def test_every_language_has_its_turn_in_the_browser():
    for path in sorted((ROOT / "tests").glob("browser/test_*.py")):
        import_module(f"browser.{path.stem}")
    seen = {locale for locales in drawn().values() for locale in locales}
    assert seen == {*EVERY_LOCALE}


def test_a_sample_is_the_same_at_every_run_and_another_for_another_test():
    one, other = sampled("one", 2), sampled("other", 2)
    assert one == sampled("one", 2)
    assert EVERY or (len(one) == len(KINDS) + 2 and one != other)


def test_the_kinds_are_languages_of_the_site():
    assert {*KINDS, *GUIDES_OF_KINDS} <= {*EVERY_LOCALE}
    assert {*GUIDES_OF_KINDS} <= {*GUIDES}
