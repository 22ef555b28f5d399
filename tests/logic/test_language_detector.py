"""The detector of languages, which all checks of a process share."""

from checks.languages import detector_of


def test_it_knows_every_language_again_after_it_chose_among_few():
    """As after a test with a site of two languages."""
    assert set(detector_of({"ja", "en"}).labels) == {"ja", "en", "hi", "ms"}
    assert set(detector_of({"ne", "id"}).labels) == {"ne", "id", "hi", "ms"}
