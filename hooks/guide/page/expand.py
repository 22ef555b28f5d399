"""From a page as it is written to Markdown: facts, labels, links and blocks put in.

A page says ``{{ fact("imap.port") }}``; PAGE_FUNCTIONS below are all that it may say.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from guide.facts.published import DATA_FILES
from guide.page import render
from guide.page.boxes import KINDS
from guide.page.calls import expand_calls
from guide.page.harmless import check_harmless
from guide.page.next_steps import with_next_steps
from guide.problem import Problem
from guide.project import Guide
from guide.steps.route_source import route_codes, route_of, route_slug, route_source
from guide.words.quotes import within_quotes
from guide.words.text_file import read_text

# Markdown passes these through untouched; markdown.py puts the HTML in their place.
BLOCK = "\u27eablock {}\u27eb"
# What says that a version of iOS can be chosen: once on a page, at the first path with tabs.
TABS = 'class="tabbed-labels"'

_ADMONITION = re.compile(
    r'^(?P<head> *(?P<mark>!!!|\?\?\?\+?) +(?P<kind>[\w-]+))(?P<title> +"[^"\n]+")? *$',
    re.MULTILINE,
)
# A list item that begins with a link to a step begins a sentence.
_STEP_FIRST = re.compile(
    r'^( *(?:-|\d+\.) +\[)(\w)(?=[^\]]*<span class="step-code">)', re.MULTILINE
)
_STEP_HEADING = re.compile(r'^#+ .*\bdata-step="(?P<code>\d+)".*$', re.MULTILINE)
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r"^(# .+)$", re.MULTILINE)


@dataclass
class Page:
    """One page while it is expanded: whose it is, and the HTML blocks that it has asked for.

    ``to_root`` leads from the page to the site's first folder, e.g. ``../../``; ``report_url`` is
    where mistakes are reported, if such a place is set; ``labels_alone`` leaves the other
    languages out of iOS labels; ``drawings`` says whether it has drawn a screen; ``former`` are
    the codes of the withdrawn steps whose anchors it holds.
    """

    guide: Guide
    locale: str
    slug: str
    to_root: str = ""
    report_url: str = ""
    labels_alone: bool = False
    blocks: list[str] = field(default_factory=list)
    drawings: bool = False
    former: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"docs/{self.locale}/{self.slug}.md"

    def block(self, html: str) -> str:
        self.blocks.append(html)
        return BLOCK.format(len(self.blocks) - 1)


@dataclass(frozen=True)
class Expanded:
    """A page's Markdown, the page, which has the HTML for the marks in it, and its source."""

    markdown: str
    page: Page
    source: str


def expand(markdown: str, page: Page) -> str:
    """Puts facts, labels, links and blocks into a page's Markdown.

    Args:
        markdown: the page as it is written, front matter included.
        page: collects the HTML of block functions; the Markdown holds a mark for each.

    Returns:
        The page without its front matter, ready for Markdown.

    Raises:
        Problem: an undefined name, an unknown key, an unknown kind of box, no place for a withdrawn
            step of this chapter; names file and line.
    """
    name = page.name
    front_matter = _FRONT_MATTER.match(markdown)
    if not front_matter or "\ndescription: " not in front_matter[0]:
        raise Problem(
            f"{name}:1", "this page lacks its description", "Begin with ---, description: …, ---"
        )
    text = _with_calls(markdown, page, name)
    # A route's page is made of chapters, which are looked at themselves.
    route = route_of(page.guide, page.slug)
    if not route:
        check_harmless(markdown, name, frozenset(PAGE_FUNCTIONS))
        _check_former_steps(page)
    text = with_next_steps(text, page.guide, page.locale, partial(_step_or_words, page), route)
    text = _STEP_FIRST.sub(lambda match: match[1] + match[2].upper(), text)
    text = _STEP_HEADING.sub(lambda match: _with_help(match, page), text)
    text = _ADMONITION.sub(lambda match: _titled(match, page, name), text)
    text = text[_FRONT_MATTER.match(text).end() :]
    # The same anchor in every language; Markdown would make one out of the title.
    return _TITLE.sub(r"\1 { #top }", text, count=1)


