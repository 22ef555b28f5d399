"""What can harm a reader has been read by somebody since it last changed."""

from collections.abc import Iterator

from approved import FACTS, recorded, state
from site_reader import EVERY_LOCALE, Site


def unchanged(site: Site) -> Iterator[str]:
    """Warnings, results, actions and labels are as they were approved: see scripts/approved.py."""
    for name in (FACTS, *(locale for locale in site.locales if locale in EVERY_LOCALE)):
        folder = FACTS if name == FACTS else f"docs/{name}"
        before, now = recorded(name), state(site.root, name)
        how = f"`make approve LOCALE={name}`"
        if before is None:
            yield f"{folder}: nobody has approved it; read it, then {how}"
            continue
        for key in [*now, *(key for key in before if key not in now)]:
            if before.get(key) != now.get(key):
                was, new = before.get(key, "not there"), now.get(key, "gone")
                yield f"{folder}/{key} was {was}, is {new}: compare with the Japanese, then {how}"


CHECKS = [unchanged]
