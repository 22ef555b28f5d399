"""Every language carries the same: pages, headings, steps, facts, warnings, links and tables."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bs4 import Tag
from guide.steps.route_source import route_slug
from site_reader import SOURCE, Page, Site

_NUMBER = re.compile(r"\d+")
_PROTOCOL = re.compile(r"STARTTLS|TLS|SSL|IMAP|SMTP|POP|VPN|DNS|MD5|OAuth")


def pages(site: Site) -> Iterator[str]:
    """The languages have the same pages."""
    slugs = {locale: {page.slug for page in site.of(locale)} for locale in site.locales}
    for locale in site.locales:
        for slug in slugs[SOURCE] ^ slugs[locale]:
            yield f"{locale}: {slug} is not in both languages"
        routes = {route_slug(route.id) for route in site.guide.routes.routes}
        for slug in slugs[SOURCE] - set(site.guide.slugs) - routes - {"404"}:
            yield f"{SOURCE}: {slug} has no source"


def _headings(page: Page) -> list:
    return [(h.name, h.get("id")) for h in page.select_in_article("h1, h2, h3, h4")]


_BLOCKS = {*("p", "li", "ol", "ul", "tr", "th", "td", "details", "blockquote", "div")}
# What is compared by the value of an attribute, wherever it stands.
_ATTRIBUTES = {
    "data-fact": "facts",
    "data-place": "menu paths",
    "data-caution": "warnings",
    "data-erases": "erasures",
    "data-sentence": "sentences",
    "data-link": "outside links",
    "data-to": "step links",
}


class _Inside(NamedTuple):
    """What an element or a text stands in.

    Attributes:
        ios: a menu path or message, which has a part for each phone's language, or a drawn screen,
            whose every row is checked by drawings.py.
        also: the Japanese that stands under another language for the support desk.
        name: a label or a link, whose words are a name.
        time: a date.
        heading: a heading of a step or a message.
    """

    ios: bool = False
    also: bool = False
    name: bool = False
    time: bool = False
    heading: bool = False

    def and_in(self, element: Tag) -> "_Inside":
        attrs = element.attrs
        return _Inside(
            self.ios
            or not {"ios-path", "ios-error", "ios-screen"}.isdisjoint(attrs.get("class", ())),
            self.also or "data-also" in attrs,
            self.name or "data-link" in attrs or "data-label" in attrs,
            self.time or element.name == "time",
            self.heading or element.name in ("h2", "h3"),
        )


def _inventory(parts: list[Tag]) -> dict[str, list | Counter]:
    """What a section holds, by what it is called: the same in every language.

    Blocks in order, by what they are; of the rest how often, since the order may differ. Numbers
    and protocols are those of running text, in the letters that every language uses.
    """
    found = {name: Counter() for name in [*_ATTRIBUTES.values(), "iOS labels", "messages"]}
    found["copy buttons"] = Counter()
    blocks, words, all_words = [], [], []

    def element_at(element: Tag, inside: _Inside) -> None:
        attrs = element.attrs
        if element.name in _BLOCKS and not inside.also and "data-also" not in attrs:
            blocks.append((element.name, " ".join(attrs.get("class", []))))
        for attribute, name in _ATTRIBUTES.items():
            if attrs.get(attribute):
                found[name][attrs[attribute]] += 1
        if element.name == "b" and attrs.get("data-label") and not inside.also:
            found["iOS labels"][attrs["data-label"]] += 1
        # There a message may be said in the page's own words where iOS does not speak its language.
        if attrs.get("data-message") and not inside.heading:
            found["messages"][attrs["data-message"]] += 1
        if element.name == "button" and attrs.get("data-copy") and "copy" in attrs.get("class", ()):
            found["copy buttons"][attrs["data-copy"]] += 1

    def walk(element: Tag, inside: _Inside) -> None:
        if inside.ios:
            return
        element_at(element, inside)
        inside = inside.and_in(element)
        for child in element.contents:
            if isinstance(child, Tag):
                walk(child, inside)
            elif not (inside.ios or inside.also or inside.name):
                all_words.append(child)
                if not inside.time:
                    words.append(child)

    for part in parts:
        walk(part, _Inside())
    numbers = _NUMBER.findall(unicodedata.normalize("NFKC", " ".join(words)))
    protocols = sorted(set(_PROTOCOL.findall(" ".join(all_words))))
    return {"blocks": blocks, **found, "numbers": Counter(numbers), "protocols": protocols}


def _links(page: Page, parts: list[Tag]) -> Counter:
    """Where links lead, without the language's own folder or, at a step, fragment."""
    links = [a for part in parts for a in part.find_all("a", href=True)]
    targets = [page.resolve(a["href"]) for a in links if "://" not in a["href"]]
    home = "" if page.locale == SOURCE else f"{page.locale}/"
    own = re.compile(rf"^{home}|(?<=/)#{page.locale}$")
    return Counter(own.sub("", target) for target in targets)


