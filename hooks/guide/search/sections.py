"""The sections of a page, as plain words: what the search finds."""

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from guide.page.web_page import anchor_of

# Said around a step, not by it; what iOS says is taken from facts/errors.yml. Lists of sources
# would be found by every word of their titles.
_LEFT_OUT = {
    "sources",
    "links",
    "step__cost",
    "admonition-title",
    "ios-path__range",
    "inferred",
    "ios-error",
    "tabbed-labels",
    "elsewhere__address",
}
_LEFT_OUT_TAGS = {"button", "script", "style", "form", "template"}
_HEADINGS = {"h1", "h2", "h3", "h4"}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "small", "span", "strong", "time", "var"}


@dataclass
class Section:
    """What stands under one heading.

    Attributes:
        page: the page's address from the language's own folder.
        anchor: the heading's.
        title: the heading.
        code: the step's, if it is one.
        text: what it says.
        also: other words for it: messages in other languages, iOS labels.
    """

    page: str
    anchor: str
    title: str = ""
    code: str = ""
    text: str = ""
    also: list[str] = field(default_factory=list)


def sections(root: HtmlElement, page: str) -> list[Section]:
    """The sections of a page, in order.

    Args:
        root: the page's content.
        page: the page's address from the language's own folder.
    """
    found: list[Section] = []
    words: list[str] = []

    def close() -> None:
        if found:
            found[-1].text = _joined("".join(words))
            found[-1].also = list(dict.fromkeys(found[-1].also))
        words.clear()

    def walk(element: HtmlElement, code: str) -> None:
        if not isinstance(element.tag, str) or _is_left_out(element):
            return
        if element.tag in _HEADINGS and anchor_of(element):
            close()
            found.append(Section(page, anchor_of(element), _title(element), code))
            return
        if element.tag == "summary":
            # Of what names a fold only a heading.
            for heading in element.iter(*_HEADINGS):
                walk(heading, code)
            return
        if found and _is_label(element):
            found[-1].also.append(_joined(element.text_content()).strip("()"))
            return
        apart = element.tag not in _INLINE
        words.append(" " if apart else "")
        # Of another step only its code: its words are found where it stands.
        if "step-link" in _classes(element):
            words.extend(code.text or "" for code in element.find_class("step-code"))
            return
        words.append(element.text or "")
        for child in element:
            walk(child, child.get("data-step") or (code if child.tag != "section" else ""))
            words.append(child.tail or "")
        words.append(" " if apart else "")

    walk(root, "")
    close()
    return found


def _is_left_out(element: HtmlElement) -> bool:
    return (
        element.tag in _LEFT_OUT_TAGS
        or element.get("data-search-exclude") is not None
        or not _LEFT_OUT.isdisjoint(_classes(element))
    )


def _is_label(element: HtmlElement) -> bool:
    """Whether it is a row of a menu path or a label as another phone shows it."""
    row = element.tag == "li" and element.get("data-label") is not None
    return row or "ios-also" in _classes(element)


def _classes(element: HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())


def _title(heading: HtmlElement) -> str:
    parts = [heading.text or ""]
    for child in heading:
        if "step-code" not in _classes(child):
            parts.append(child.text_content())
        parts.append(child.tail or "")
    return _joined("".join(parts))


def _joined(text: str) -> str:
    return " ".join(text.split())
