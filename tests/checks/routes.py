"""fix/<route>/ leads as facts/routes.yml says: from each result on, and at the end to a human."""

from collections.abc import Iterator
from functools import cache

from bs4 import Tag
from guide.facts.routes import ELSEWHERE, Route
from guide.steps.route_source import route_codes, route_slug, way_of_turn, way_to_help
from site_reader import Page, Site, anchor_of, plain_text

# What a step has on a route's page beside its chapter's words, and the other way round.
OURS = (
    ".fix-head, .fix-test, .fix-foot, .step-foot, .ios-path__ask, .reasons > summary,"
    ".drawn > summary, .ios-path__version > summary, .tabbed-labels"
)


def pages(site: Site) -> Iterator[str]:
    """Every language has a page for every route, with its steps in their order, word for word."""

    @cache
    def in_its_chapter(locale: str, code: str) -> str:
        return _words(site.page(locale, site.guide.steps.chapter_of(code)).by_id[code])

    for locale, route, page in _routes(site):
        shown = [section.get("id") for section in page.article.find_all("section", recursive=False)]
        if shown != [*route_codes(site.guide, route), None] or "fixed" not in page.by_id:
            yield f"{page.name}: its steps are {shown}"
            continue
        for code in route_codes(site.guide, route):
            if _words(page.by_id[code]) != in_its_chapter(locale, code):
                yield f"{page.name}#{code}: not the words of its chapter"


def results(site: Site) -> Iterator[str]:
    """Each step leads on, whatever it shows, and help is one tap away from each."""
    for _, route, page in _routes(site):
        codes = route_codes(site.guide, route)
        help = way_to_help(site.guide)
        nexts = [*(f"#{code}" for code in codes[1:]), help if route.steps else None]
        for code, after in zip(codes, nexts, strict=True):
            foot = page.by_id[code].select_one(".fix-foot")
            links = {link["href"] for link in foot.select("a")}
            if after is None:
                wanted = {"../../report/", "../../"}
            else:
                wanted = {after, help}
                could_not = foot.select_one('[data-result="3"]')["href"]
                if could_not != (help if route.stops_at(code) else after):
                    yield f"{page.name}#{code}: could not do it leads to {could_not}"
                wanted |= {
                    way_of_turn(site.guide, route, code, target)
                    for target in route.turns.get(code, {}).values()
                    if target != ELSEWHERE
                }
                if foot.select_one('[data-result="1"]'):
                    wanted.add("#fixed")
            back = page.soup.find("section", id=code).select_one(".fix-back")["href"]
            if back != (f"#{codes[codes.index(code) - 1]}" if code != codes[0] else "../../"):
                yield f"{page.name}#{code}: back leads to {back}"
            if links != wanted:
                yield f"{page.name}#{code}: leads to {sorted(links)}, not {sorted(wanted)}"


def asides(site: Site) -> Iterator[str]:
    """Who cannot go on by a route has the chapter's way out, as a link in the box of failures."""
    for _, route, page in _routes(site):
        near = {*route.steps, site.guide.steps.help}
        for code in route_codes(site.guide, route):
            ways = site.guide.next_steps.next_steps[code].ways("failed").values()
            wanted = [to for to in ways if code in site.guide.routes.asides and to not in near]
            links = page.by_id[code].select(".next-step a")
            found = [
                link["data-to"]
                for link in links
                if link.find_parent(class_="otherwise") and link["href"].startswith("../../")
            ]
            if found != wanted or len(links) != len(wanted):
                yield f"{page.name}#{code}: its ways out lead to {found}, not {wanted}"


def buttons(site: Site) -> Iterator[str]:
    """The large button that says fixed leads to the end, the other one to the next step."""
    for locale, _, page in _routes(site):
        ui = site.guide.strings[locale].ui
        for foot in page.select(".fix-foot:has([data-result='1'])"):
            said = [
                (plain_text(link), link["href"]) for link in foot.select(".fix-foot__results a")
            ]
            words = [words for words, _ in said]
            if words != [ui["fix_helped"], ui["fix_not"]] or said[0][1] != "#fixed":
                yield f"{page.name}#{foot['data-code']}: the buttons are {said}"
            if said[1][1] == "#fixed":
                yield f"{page.name}#{foot['data-code']}: not fixed leads to the end"


def warnings(site: Site) -> Iterator[str]:
    """What warns, and the actions themselves, are in no fold."""
    open_ = ".caution, strong, ol:not(.ios-path__steps)"
    for page in site.content:
        for fold in page.select("details:is(.reasons, .otherwise)"):
            for element in fold.select(open_):
                code = fold.find_parent("section")["id"]
                yield f"{page.name}#{code}: folded: {plain_text(element)[:40]}"


def messages(site: Site) -> Iterator[str]:
    """Each message of iOS ends with the way to its route; only other phones' words follow."""
    for locale in site.locales:
        page = site.page(locale, "errors")
        found = {}
        for link in page.select(".to-route a"):
            fold = link.find_parent("details")
            after = [one.get("class") for one in link.parent.find_next_siblings()]
            found.setdefault(anchor_of(fold.select_one("summary > h3")), []).append(
                (plain_text(link), link["href"], after)
            )
        words = site.guide.strings[locale].ui["to_route"]
        for error in site.guide.errors.errors:
            (said, url, after), *more = found.get(error.id) or [("", "", [])]
            if (said, url, more) != (words, f"../{route_slug(error.route)}/", []):
                yield f"{page.name}#{error.id}: leads to {found.get(error.id)}"
            elif after != [["ios-error", "ios-error__other"]]:
                yield f"{page.name}#{error.id}: the way to its route stands before {after}"


def _routes(site: Site) -> Iterator[tuple[str, Route, Page]]:
    for locale in site.locales:
        for route in site.guide.routes.routes:
            page = site.page(locale, route_slug(route.id))
            if site.looks_at(page.url):
                yield locale, route, page


def _words(section: Tag) -> str:
    """A step's words without what differs: its foot, the way on, a box that holds nothing else."""
    ways_on = ".next-step, .admonition:not(:has(> :not(.admonition-title, .next-step)))"
    left_out = {
        id(text)
        for inner in section.select(f"{OURS}, {ways_on}")
        for text in inner.find_all(string=True)
    }
    # Screens that are drawn stand elsewhere on a route.
    drawn = [t for figure in section.select("figure") for t in figure.find_all(string=True)]
    left_out |= {id(text) for text in drawn}
    words = [t for t in section.find_all(string=True) if id(t) not in left_out]
    return "".join("".join([*words, *drawn]).split())


CHECKS = [pages, results, asides, buttons, warnings, messages]