# Not without a bound: the planted errors are looked for in hundreds of sites, one after another.
@lru_cache(maxsize=1000)
def _sections(page: Page) -> dict[str, dict[str, list | Counter]]:
    """What each section of a page holds."""
    return {
        anchor: {**_inventory(parts), "links": _links(page, parts)}
        for anchor, parts in page.sections.items()
    }


def sections(site: Site) -> Iterator[str]:
    """Section by section, every language has what the Japanese has."""
    for page in site.content:
        source = site.page(SOURCE, page.slug)
        if page is source:
            continue
        if _headings(page) != _headings(source):
            yield f"{page.name}: headings {_difference(_headings(source), _headings(page))}"
            continue
        theirs = _sections(page)
        for anchor, ours in _sections(source).items():
            for name, one in ours.items():
                other = theirs[anchor][name]
                if one != other:
                    yield f"{page.name}#{anchor}: {name} {_difference(one, other)}"


def _difference(ours, theirs) -> str:
    if isinstance(ours, Counter):
        return f"only in ja: {dict(ours - theirs)}, only here: {dict(theirs - ours)}"
    for index, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if one != other:
            return f"differ at {index}: ja has {one}, here is {other}"
    return f"ja has {len(ours)}, here are {len(theirs)}"


def frame(site: Site) -> Iterator[str]:
    """What a page hides of its frame (`hide:`), it hides in every language."""
    for page in site.content:
        source = site.page(SOURCE, page.slug)
        if (one := _frame(source)) != (other := _frame(page)):
            yield f"{page.name}: {one ^ other} of the frame is not in both languages"


@lru_cache(maxsize=1000)
def _frame(page: Page) -> frozenset[str]:
    parts = (".menu", ".menu ul ul", ".onward__previous", ".onward__next")
    return frozenset(part for part in parts if page.soup.select_one(part))


def search(site: Site) -> Iterator[str]:
    """The search indexes cover the same places, every step among them, and name the same facts."""
    facts = sorted(set(site.guide.facts.values()), key=len, reverse=True)
    found = {}
    for locale in site.locales:
        index = site.search_index(locale)
        found[locale] = {
            (index["pages"][page][0], anchor, code): Counter(
                fact for fact in facts if fact in text and fact.isascii()
            )
            for page, anchor, _, code, text, *_ in index["sections"]
        }
    codes = [code for _, _, code in found[SOURCE] if code]
    if sorted(codes) != sorted(step.code for step in site.guide.steps.active()):
        yield "ja search index: not every step once"
    for locale in site.locales:
        for place in found[SOURCE].keys() ^ found[locale].keys():
            yield f"{locale} search index: {place} is not in both languages"
        for place in found[SOURCE].keys() & found[locale].keys():
            ours, theirs = found[SOURCE][place], found[locale][place]
            if ours != theirs:
                yield f"{locale} search index: {place} {_difference(ours, theirs)}"


CHECKS = [pages, sections, frame, search]
