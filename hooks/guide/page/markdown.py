"""What this guide adds to Markdown: blocks, steps, frames around tables, chapter numbers.

All is done on the tree that Markdown has made, before that is written as HTML.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from guide.facts.routes import Route
from guide.page import render
from guide.page.expand import BLOCK, Page, titles
from guide.page.folds import fold_reasons, fold_results, message_fold
from guide.problem import Problem
from guide.steps.route_source import route_of

# The page whose headings have the ids of facts/errors.yml.
ERRORS = "errors"
MOST_TABS = 4
_LEVELS = {f"h{level}": level for level in range(1, 7)}


class GuideExtension(Extension):
    """The extension; ``page`` is the page that is being made, set before Markdown reads it."""

    page: Page

    def extendMarkdown(self, md: Markdown) -> None:
        # After raw HTML is put aside (20), which is how a block stays as it is.
        md.preprocessors.register(_Blocks(md, self), "guide_blocks", 15)
        # After Markdown has set its line ends (10) and made the table of contents (5), before
        # MkDocs follows links (0): here they still say which page they lead to.
        md.treeprocessors.register(_Tree(md, self), "guide_tree", 3)


class _Blocks(Preprocessor):
    def __init__(self, md: Markdown, extension: GuideExtension):
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        for number, html in enumerate(self._extension.page.blocks):
            text = text.replace(BLOCK.format(number), self.md.htmlStash.store(html))
        return text.split("\n")


class _Tree(Treeprocessor):
    def __init__(self, md: Markdown, extension: GuideExtension):
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        page = self._extension.page
        _frame_tables(root)
        _name_tabs(root, page)
        _number_links(root, page)
        root[:] = list(self._with_steps(root, page))
        on_route = route_of(page.guide, page.slug) is not None
        note = render.drawings_note(page.guide, page.locale) if page.drawings else ""
        if note and not on_route:
            _before_parts(root, self._raw(note))
        if page.slug == ERRORS:
            root[:] = list(self._with_messages(root, page))
        if on_route:
            root.append(self._raw(render.route_end(page.guide, page.locale)))
            if note:
                # Below the step, which is to be on one screen.
                root.append(self._raw(note))
        chapters = page.guide.steps
        if page.slug in chapters.chapters:
            root.insert(0, self._raw(render.chapter_number(chapters.number(page.slug))))

    def _with_messages(self, root: Element, page: Page) -> Iterator[Element]:
        """The same elements, each message in a fold: the titles of all are the page's index."""
        errors = page.guide.errors.by_id()
        fold, id = None, None
        for element in root:
            if element.tag in _LEVELS:
                if fold is not None:
                    fold.append(self._raw(render.error_end(page.guide, page.locale, id)))
                fold, id = None, element.get("id")
                if id in errors:
                    line = render.error_line(page.guide, page.locale, id)
                    fold = message_fold(element, self.md.htmlStash.store(line) if line else "")
                    yield fold
                    continue
            if fold is None:
                yield element
            else:
                fold.append(element)
        if fold is not None:
            fold.append(self._raw(render.error_end(page.guide, page.locale, id)))

    def _with_steps(self, root: Element, page: Page) -> Iterator[Element]:
        """The same elements, those of each step in a section of its own.

        A step begins at a heading with ``data-step`` and ends at the next heading of its level or
        above. Its section has the code as its id, so that ``#<code>`` leads to it everywhere.
        """
        section, open_level = None, 0
        for element in root:
            level = _LEVELS.get(element.tag)
            if section is not None and level and level <= open_level:
                yield self._closed(section, page)
                section = None
            code = element.attrib.pop("data-step", None) if level else None
            if code:
                section, open_level = self._opened(element, code, page), level
            elif section is not None:
                section.append(element)
            else:
                yield element
        if section is not None:
            yield self._closed(section, page)

    def _opened(self, heading: Element, code: str, page: Page) -> Element:
        section = Element("section", {"class": "step", "id": code, "data-step": code})
        if former := page.guide.steps.former(code):
            # What was marked under these codes counts for this step (tried.js).
            section.set("data-former", " ".join(former))
        section.text = section.tail = "\n"
        # As HTML: MkDocs has looked for anchors already, and would not find this one.
        link = self.md.htmlStash.store(render.code_link(page.guide, page.locale, code))
        _append_text(heading, f" {link}")
        section.append(heading)
        route = route_of(page.guide, page.slug)
        section.append(self._raw(render.step_cost(page.guide, page.locale, code, route)))
        return section

    def _closed(self, section: Element, page: Page) -> Element:
        code = section.attrib["data-step"]
        route = route_of(page.guide, page.slug)
        fold_results(section)
        if route:
            drawings = self._taken_drawings(section)
            fold_reasons(section, code, page)
            # After the heading and the costs: its name stands beside the title.
            section[2:2] = drawings
        html = (
            render.route_foot(page.guide, page.locale, route, code, self._titles(page, route))
            if route
            else render.step_foot(page.guide, page.locale, code, f"{page.to_root}s/")
        )
        foot = self._raw(html)
        foot.tail = None
        section.append(foot)
        return section

    def _taken_drawings(self, section: Element) -> list[Element]:
        """The folds of drawn screens, taken out of a step."""
        blocks = self.md.htmlStash.rawHtmlBlocks
        stashed = {one: HTML_PLACEHOLDER_RE.fullmatch(one.text or "") for one in section}
        found = [
            one
            for one, match in stashed.items()
            if match and blocks[int(match[1])].startswith(render.DRAWN)
        ]
        for one in found:
            section.remove(one)
            section.set("data-drawn", "")
        return found

    def _titles(self, page: Page, route: Route) -> dict[str, str]:
        """All steps' titles for the page where a human helps; nothing for the others."""
        return {} if route.steps else titles(page.guide, page.locale)

    def _raw(self, html: str) -> Element:
        """An element that becomes this HTML."""
        element = Element("p")
        element.text = self.md.htmlStash.store(html)
        element.tail = "\n"
        return element


