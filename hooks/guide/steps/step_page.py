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

# Of the page that the step stands on; and the phone's other languages: here each is one tap away.
_LEFT_OUT = (
    ".//*[@class='step-foot']|.//button|.//details[@class='ios-path__other']"
    "|./*[1]/a[@class='step-code']"
)
# What may stand between two links to steps in one pair of brackets.
_BETWEEN_LINKS = 12


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
    guide: Guide, code: str, texts: dict[str, StepText], for_screen: Callable[[str, str], str]
) -> str:
    """The whole file of a step.

    Args:
        guide: for the words of each language, and the successor of a withdrawn step.
        code: the code that the file is for; a withdrawn one shows its successor and says so.
        texts: the step, or its successor, by locale.
        for_screen: what a language needs on a screen, see ``Build``.
    """
    (step,) = (step for step in guide.steps.steps if step.code == code)
    return page_template(
        "step_page.html", guide, code=code, step=step, texts=texts, for_screen=for_screen
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
    links = list(step.iterfind(".//a[@data-to]"))
    for link in links:
        _shorten(link)
    for link in [link for link in links if _is_in_brackets(link)]:
        # It stands behind words that say the same as its title.
        for child in link[:-1]:
            link.remove(child)
        link.text = link[-1].tail = None
    heading = step[0]
    step.text = heading.tail = None
    step.remove(heading)
    # Plain text is made while the marks of menu paths and boxes are still there.
    plain_title, plain_body = plain_text(heading), plain_text(step)
    for link in step.iterfind(".//a[@href]"):
        link.set("href", _moved(link, code, page))
    return StepText(
        title=Markup(short_html(heading).strip()),
        body=Markup(short_html(step)),
        chapter_url=way(step_folder(code), page.address) + f"#{code}",
        plain_title=plain_title,
        plain_body=plain_body,
    )


def _shorten(link: HtmlElement) -> None:
    """A link to a step: its title and, in bold, its code."""
    code = link[-1]
    code.tag = "b"
    code.attrib.clear()


def _is_in_brackets(link: HtmlElement) -> bool:
    """Whether only links to steps stand in the brackets around a link."""
    first, text = link, _before(link)
    while not text.endswith(("(", "（")):
        first = first.getprevious()
        if not _may_stand_between(text) or first is None or not first.get("data-to"):
            return False
        text = _before(first)
    last, text = link, link.tail or ""
    while not text.startswith((")", "）")):
        last = last.getnext()
        if not _may_stand_between(text) or last is None or not last.get("data-to"):
            return False
        text = last.tail or ""
    return True


def _may_stand_between(text: str) -> bool:
    return 0 < len(text) <= _BETWEEN_LINKS and not set(text) & set("()（）")


def _before(element: HtmlElement) -> str:
    """The text right before an element."""
    previous = element.getprevious()
    return (element.getparent().text if previous is None else previous.tail) or ""


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
