"""Writes the search index of each language, from the pages as they are shown."""

import json
from collections import defaultdict
from pathlib import Path

from guide.problem import Problem
from guide.search.search_index import FILE, search_index, sections
from guide.search.search_words import read
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


# After content.py has put the page together.
@event_priority(-50)
def on_page_content(html, page, config, files):
    collected = config.extra.setdefault("search_sections", defaultdict(dict))
    locale = page.file.locale
    home = "" if locale == config.plugins["i18n"].default_language else f"{locale}/"
    url = "" if page.url == "./" else page.url.removeprefix(home)
    collected[locale][url] = (page.title, sections(html, url))
    return html


# After static-i18n (-100) has built every language, before staging (-200).
@event_priority(-150)
def on_post_build(config):
    i18n = config.plugins["i18n"]
    if i18n.building:
        return
    guide = config.extra["guide"]
    for locale, pages in config.extra["search_sections"].items():
        titles = {url: title for url, (title, _) in pages.items()}
        found = [section for _, part in pages.values() for section in part]
        try:
            index = search_index(guide, locale, titles, found, read(guide.root, locale))
        except Problem as problem:
            raise PluginError(str(problem)) from None
        folder = "" if locale == i18n.default_language else locale
        path = Path(config.site_dir, folder, FILE)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        path.write_text(text + "\n", encoding="utf-8")
