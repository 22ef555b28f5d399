"""Where to go next stands at the end of each box as the facts say, and nowhere else."""

import re
from collections.abc import Iterator

from bs4 import Tag
from guide.facts.next_steps import ELSE
from site_reader import Page, Site, plain_text

_RESULTS = {"expect": "worked", "otherwise": "failed"}
_STEP = re.compile(r"\.\./\d{4}/#")
# What a box may send to, and its reader comes back: do that once, look that up, keep that first.
ASIDES = {
    "4063": {"4058"},
    "5012": {"6066"},
    "5048": {"6066"},
    "6089": {"6044", "6053", "3046", "errors"},
    "6111": {"6015", "7016"},
    "7091": {"3046", "manual-setup", "1032"},
    "8052": {"errors"},
}


def shown(site: Site) -> Iterator[str]:
    """Each box leads on as the facts say, in the chapters and on the step's own page."""
    for page, step in _steps(site):
        code = step["data-step"]
        for kind, result in _RESULTS.items():
            # That each step has its boxes is for steps.parts to say.
            if not step.select(f":scope > .{kind}"):
                continue
            ways = site.guide.next_steps.next_steps[code].ways(result)
            wanted = list(ways.values())
            if kind == "otherwise" and site.guide.steps.help not in (code, *wanted):
                wanted.append(site.guide.steps.help)
            links = step.select(f":scope > .{kind} > .next-step a")
            if [link["data-to"] for link in links] != wanted:
                found = [link["data-to"] for link in links]
                yield f"{page.name}#{code}: {kind} leads to {found}, not {wanted}"
            said = [plain_text(one) for one in step.select(f":scope > .{kind} > .next-step")]
            for number, (condition, text) in enumerate(zip(ways, said, strict=False)):
                words = _words(site, page, condition, first=not number)
                if text.partition("→")[0].strip() != words:
                    yield f"{page.name}#{code}: {kind} says {text!r}, not {words!r}"


def on_step_pages(site: Site) -> Iterator[str]:
    """/s/<code>/ leads on by the same steps."""
    boxes = ".expect a[href], .otherwise a[href]"
    for code in site.guide.next_steps.next_steps:
        own = site.step_pages[code]
        if not site.looks_at(own.url):
            continue
        for locale in site.locales:
            chapter = site.page(locale, site.guide.steps.chapter_of(code))
            links = chapter.by_id[code].select(boxes)
            wanted = [f"../{one['data-to']}/#{locale}" for one in links if _to(one)]
            section = own.by_id.get(locale)
            found = [one["href"] for one in section.select(boxes) if _STEP.match(one["href"])]
            if found != wanted:
                yield f"/s/{code}/#{locale}: leads to {found}, not {wanted}"


def prose(site: Site) -> Iterator[str]:
    """What a box itself says sends nobody on, but for what they come back from."""
    for page, step in _steps(site):
        code = step["data-step"]
        for link in step.select(":scope > .expect a[href], :scope > .otherwise a[href]"):
            if link.find_parent(class_="next-step") or "://" in link["href"]:
                continue
            to = _to(link) or link["href"].partition("#")[0].rstrip("/").rpartition("/")[2]
            if to not in ASIDES.get(code, ()):
                yield f"{page.name}#{code}: its words lead to {to or link['href']}"


def _steps(site: Site) -> Iterator[tuple[Page, Tag]]:
    for page in site.content:
        if page.slug in site.guide.steps.chapters:
            for step in page.select("section[data-step]"):
                yield page, step


def _words(site: Site, page: Page, condition: str, first: bool) -> str:
    strings = site.guide.strings[page.locale]
    if condition == ELSE:
        return "" if first else strings.ui["next_else"]
    return strings.turns.get(condition) or strings.symptoms[condition]


def _to(link: Tag) -> str | None:
    return link.get("data-to")


CHECKS = [shown, on_step_pages, prose]
