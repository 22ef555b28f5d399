"""What a phone in another language than the page's shows, for docs/assets/js/phone_labels.js.

A reader chooses the phone's language once. Only then a browser asks for ``labels/<language>.json``
in the folder of scripts, and says the labels and messages of a page by it.
"""

import json

from guide.page.render import VARIABLES
from guide.project import Guide
from guide.words.line_breaks import join


def phones(guide: Guide) -> list[str]:
    """The languages that a phone may speak, of those that are built."""
    return [locale for locale in guide.locales if not guide.strings[locale].ios_from]


def phone_labels(guide: Guide) -> dict[str, str]:
    """One file for each language of a phone, by locale, as JSON.

    ``lang`` is its tag for ``lang``, ``order`` names a list of what to tap, ``labels`` and
    ``messages`` are words by key, ``inferred`` the labels that no source has in this language;
    ``errors`` are the keys of dialogs' titles by their anchors.
    """
    return {locale: _json(_phone(guide, locale)) for locale in phones(guide)}


def choice_script(guide: Guide) -> str:
    """What docs/assets/js/site/phone.js offers, as a line of script before it.

    ``PHONES.names`` is what each language of a phone calls itself; ``PHONES.pages`` has by edition
    the words of the page (``choose``, ``also``, ``inferred``) and its readers' phone so far:
    ``phone`` is its language and ``lang`` the tag of its labels.
    """
    pages = {}
    for locale in guide.locales:
        strings = guide.strings[locale]
        phone = guide.ios_language(locale)
        words = {
            "choose": strings.ui["phone_language"],
            "also": strings.ui["label_also"],
            "inferred": strings.ui["inferred"],
        }
        pages[locale] = {key: join(text, strings.html_lang) for key, text in words.items()}
        pages[locale] |= {"phone": phone, "lang": guide.strings[phone].html_lang}
    names = {locale: guide.names[locale] for locale in phones(guide)}
    return f"const PHONES = {_json({'names': names, 'pages': pages})};\n"


def _phone(guide: Guide, locale: str) -> dict:
    ui = guide.strings[locale].ui
    variables = {name: f"[{ui[f'variable_{name}']}]" for name in VARIABLES}
    return {
        "lang": guide.strings[locale].html_lang,
        "order": ui["tap_order"],
        "labels": {key: found.words[locale] for key, found in guide.labels.labels.items()},
        "inferred": [key for key, found in guide.labels.labels.items() if found.inferred(locale)],
        "errors": {error.id: error.messages[0] for error in guide.errors.errors},
        "messages": {
            key: found.words[locale].format(**variables)
            for key, found in guide.messages.messages.items()
        },
    }


def _json(data: dict) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
