"""manifest.webmanifest: what a phone needs to put the guide on its home screen."""

import json
from urllib.parse import urlsplit

from guide.build import Build
from guide.page.css import tokens
from guide.project import Guide


def manifest(guide: Guide, locale: str, address: str, folder: str) -> dict:
    """The web app manifest of a language.

    Args:
        address: of the language's first page, as a reader has it.
        folder: the language's folder in the site, e.g. ``en/``; addresses are relative to it.
    """
    strings = guide.strings[locale]
    root = "../" if folder else "./"
    colour = tokens(guide.root).light["--md-primary-fg-color"]
    icons = (("icon-192", "192x192", "any"), ("icon-512", "512x512", "any"))
    return {
        # Browsers read it from the top of the host, where other sites may be as well.
        "id": urlsplit(address).path,
        "name": strings.site_name,
        "short_name": strings.ui["home_screen"],
        "description": strings.site_description,
        "lang": strings.html_lang,
        "dir": "ltr",
        "start_url": "./",
        "scope": root,
        # Keeps the way back; on an iPhone it opens in Safari, which has the saved copy.
        "display": "minimal-ui",
        "theme_color": colour,
        "background_color": colour,
        "icons": [
            {"src": f"{root}assets/images/{name}.png", "sizes": sizes, "type": "image/png"}
            | {"purpose": purpose}
            for name, sizes, purpose in (*icons, ("icon-maskable", "512x512", "maskable"))
        ],
    }


def write_manifests(build: Build) -> None:
    """Writes manifest.webmanifest into the folder of each language."""
    for locale in build.guide.locales:
        home = build.addresses.home(locale)
        found = manifest(build.guide, locale, build.addresses.absolute(home), home)
        text = json.dumps(found, ensure_ascii=False, indent=2)
        build.write(f"{home}manifest.webmanifest", text + "\n")
