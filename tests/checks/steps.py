"""Every step is whole, has its code everywhere, and warns before it erases something."""

from collections.abc import Iterator

from guide.steps.route_source import FOLDER
from site_reader import Site, anchor_of

# Warnings that must stand on a page, whatever else changes: page or step code, and the warning.
REQUIRED_CAUTIONS = {
    "index": ["never-without-ssl"],
    "causes": ["never-trust-certificate", "never-share-password"],
    "manual-setup": ["never-without-ssl"],
    "ssl-check": ["never-without-ssl", "never-trust-certificate"],
    "still-failing": ["server-first", "never-share-password"],
    "settings": ["never-without-ssl"],
    "errors": ["never-without-ssl", "never-trust-certificate"],
}


def codes(site: Site) -> Iterator[str]:
    """Each step in use stands in every language, at #<code>, with its code and readable anchor."""
    for locale in site.locales:
        shown = {}
        for page in site.of(locale):
            # A route's page shows steps that stand in their chapters.
            for section in () if page.slug.startswith(FOLDER) else page.select("section.step"):
                shown[section["id"]] = (page.slug, section)
        expected = {step.code: step for step in site.guide.steps.active()}
        for code in sorted(expected.keys() ^ shown.keys()):
            yield f"{locale}: step {code} is {'missing' if code in expected else 'unknown'}"
        for code in expected.keys() & shown.keys():
            slug, section = shown[code]
            heading = section.find(["h2", "h3"])
            if slug != expected[code].chapter or heading.get("id") != expected[code].anchor:
                yield f"{locale}/{slug}: step {code} is at #{heading.get('id')}"
            link = heading.select_one("a.step-code")
            if link is None or link["href"] != f"#{code}" or link.get_text() != code:
                yield f"{locale}/{slug}: step {code} does not show its code"


def former(site: Site) -> Iterator[str]:
    """Links to a withdrawn step, by anchor or code, lead to its action in the step after it."""
    steps = site.guide.steps
    for locale in site.locales:
        for step in steps.steps:
            # One that has gone to another chapter leaves only a word on where.
            if not step.successor or steps.chapter_of(step.successor) != step.chapter:
                continue
            page = site.page(locale, step.chapter)
            actions = page.by_id[step.successor].select(":scope > ol > li")
            for place in (step.anchor, step.code):
                if not any(action.select_one(f"[id='{place}']") for action in actions):
                    yield f"{page.name}: #{place} leads to no action of step {step.successor}"


def parts(site: Site) -> Iterator[str]:
    """Each step says what to do, what to see, what to do if not, and what it costs."""
    for page in site.content:
        for section in page.select("section.step"):
            where = f"{page.name}#{section['id']}"
            for selector, name in (
                (":scope > ol > li", "things to do"),
                (":scope > .expect", "what to see"),
                (":scope > .otherwise", "what to do if not"),
                (":scope > .step__cost", "its cost"),
            ):
                found = section.select(selector)
                if not found:
                    # On a route its buttons lead on; a box that did only that is not there.
                    if selector != ":scope > .otherwise" or not section.select(".fix-foot"):
                        yield f"{where}: lacks {name}"
                elif selector.startswith(":scope > .") and len(found) > 1:
                    yield f"{where}: says {name} more than once"


def erasing(site: Site) -> Iterator[str]:
    """What a step erases stands before the first thing to do, and completely."""
    steps = {step.code: step for step in site.guide.steps.active()}
    for page in site.content:
        erases = site.guide.strings[page.locale].erases
        for section in page.select("section.step"):
            step = steps.get(section["id"])
            if step is None or not step.erases:
                continue
            where = f"{page.name}#{step.code}"
            warning = section.select_one(".caution--erases")
            if warning is None:
                yield f"{where}: does not warn of what it erases"
                continue
            for key in step.erases:
                if erases[key] not in warning.get_text():
                    yield f"{where}: does not say that it erases {key}"
            children = section.find_all(True, recursive=False)
            first = next(i for i, child in enumerate(children) if child.name == "ol")
            if children.index(warning) > first:
                yield f"{where}: warns only after the first thing to do"