def expand_all(
    guide: Guide, root_locale: str, report_url: str = "", locales: Iterable[str] | None = None
) -> dict[tuple[str, str], Expanded]:
    """Expands every page of every language, so that a mistake in any stops the build at once.

    Args:
        guide: the checked facts and words.
        root_locale: the language whose pages have no folder of their own in the site.
        report_url: where mistakes are reported.
        locales: only these languages.

    Returns:
        By locale and slug.
    """
    expanded = {}
    for locale in guide.locales if locales is None else locales:
        texts = {
            slug: read_text(guide.root / f"docs/{locale}/{slug}.md", guide.root)
            for slug in guide.slugs
        }
        for slug, text in texts.items():
            depth = (slug != "index") + (locale != root_locale)
            page = Page(guide, locale, slug, "../" * depth, report_url)
            expanded[locale, slug] = Expanded(expand(text, page), page, text)
        for route in guide.routes.routes:
            slug = route_slug(route.id)
            depth = 2 + (locale != root_locale)
            page = Page(guide, locale, slug, "../" * depth, report_url)
            text = route_source(guide, locale, route, texts)
            expanded[locale, slug] = Expanded(expand(text, page), page, text)
    return expanded


def expand_inline(
    text: str, guide: Guide, locale: str, name: str, labels_alone: bool = False
) -> str:
    """The same for a text that stands in strings.yml or in a heading: no blocks."""
    if "{{" not in text:
        return text
    return _with_calls(text, Page(guide, locale, "", labels_alone=labels_alone), name)


def _check_former_steps(page: Page) -> None:
    """Sees that each withdrawn step of a chapter has its place there: old links lead to it."""
    for step in page.guide.steps.steps:
        if step.successor and step.chapter == page.slug and page.former.count(step.code) != 1:
            raise Problem(
                page.name,
                f"the withdrawn step {step.code} (#{step.anchor}) has"
                f" {page.former.count(step.code)} places here",
                f'Write {{{{ former_step("{step.code}") }}}} once, before the action that does it',
            )


def _with_calls(text: str, page: Page, name: str) -> str:
    functions = {name: partial(function, page) for name, function in PAGE_FUNCTIONS.items()}
    return expand_calls(text, functions, name)


def _titled(match: re.Match, page: Page, name: str) -> str:
    """`!!! expect` gets its heading from strings.yml, so that nobody types it again.

    Material's kinds have one of the page, since their own would be English.
    """
    titles = page.guide.strings[page.locale].blocks
    if match["kind"] in titles and match["mark"] == "!!!" and not match["title"]:
        return f'{match["head"]} "{titles[match["kind"]]}"'
    if match["kind"] in KINDS and match["title"]:
        return match[0]
    line = match.string.count("\n", 0, match.start()) + 1
    raise Problem(
        f"{name}:{line}",
        f"{match[0].strip()!r} is no box of this guide",
        f"Write one of: {', '.join('!!! ' + kind for kind in titles)}; or one of Material's,"
        f' with a title: !!! {KINDS[0]} "…" ({", ".join(KINDS)})',
    )


def _with_help(match: re.Match, page: Page) -> str:
    """Before a step erases anything, it says where a human helps."""
    steps = page.guide.steps
    if not any(step.code == match["code"] and step.erases for step in steps.active()):
        return match[0]
    offer = page.guide.strings[page.locale].ui["help_first"].format(step=_step(page, steps.help))
    return f"{match[0]}\n\n{offer}\n{{ .help-first }}"


def _fact(page: Page, key: str, copy: bool = False) -> str:
    """A host, a port or the name of an encryption; with ``copy=True`` a button beside it."""
    return render.fact(page.guide, page.locale, key, copy)


