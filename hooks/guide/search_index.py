"""One search index a language, out of the one that Material and static-i18n make for all."""

import re

from guide.project import Guide

# Where the messages of iOS stand; see facts/errors.yml.
_ERRORS = "errors/#"
_VARIABLE = re.compile(r"\{\w+\}")


def split(index: dict, guide: Guide, root_locale: str) -> dict[str, dict]:
    """Parts the index by language; a reader loads and finds only their own.

    Args:
        index: ``{"config": …, "docs": [{"location", "title", "text"}, …]}`` of the whole site.
        guide: for the languages and how lunr.js reads each.
        root_locale: the language whose pages have no folder.

    Returns:
        The same form by locale, locations relative to the language's own folder. An iOS message
        has its words in the companion languages in its title, since titles count most.
    """
    parts = {
        locale: {
            "config": index["config"] | guide.strings[locale].search.model_dump(),
            "docs": [],
        }
        for locale in guide.locales
    }
    for entry in index["docs"]:
        folder, _, rest = entry["location"].partition("/")
        if folder in parts and folder != root_locale:
            locale, location = folder, rest
        else:
            locale, location = root_locale, entry["location"]
        title = _title(entry["title"], location, guide, locale)
        parts[locale]["docs"].append(entry | {"location": location, "title": title})
    return parts


def _title(title: str, location: str, guide: Guide, locale: str) -> str:
    error = guide.errors.by_id().get(location.removeprefix(_ERRORS))
    if error is None:
        return title
    others = [
        _VARIABLE.sub("…", guide.strings[other].ios_messages[error.messages[0]])
        for other in guide.strings[locale].companions
    ]
    return " / ".join([title, *others])