def cautions(site: Site) -> Iterator[str]:
    """The warnings that protect people stand where they must, in the words of strings.yml."""
    for locale in site.locales:
        words = site.guide.strings[locale].cautions
        for slug, keys in REQUIRED_CAUTIONS.items():
            page = site.page(locale, slug)
            shown = {found["data-caution"]: found for found in page.select("[data-caution]")}
            for key in keys:
                if key not in shown:
                    yield f"{page.name}: the warning {key} is missing"
                elif words[key].title not in shown[key].get_text():
                    yield f"{page.name}: the warning {key} does not say its title"


def errors_listed(site: Site) -> Iterator[str]:
    """Every message of facts/errors.yml stands on the errors page, whole, and leads to a step.

    A box does not repeat what the title says wholly.
    """
    for locale in site.locales:
        page = site.page(locale, "errors")
        for error in site.guide.errors.errors:
            entry = page.sections.get(error.id)
            if entry is None:
                yield f"{page.name}: the message {error.id} is missing"
                continue
            own = site.guide.ios_language(locale)
            for other in [own, *site.guide.strings[locale].companions]:
                strings = site.guide.strings[other]
                quotes = [
                    quote
                    for part in entry
                    for quote in part.select(f'.ios-error > [lang="{strings.html_lang}"]')
                ]
                titles = [entry[0].parent] if other == own else []
                said = "".join(one.get_text() for one in [*titles, *quotes])
                for key in error.all_messages():
                    words = site.guide.message(key, other)
                    fixed = _without_variables(words)
                    if not all(part in said for part in fixed):
                        yield f"{page.name}: {error.id} does not say {words!r}"
                titled = [one for title in titles for one in title.select("h3 [data-message]")]
                if quotes and [one["data-message"] for one in titled] == error.all_messages():
                    yield f"{page.name}: {error.id} says its title twice"
            if not any(part.select("a.step-link") for part in entry):
                yield f"{page.name}: {error.id} leads to no step"


def errors_folded(site: Site) -> Iterator[str]:
    """Titles are the index of messages: each names a closed fold, and nothing else stands between
    them but the groups' headings and warnings. Where iOS does not speak the page's language, what
    the phone shows is in the title's line as well."""
    expected = {error.id: error for error in site.guide.errors.errors}
    for locale in site.locales:
        page, strings = site.page(locale, "errors"), site.guide.strings
        phone = strings[site.guide.ios_language(locale)].html_lang
        folds = page.select_in_article("details.message")
        names = [anchor_of(fold.select_one("summary > h3")) for fold in folds]
        if sorted(names) != sorted(expected):
            yield f"{page.name}: the index lacks {sorted({*expected} - {*names})}"
        for name, fold in zip(names, folds, strict=True):
            if fold.has_attr("open") or fold.select("details, .caution"):
                yield f"{page.name}: {name} stands open, or has a fold or a warning of its group"
            said = [one["data-message"] for one in fold.select("summary > [data-message]")]
            found = expected[name].messages[:1] if name in expected else []
            wanted = found if phone != strings[locale].html_lang else []
            if said != wanted:
                yield f"{page.name}: the line of {name} says {said}, not {wanted}"
        after = folds[0].find_previous("h2").find_next_siblings() if folds else []
        for element in after[: after.index(folds[-1])] if folds else []:
            if not (element.name == "h2" or {"message", "caution"} & {*element.get("class", [])}):
                yield f"{page.name}: a {element.name} stands between the messages"


def _without_variables(message: str) -> list[str]:
    parts = [""]
    for piece in message.replace("}", "{").split("{")[::2]:
        parts.append(piece)
    return [part for part in parts if part]


CHECKS = [codes, former, parts, erasing, cautions, errors_listed, errors_folded]
