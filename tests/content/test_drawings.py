"""What the contact sheet of `make drawings` has; nothing is drawn here."""

from drawings import drawings
from sampling import sampled


def test_the_contact_sheet_has_every_screen_once(site):
    """A screen of facts/screens.yml that no page shows would be kept up for nobody."""
    for locale in sampled("the contact sheet"):
        names = [name for name, _ in drawings(site, locale)]
        assert len(names) == len(set(names))
        shown = {name.removeprefix("screen ") for name in names if name.startswith("screen ")}
        assert shown == set(site.guide.screens.screens), locale