def _label(page: Page, key: str, alone: bool = False) -> str:
    """A label of iOS, in this language and in those that many phones are set to.

    ``alone=True`` leaves those others out, in a heading for example.
    """
    return render.label(page.guide, page.locale, key, alone or page.labels_alone)


def _message(page: Page, key: str) -> str:
    """The words of one iOS message, for a page to quote, or as title of an entry."""
    words = render.message(page.guide, page.locale, key)
    return within_quotes(words, page.guide.strings[page.locale].ui)


def _step(page: Page, code: str, title: bool = True) -> str:
    """A link to a step: its code and its title, or with ``title=False`` the code alone."""
    title = step_title(page.guide, page.locale, code) if title else None
    return render.step_link(page.guide, page.locale, _page_of_step(page, code), code, title)


def _step_or_words(page: Page, code: str, words: str | None = None) -> str:
    """A link to a step by its title, or by other words."""
    if words is None:
        return _step(page, code)
    anchor = page.guide.step_headings[page.locale][code].heading.anchor
    return f'[{words}]({_page_of_step(page, code)}#{anchor}){{ data-to="{code}" }}'


def _page_of_step(page: Page, code: str) -> str:
    """The file that a link to a step leads to; nothing where the step is on this very page."""
    slug = page.guide.step_headings[page.locale][code].slug
    route = route_of(page.guide, page.slug)
    if route:
        if code == page.guide.steps.help and route.steps:
            return f"{page.guide.routes.last_resort().id}.md"
        return "" if code in route_codes(page.guide, route) else f"../{slug}.md"
    return "" if slug == page.slug else f"{slug}.md"


def step_title(guide: Guide, locale: str, code: str) -> str:
    """The title of a step as HTML, with the iOS labels of its own language only."""
    found = guide.step_headings[locale][code]
    return expand_inline(found.heading.text, guide, locale, found.file, labels_alone=True)


def titles(guide: Guide, locale: str) -> dict[str, str]:
    """The titles of all steps as HTML, by code."""
    return {step.code: step_title(guide, locale, step.code) for step in guide.steps.active()}


def _code(page: Page, code: str) -> str:
    """The code of a step, as an example: no link."""
    if code not in page.guide.step_headings[page.locale]:
        raise KeyError(code)
    return render.step_code(code)


def _former_step(page: Page, code: str) -> str:
    """The anchors of a withdrawn step, at the action that does what it said."""
    step = next((step for step in page.guide.steps.steps if step.code == code), None)
    if step is None or not step.successor:
        raise KeyError(code)
    page.former.append(code)
    return render.former_step(step)


def _step_address(page: Page, code: str) -> str:
    """The address of a step that never changes, as an example."""
    if code not in page.guide.step_headings[page.locale]:
        raise KeyError(code)
    return render.step_address(page.to_root, page.locale, code)


def _steps_link(page: Page, text: str) -> str:
    """A link to the list of all steps."""
    return render.steps_link(page.to_root, page.locale, text)


def _data_link(page: Page, name: str) -> str:
    """A link to a file for programs, such as settings.json."""
    if name not in DATA_FILES:
        raise KeyError(name)
    return render.data_link(page.to_root + name, name)


def _report_link(page: Page, text: str) -> str:
    """A link to where mistakes are reported; the bare text where no such place is set."""
    return render.report_link(page.report_url, text)


def _link(page: Page, key: str, text: str | None = None, typed: bool = False) -> str:
    """A link to a page elsewhere, by its key in facts/links.yml; with ``typed`` and its address."""
    return render.link(page.guide, page.locale, key, text, typed)


def _path(page: Page, place: str) -> str:
    """The way to a place in iOS, by iOS version."""
    asks = not any(TABS in block for block in page.blocks)
    name = f"ios-{len(page.blocks)}"
    on_route = route_of(page.guide, page.slug) is not None
    page.drawings |= not on_route
    return page.block(render.path(page.guide, page.locale, place, name, asks, on_route))


