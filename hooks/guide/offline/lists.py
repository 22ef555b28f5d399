"""Writes offline/<language>.json, from which docs/worker.js keeps a language."""

from guide.addresses import OFFLINE, STEPS, step_folder
from guide.build import Build
from guide.hosting.asset_folder import LABELS
from guide.offline.kept_files import needed_files, write_lists
from guide.steps.route_source import route_slug


def write_offline_lists(build: Build) -> None:
    """Lists what each language needs without a network, what is needed first at the front."""
    guide, site, addresses = build.guide, build.site, build.addresses
    steps = [STEPS, *(step_folder(step.code) for step in guide.steps.steps)]
    tickets = [f"{step_folder(step.code)}messages.json" for step in guide.steps.active()]
    lists, notices = {}, {}
    for locale in guide.locales:
        slugs = list(dict.fromkeys(["index", "settings", *guide.pages.present()]))
        routes = [route_slug(route.id) for route in guide.routes.routes]
        pages = [addresses.page(locale, slug) for slug in (*slugs, *routes)]
        moved = [addresses.page(locale, slug) for slug in guide.pages.moved()]
        folder = site / addresses.home(locale) / "search"
        search = sorted(path.relative_to(site) for path in folder.iterdir())
        parts = needed_files(site, pages)
        labels = sorted((site / build.asset_folder / LABELS).iterdir())
        lists[locale] = [
            *pages,
            # The support desk's big file comes last; the worker does not keep itself.
            *(part for part in parts if part not in ("steps.json", "worker.js")),
            *map(str, search),
            *(str(path.relative_to(site)) for path in labels),
            "settings.json",
            *moved,
            *steps,
            *tickets,
            "steps.json",
        ]
        strings = guide.strings[locale]
        notices[locale] = {"lang": strings.html_lang, "notice": strings.ui["offline_copy"]}
    write_lists(site / OFFLINE, site, lists, notices)
