"""/s/<code>/ is there for every code ever issued, small, alone, and in every language."""

import gzip
from collections.abc import Iterator

from site_reader import Site

LIMIT = 14 * 1024
# The list holds every title in every language.
LIST_LIMIT = 32 * 1024


def all_codes(site: Site) -> Iterator[str]:
    """Every code ever issued has its file, a withdrawn one with its successor's step."""
    issued = {step.code for step in site.guide.steps.steps}
    for code in sorted(issued ^ (site.step_pages.keys() - {""})):
        yield f"/s/{code}/ is {'missing' if code in issued else 'for no step'}"
    if "" not in site.step_pages:
        yield "/s/ is missing"
        return
    listed = {a["href"] for a in site.step_pages[""].soup.select("main a")}
    expected = {
        f"{step.code}/#{locale}" for step in site.guide.steps.active() for locale in site.locales
    }
    for href in sorted(listed ^ expected):
        yield f"/s/: {href} is {'not listed' if href in expected else 'no step in use'}"


def every_language(site: Site) -> Iterator[str]:
    """Each holds the step in every language, with the facts of the chapter's page."""
    for step in site.guide.steps.steps:
        page = site.step_pages.get(step.code)
        if page is None or not site.looks_at(page.url):
            continue
        shown = step.successor or step.code
        chapter = site.guide.steps.chapter_of(shown)
        for locale in site.locales:
            section = page.soup.select_one(f"main > section[id='{locale}']")
            lang = site.guide.strings[locale].html_lang
            if section is None or section.get("lang") != lang:
                yield f"/s/{step.code}/ lacks {locale}"
                continue
            original = site.page(locale, chapter).soup.select_one(f"section[id='{shown}']")
            for selector in ("[data-fact]", "ol > li", ".expect", ".otherwise", "[data-caution]"):
                ours = [_letters(e) for e in original.select(selector) if _kept(e)]
                theirs = [_letters(e) for e in section.select(selector)]
                if selector == "ol > li" or selector in (".expect", ".otherwise"):
                    ours, theirs = len(ours), len(theirs)
                if ours != theirs:
                    yield f"/s/{step.code}/#{locale}: {selector} is {theirs}, not {ours}"
            if step.erases and not section.select_one(".caution--erases"):
                yield f"/s/{step.code}/#{locale} does not say what it erases"
            if step.successor and step.successor not in section.select_one(".caution").get_text():
                yield f"/s/{step.code}/#{locale} does not say that it has moved"


def _letters(element) -> str:
    return "".join(element.get_text().split())


def _kept(element) -> bool:
    # What else may be seen is in a fold in its chapter, and open here.
    return element.find_parent(lambda e: e.name == "figure" or _is_fold(e)) is None


def _is_fold(element) -> bool:
    return element.name == "details" and "otherwise" not in element.get("class", [])


def links_name_their_step(site: Site) -> Iterator[str]:
    """A link to a step says the code of the step that it leads to, in its own language."""
    for code, page in site.step_pages.items():
        for section in page.select("main > section") if code and site.looks_at(page.url) else ():
            for number in section.select("a > b"):
                expected = f"../{number.get_text()}/#{section['id']}"
                if number.parent["href"] != expected:
                    yield f"/s/{code}/: {number.parent['href']} instead of {expected}"


def small_and_alone(site: Site) -> Iterator[str]:
    """At most 14 KB as transferred, one request, readable without JavaScript."""
    for code, page in site.step_pages.items():
        if not site.looks_at(page.url):
            continue
        size = len(gzip.compress(page.html.encode()))
        limit = LIMIT if code else LIST_LIMIT
        if size > limit:
            yield f"/s/{code}/ has {size} bytes as transferred, at most {limit} are allowed"
        for element in page.select("[src], link[rel=stylesheet], link[href^='http']"):
            yield f"/s/{code}/ asks for {element.get('src') or element.get('href')}"
        if page.select("main > section[hidden]"):
            yield f"/s/{code}/ hides a language without JavaScript"


CHECKS = [all_codes, every_language, links_name_their_step, small_and_alone]
