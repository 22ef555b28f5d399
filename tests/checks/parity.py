"""Every language carries the same: pages, headings, steps, facts, warnings, links and tables."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from bs4 import PageElement, Tag
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
    return [(h.name, h.get("id")) for h in page.article.select("h1, h2, h3, h4")]


def _is_also(element: PageElement) -> bool:
    """Whether it is the Japanese that stands under another language for the support desk."""
    return any(parent.has_attr("data-also") for parent in element.parents) or (
        isinstance(element, Tag) and element.has_attr("data-also")
    )


def _in_ios(element: PageElement) -> bool:
    """Whether it is inside a menu path or message, which has a part for each phone's language."""
    return any(
        {"ios-path", "ios-error"} & set(parent.get("class", ())) for parent in element.parents
    )


def _shape(parts: list[Tag]) -> list:
    """The blocks of a section in order: what they are, not what they say."""
    shape = []
    for part in parts:
        for element in [part, *part.find_all(True)]:
            if (
                not _is_also(element)
                and not _in_ios(element)
                and element.name
                in (
                    "p",
                    "li",
                    "ol",
                    "ul",
                    "tr",
                    "th",
                    "td",
                    "details",
                    "blockquote",
                    "div",
                )
            ):
                shape.append((element.name, " ".join(element.get("class", []))))
    return shape


def _counted(selector: str, attribute: str) -> Callable[[list[Tag]], Counter]:
    def count(parts: list[Tag]) -> Counter:
        found = [e for part in parts for e in [part, *part.select(selector)] if not _in_ios(e)]
        return Counter(e[attribute] for e in found if e.get(attribute))

    return count


def _links(site: Site, page: Page, parts: list[Tag]) -> Counter:
    """Where links lead, without the language's own folder or, at a step, fragment."""
    found = [a["href"] for part in parts for a in part.select("a[href]")]
    targets = [site.resolve(page, href) for href in found if "://" not in href]
    own = re.compile(rf"^{site.home(page.locale)}|(?<=/)#{page.locale}$")
    return Counter(own.sub("", target) for target in targets)


def _numbers(parts: list[Tag]) -> Counter:
    """Numbers in running text, e.g. minutes and iOS versions; the order may differ."""
    text = " ".join(
        text
        for part in parts
        for text in part.find_all(string=True)
        if not text.find_parent("time")
        and not _in_ios(text)
        and not _is_also(text)
        and not text.find_parent(attrs={"data-link": True})
        and not text.find_parent(attrs={"data-label": True})
    )
    return Counter(_NUMBER.findall(unicodedata.normalize("NFKC", text)))


def _protocols(parts: list[Tag]) -> list[str]:
    """The protocols that running text names at all, in the letters that every language uses."""
    text = " ".join(
        text
        for part in parts
        for text in part.find_all(string=True)
        if not _in_ios(text) and not _is_also(text) and not text.find_parent(_is_name)
    )
    return sorted(set(_PROTOCOL.findall(text)))


def _is_name(element: Tag) -> bool:
    return element.has_attr("data-link") or element.has_attr("data-label")


_COMPARED = {
    "blocks": _shape,
    "facts": _counted("[data-fact]", "data-fact"),
    "iOS labels": _counted("b[data-label]:not([data-also] *)", "data-label"),
    "menu paths": _counted("[data-place]", "data-place"),
    "entries of errors": _counted("[data-error]", "data-error"),
    # A heading may say a message in the page's own words where iOS does not speak its language.
    "messages": _counted("[data-message]:not(:is(h2, h3) *)", "data-message"),
    "warnings": _counted("[data-caution]", "data-caution"),
    "erasures": _counted("[data-erases]", "data-erases"),
    "sentences": _counted("[data-sentence]", "data-sentence"),
    "copy buttons": _counted("button.copy", "data-copy"),
    "outside links": _counted("[data-link]", "data-link"),
    "step links": _counted("[data-to]", "data-to"),
    "numbers": _numbers,
    "protocols": _protocols,
}


@lru_cache(maxsize=10_000)
def _of_source(source: Page, anchor: str, name: str) -> list | Counter:
    """The same for every language, so counted once."""
    return _COMPARED[name](source.sections[anchor])


def sections(site: Site) -> Iterator[str]:
    """Section by section, every language has what the Japanese has."""
    for page in site.content:
        source = site.page(SOURCE, page.slug)
        if page is source:
            continue
        if _headings(page) != _headings(source):
            yield f"{page.name}: headings {_difference(_headings(source), _headings(page))}"
            continue
        for anchor, parts in source.sections.items():
            for name, of in _COMPARED.items():
                ours, theirs = _of_source(source, anchor, name), of(page.sections[anchor])
                if ours != theirs:
                    yield f"{page.name}#{anchor}: {name} {_difference(ours, theirs)}"
            ours = _links(site, source, parts)
            theirs = _links(site, page, page.sections[anchor])
            if ours != theirs:
                yield f"{page.name}#{anchor}: links {_difference(ours, theirs)}"


def _difference(ours, theirs) -> str:
    if isinstance(ours, Counter):
        return f"only in ja: {dict(ours - theirs)}, only here: {dict(theirs - ours)}"
    for index, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if one != other:
            return f"differ at {index}: ja has {one}, here is {other}"
    return f"ja has {len(ours)}, here are {len(theirs)}"


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


CHECKS = [pages, sections, search]
