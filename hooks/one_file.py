"""Writes offline/guide-<language>.html, and the manifests for the home screen."""

import json
from pathlib import Path

from guide.edition import edition
from guide.offline.manifest import manifest
from guide.offline.one_file import address, one_file
from guide.paper.book import book_slugs
from guide.problem import Problem
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


# After static-i18n (-100) has built every language, before offline.py (-190).
@event_priority(-170)
def on_post_build(config):
    i18n = config.plugins["i18n"]
    if i18n.building:
        return
    guide = config.extra["guide"]
    site = Path(config.site_dir)
    of = edition(guide.root)
    for locale in guide.locales:
        folder = "" if locale == i18n.default_language else f"{locale}/"
        pages = [config.extra["web_pages"][locale][slug] for slug in book_slugs(guide)]
        html = one_file(guide, locale, pages, config.site_url, config.site_url + folder, of)
        if furigana := config.extra["furigana"].get(locale):
            try:
                html = furigana.add(html)
            except Problem as problem:
                raise PluginError(str(problem)) from None
        target = site / address(locale)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, encoding="utf-8")
        text = json.dumps(manifest(guide, locale, folder), ensure_ascii=False, indent=2)
        (site / folder / "manifest.webmanifest").write_text(text + "\n", encoding="utf-8")
