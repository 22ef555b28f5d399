"""What every string of facts/ and docs/*/*.yml has to be: words that a reader can see, no HTML."""

import unicodedata
from collections.abc import Iterator

# Letters by their kind, and yet nothing is drawn for them.
_BLANK = set("\u115f\u1160\u2800\u3164\uffa0")


def is_seen(text: str) -> bool:
    """Whether anything of a text is drawn: more than spaces of any width and unseen characters."""
    return any(unicodedata.category(one)[0] not in "ZC" and one not in _BLANK for one in text)


def strings(data: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string of what a YAML file holds, keys too, with its dotted key."""
    if isinstance(data, dict):
        for name, value in data.items():
            inner = f"{key}.{name}" if key else str(name)
            yield inner, str(name)
            yield from strings(value, inner)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from strings(value, f"{key}.{index}")
    elif isinstance(data, str):
        yield key, data


def trouble(text: str) -> tuple[str, str] | None:
    """What is wrong with a string, and how to mend it."""
    if not is_seen(text):
        return "nothing of it can be seen", "Write what it says"
    if "<" in text:
        return f"`<` begins HTML, which words may not hold: {text[:60]!r}", "Say it without"
    return None
