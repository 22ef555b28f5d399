"""What a phone in another language shows is at hand for every label and message of the pages."""

import json
from collections.abc import Iterator

from site_reader import Site


def at_hand(site: Site) -> Iterator[str]:
    """Each language of a phone has a file with the words of facts/ for every label and message."""
    folders = sorted(site.folder.glob("assets/*/labels"))
    files = {path.stem: path for folder in folders for path in folder.iterdir()}
    expected = {site.guide.ios_language(locale) for locale in site.locales}
    for locale in sorted(expected ^ files.keys()):
        yield f"labels/{locale}.json is {'missing' if locale in expected else 'for no phone'}"
    table, messages = site.guide.labels.labels, site.guide.messages.messages
    for locale in sorted(expected & files.keys()):
        found = json.loads(files[locale].read_text(encoding="utf-8"))
        if found["lang"] != site.guide.strings[locale].html_lang:
            yield f"labels/{locale}.json is in {found['lang']!r}"
        if set(found["inferred"]) != {key for key in table if table[key].inferred(locale)}:
            yield f"labels/{locale}.json calls other labels inferred than facts/ do"
        for key in table:
            if found["labels"].get(key) != table[key].words[locale]:
                yield f"labels/{locale}.json: {key} is {found['labels'].get(key)!r}"
        for key in sorted(messages.keys() - found["messages"].keys()):
            yield f"labels/{locale}.json lacks the message {key}"


def kept(site: Site) -> Iterator[str]:
    """They are kept for when there is no network, for readers of every edition."""
    paths = [path.relative_to(site.folder) for path in site.folder.glob("assets/*/labels/*")]
    for locale in site.locales:
        listed = dict(site.json_file(f"offline/{locale}.json")["files"])
        for path in sorted(map(str, paths)):
            if path not in listed:
                yield f"offline/{locale}.json lacks {path!r}"


CHECKS = [at_hand, kept]