def _screen(page: Page, *ids: str, fold: bool = False) -> str:
    """Screens of iOS, drawn with the right values in place.

    ``fold=True`` puts them into a fold on a route's page, where all of a step is to be on one
    screen.
    """
    page.drawings = True
    drawn = "".join(render.screen(page.guide, page.locale, id) for id in ids)
    if fold and route_of(page.guide, page.slug):
        drawn = render.folded_screens(page.guide, page.locale, drawn)
    return page.block(drawn)


def _error(page: Page, id: str) -> str:
    """A message of iOS in full, in this language and the others that phones show."""
    return page.block(render.error(page.guide, page.locale, id))


def _caution(page: Page, key: str) -> str:
    """A warning that several pages give in the same words."""
    return page.block(_caution_html(page.guide, page.locale, key))


def _caution_html(guide: Guide, locale: str, key: str) -> str:
    caution = guide.strings[locale].cautions[key]
    where = f"docs/{locale}/strings.yml: cautions.{key}"
    return render.caution(key, caution, expand_inline(caution.text, guide, locale, where))


def _sentence(page: Page, key: str) -> str:
    """A sentence that has to stand, in the same words, wherever its fact stands."""
    return render.sentence(page.guide, page.locale, key)


def _erasing_steps(page: Page) -> str:
    """A list of every step that erases something."""
    erasing = [step.code for step in page.guide.steps.active() if step.erases]
    return "\n".join(f"- {_step(page, code)}" for code in erasing)


def _route_overview(page: Page, id: str) -> str:
    """Every step of a route, to see where one is and to go back."""
    route = page.guide.routes.by_id()[id]
    return page.block(
        render.route_overview(page.guide, page.locale, route, titles(page.guide, page.locale))
    )


def _settings_table(page: Page) -> str:
    """All settings, each with a button that copies it."""
    return page.block(render.settings_table(page.guide, page.locale, page.slug))


def _sources_table(page: Page) -> str:
    """Every setting with its sources and the date on which it was checked."""
    return page.block(render.sources_table(page.guide, page.locale))


def _places_table(page: Page) -> str:
    """Every place in iOS with the evidence for its path."""
    return page.block(render.places_table(page.guide, page.locale))


def _links_list(page: Page) -> str:
    """Every source and every page elsewhere."""
    return page.block(render.links_list(page.guide, page.locale))


def _desk(page: Page) -> str:
    """Every step to choose from, and the reply for a customer."""
    return page.block(
        render.desk(page.guide, page.locale, page.to_root, titles(page.guide, page.locale))
    )


def _desk_digits(page: Page) -> str:
    """Where an agent enters the digits that a customer reads out."""
    return page.block(render.desk_digits(page.guide, page.locale))


def _tried_summary(page: Page) -> str:
    """What the reader has tried, to show to the support desk."""
    return page.block(render.tried_summary(page.guide, page.locale, page.to_root))


def _tried_list(page: Page) -> str:
    """Every step, with its result to choose."""
    languages = render.with_source(page.guide, page.locale)
    by_language = {other: titles(page.guide, other) for other in languages}
    return page.block(render.tried_list(page.guide, page.locale, page.to_root, by_language))


PAGE_FUNCTIONS = {
    "fact": _fact,
    "label": _label,
    "message": _message,
    "step": _step,
    "code": _code,
    "former_step": _former_step,
    "step_address": _step_address,
    "steps_link": _steps_link,
    "data_link": _data_link,
    "link": _link,
    "report_link": _report_link,
    "path": _path,
    "screen": _screen,
    "error": _error,
    "caution": _caution,
    "sentence": _sentence,
    "erasing_steps": _erasing_steps,
    "route_overview": _route_overview,
    "settings_table": _settings_table,
    "sources_table": _sources_table,
    "places_table": _places_table,
    "links_list": _links_list,
    "desk": _desk,
    "desk_digits": _desk_digits,
    "tried_summary": _tried_summary,
    "tried_list": _tried_list,
}
