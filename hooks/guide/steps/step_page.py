"""/s/<code>/: one step in every language, in one small file that needs no other.

This is the address that stands in tickets and on paper. It never changes.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from markupsafe import Markup

from guide.addresses import step_folder, way
from guide.page.render import page_template
from guide.page.web_page import WebPage
from guide.project import Guide
from guide.steps.plain_text import plain_text
from guide.steps.short_html import short_html

# Of the page that the step stands on; the phone's other languages: here each is one tap away; drawn
# screens, which would stand here in fourteen languages; and anchors, each of which is one page's.
_LEFT_OUT = (
    ".//*[@class='step-foot']|.//button|.//details[@class='ios-path__other']|.//figure"
    "|./*[1]/a[@class='step-code']|.//*[@class='ios-path__ask']|.//*[@class='tabbed-labels']"
    "|.//div/input|.//span[@id]"
)


@dataclass(frozen=True)
class StepText:
    """A step in one language: HTML with links that are right at /s/<code>/, and plain text."""

    title: Markup
    body: Markup
    chapter_url: str
    plain_title: str
    plain_body: str


def step_texts(page: WebPage) -> dict[str, StepText]:
    """The steps of a finished page, by code. Links to other steps open in its language."""
    return {code: _step_text(code, section, page) for code, section in page.steps.items()}


def step_page(
    guide: Guide,
    code: str,
    texts: dict[str, StepText],
    for_screen: Callable[[str, str], str],
    announcement: str = "",
) -> str:
    """The whole file of a step.

    Args:
        guide: for the words of each language, and the successor of a withdrawn step.
        code: the code that the file is for; a withdrawn one shows its successor and says so.
        texts: the step, or its successor, by locale.
        for_screen: what a language needs on a screen, see ``Build``.
        announcement: which one of strings.yml stands before the step, if any.
    """
    step = guide.steps.step(code)
    return page_template(
        "step_page.html",
        guide,
        code=code,
        step=step,
        texts=texts,
        for_screen=for_screen,
        announcement=announcement,
    )


def step_list(
    guide: Guide,
    texts: dict[str, dict[str, StepText]],
    for_screen: Callable[[str, str], str],
) -> str:
    """The file that lists every step and takes a code typed by hand.

    Args:
        texts: every step in use, by code and locale.
        for_screen: see ``step_page``.
    """
    issued = [step.code for step in guide.steps.steps]
    title = guide.strings[guide.locales[0]].ui["all_steps"]
    moved = {step.code: step.successor for step in guide.steps.steps if step.successor}
    return page_template(
        "step_list.html",
        guide,
        title=title,
        texts=texts,
        issued=issued,
        moved=moved,
        for_screen=for_screen,
    )


def _step_text(code: str, section: HtmlElement, page: WebPage) -> StepText:
    step = deepcopy(section)
    for element in step.xpath(_LEFT_OUT):
        element.drop_tree()
    heading = step[0]
    step.text = heading.tail = None
    step.remove(heading)
    # Plain text is made while the marks of menu paths and boxes are still there.
    plain_title, plain_body = plain_text(heading), plain_text(step)
    for fold in step.xpath("./details[contains(@class, 'otherwise')]"):
        fold.tag, fold[0].tag = "div", "p"
    for block in step.find_class("tabbed-block"):
        _fold_older(block)
    for paragraph in step.xpath(".//ol/li/p[1][not(preceding-sibling::*)]"):
        paragraph.drop_tag()
    for link in step.iterfind(".//a[@data-to]"):
        _shorten(link)
    for taps in step.find_class("ios-path__steps"):
        _plain(taps)
    for link in step.iterfind(".//a[@href]"):
        link.set("href", _moved(link, code, page))
    return StepText(
        title=Markup(short_html(heading).strip()),
        body=Markup(short_html(step)),
        chapter_url=way(step_folder(code), page.address) + f"#{code}",
        plain_title=plain_title,
        plain_body=plain_body,
    )


def _fold_older(block: HtmlElement) -> None:
    """A path for older versions of iOS, in a fold that is named by them."""
    if block.getprevious() is not None:
        block.tag = "details"
        block[0].tag = "summary"


def _shorten(link: HtmlElement) -> None:
    """A link to a step, its number only: the title would stand here in all languages."""
    for title in link.find_class("step-link__title"):
        title.drop_tree()
    for code in link.find_class("step-code"):
        code.tag = "b"
        code.attrib.clear()
        code.tail = (code.tail or "").rstrip() or None


def _plain(taps: HtmlElement) -> None:
    """A menu path without what only its larger drawing in the chapter needs."""
    taps.attrib.pop("tabindex", None)
    taps.attrib.pop("aria-label", None)
    for row in taps:
        row.attrib.pop("data-title", None)


def _moved(link: HtmlElement, code: str, page: WebPage) -> str:
    """Where a link leads, as it has to be said on the page of the step ``code``."""
    address = step_folder(code)
    if link.get("data-to"):
        return f"{way(address, step_folder(link.get('data-to')))}#{page.locale}"
    if urlsplit(link.get("href")).scheme:
        return link.get("href")
    target, _, fragment = urljoin(f"/{page.address}", link.get("href")).partition("#")
    moved = way(address, target.removeprefix("/"))
    return f"{moved}#{fragment}" if fragment else moved
