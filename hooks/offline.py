"""Writes offline/<language>.json, from which docs/worker.js keeps a language."""

from pathlib import Path

from guide.offline.kept_files import needed_files, write_lists
from guide.steps.step_page import FOLDER
from mkdocs.plugins import event_priority


# After everything else is written, before staging (-200).
@event_priority(-190)
def on_post_build(config):
    i18n = config.plugins["i18n"]
    if i18n.building:
        return
    guide = config.extra["guide"]
    site = Path(config.site_dir)
    steps = [FOLDER, *(f"{FOLDER}{step.code}/" for step in guide.steps.steps)]
    messages = [f"{FOLDER}{step.code}/messages.json" for step in guide.steps.active()]
    lists, notices = {}, {}
    for locale in guide.locales:
        home = "" if locale == i18n.default_language else f"{locale}/"
        slugs = list(dict.fromkeys(["index", "settings", *guide.pages.present()]))
        pages = [home if slug == "index" else f"{home}{slug}/" for slug in slugs]
        moved = [f"{home}{slug}/" for slug in guide.pages.moved()]
        search = sorted(path.relative_to(site) for path in (site / home / "search").iterdir())
        parts = needed_files(site, pages)
        lists[locale] = [
            *pages,
            # The support desk's big file comes last; the worker does not keep itself.
            *(part for part in parts if part not in ("steps.json", "worker.js")),
            *map(str, search),
            "settings.json",
            *moved,
            *steps,
            *messages,
            "steps.json",
        ]
        strings = guide.strings[locale]
        notices[locale] = {"lang": strings.html_lang, "notice": strings.ui["offline_copy"]}
    write_lists(site / "offline", site, lists, notices)
