"""A finished page, read once; everything else is made from what stands in it."""

from dataclasses import dataclass
from functools import cached_property
from html import escape

from lxml.html import HtmlElement, fragment_fromstring, tostring

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class WebPage:
    """A page of one language.

    Attributes:
        locale: its language.
        slug: its name in docs/<locale>/.
        address: where it is, relative to the site.
        title: what the navigation calls it.
        html: its content, without the frame around it.
    """

    locale: str
    slug: str
    address: str
    title: str
    html: str

    @cached_property
    def root(self) -> HtmlElement:
        """The content as a tree. It is everybody's: who changes something takes a copy."""
        return fragment_fromstring(self.html, create_parent="div")

    @cached_property
    def steps(self) -> dict[str, HtmlElement]:
        """The section of each step, by code, in order."""
        return {
            section.get("data-step"): section
            for section in self.root.iterfind(".//section[@data-step]")
        }

    def linked_steps(self) -> dict[str, list[str]]:
        """The codes of the steps that the text under each heading links to, by its anchor."""
        found: dict[str, list[str]] = {}
        codes: list[str] = []
        for element in self.root.iter(*_HEADINGS, "a"):
            if element.tag != "a" and anchor_of(element):
                codes = found.setdefault(anchor_of(element), [])
            elif element.get("data-to"):
                codes.append(element.get("data-to"))
        return found


def anchor_of(heading: HtmlElement) -> str | None:
    """Where links to a heading lead: to itself, or to the first place in the fold that it names."""
    around = heading.getparent()
    return heading.get("id") if around.tag != "summary" else around.getnext().get("id")


def inner_html(element: HtmlElement) -> str:
    """What stands in an element, as HTML."""
    parts = [escape(element.text or "", quote=False)]
    parts += [tostring(child, encoding="unicode") for child in element]
    return "".join(parts)