def _frame_tables(root: Element) -> None:
    """Puts each plain table into a frame, within which it scrolls on a narrow screen.

    A head without words heads nothing: it becomes a plain cell.
    """
    for cell in root.iter("th"):
        if not cell.text and not len(cell):
            cell.tag = "td"
    for parent in list(root.iter()):
        for index, table in enumerate(parent):
            if table.tag == "table" and not table.attrib:
                frame = Element("div", {"class": "scroll", "tabindex": "0"})
                frame.tail, table.tail = table.tail, None
                frame.append(table)
                parent[index] = frame


def _name_tabs(root: Element, page: Page) -> None:
    """Gives what each tab chooses its name, which is shown on paper, where all of it stands.

    Raises:
        Problem: there are more tabs than overrides/css/tabbed-set.css can choose from.
    """
    for tabs in root.iter("div"):
        if "data-tabs" not in tabs.attrib:
            continue
        labels = list(tabs.find("div[@class='tabbed-labels']"))
        blocks = tabs.findall("div[@class='tabbed-content']/div")
        if len(labels) > MOST_TABS:
            raise Problem(
                page.name,
                f"{len(labels)} tabs beside each other",
                f"Make them {MOST_TABS} or fewer",
            )
        for label, block in zip(labels, blocks, strict=True):
            name = Element("p", {"class": "tabbed-title"})
            name.text = "".join(label.itertext())
            name.tail = "\n"
            block.insert(0, name)


def _before_parts(root: Element, note: Element) -> None:
    """Puts a note of the whole page before its first step, or else before its first heading below
    the title, so that it is part of neither."""
    tags = [one.tag for one in root]
    place = next((tags.index(tag) for tag in ("section", "h2") if tag in tags), len(root))
    root.insert(place, note)


def _number_links(root: Element, page: Page) -> None:
    """Gives each link to a chapter the chapter's number, which is shown on paper."""
    steps = page.guide.steps
    for link in root.iter("a"):
        path = PurePosixPath(urlsplit(link.get("href", "")).path)
        if path.suffix == ".md" and path.stem in steps.chapters and not link.get("data-to"):
            others = dict(link.attrib)
            link.attrib.clear()
            link.attrib.update({"data-chapter": str(steps.number(path.stem)), **others})


def _append_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
