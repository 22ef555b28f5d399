"""From the HTML that Markdown made to the page's own: blocks put in, steps put together."""

import re
from collections.abc import Callable

from guide.addresses import STEPS, way
from guide.page import render
from guide.page.expand import BLOCK
from guide.project import Guide
from guide.steps.route_source import route_of

_NUMBER = BLOCK.format(r"(\d+)")
_BLOCK = re.compile(rf"<p>\s*{_NUMBER}\s*</p>|{_NUMBER}")
_BEFORE_HEADING = re.compile(r"(?=<h[1-6][ >])")
_HEADING = re.compile(
    r"<h(?P<level>[1-6])(?P<attributes>[^>]*)>(?P<text>.*?)</h(?P=level)>", re.DOTALL
)
_CHAPTER_LINK = re.compile(r'<a [^>]*?href="(?:\.\./)*(?P<slug>[a-z-]+)/(?:#[^"]*)?"[^>]*>')
_STEP = re.compile(r' data-step="(\d+)"')
_PLAIN_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


def finish(html: str, guide: Guide, locale: str, slug: str, address: str, blocks: list[str]) -> str:
    """A page's content from what Markdown made of it.

    Args:
        address: the page's, relative to the site.
        blocks: the HTML for the marks that ``expand`` left.
    """
    route = route_of(guide, slug)
    # From fix/<route>/ the language's first page is two folders up.
    foot = (
        (lambda code: render.route_foot(guide, locale, route, code, "../../"))
        if route
        else (lambda code: render.step_foot(guide, locale, code, way(address, STEPS)))
    )
    html = put_steps_together(html, guide, locale, foot)
    html = frame_tables(number_links(html, guide))
    html = put_blocks(html, blocks)
    if route:
        html += render.route_end(guide, locale, "../../")
    if slug in guide.steps.chapters:
        html = number_chapter(html, guide.steps.number(slug))
    return html


def put_blocks(html: str, blocks: list[str]) -> str:
    """Puts the HTML of blocks where ``expand`` left their marks."""
    return _BLOCK.sub(lambda match: blocks[int(match[1] or match[2])], html)


def put_steps_together(html: str, guide: Guide, locale: str, foot: Callable[[str], str]) -> str:
    """Wraps each step in a section of its own, with its code, what it costs and what it erases.

    A step begins at a heading with ``data-step`` and ends at the next heading of its level or
    above. Its section has the code as its id, so that ``#<code>`` leads to it in every language.

    Args:
        foot: makes what closes a step, of its code.
    """
    parts = []
    open_level = code = None
    for part in _BEFORE_HEADING.split(html):
        heading = _HEADING.match(part)
        if heading and open_level and int(heading["level"]) <= open_level:
            parts += [foot(code), "</section>\n"]
            open_level = None
        step = _STEP.search(heading["attributes"]) if heading else None
        if step:
            open_level, code = int(heading["level"]), step[1]
            attributes = _STEP.sub("", heading["attributes"])
            opening = render.step_head(guide, locale, code, open_level, attributes, heading["text"])
            part = opening + part[heading.end() :]
        parts.append(part)
    if open_level:
        parts += [foot(code), "</section>\n"]
    return "".join(parts)


def number_links(html: str, guide: Guide) -> str:
    """Gives each link to a chapter the chapter's number, which is shown on paper."""

    def numbered(match: re.Match) -> str:
        slug = match["slug"]
        if slug not in guide.steps.chapters or "step-link" in match[0]:
            return match[0]
        return f'<a data-chapter="{guide.steps.number(slug)}"{match[0][2:]}'

    return _CHAPTER_LINK.sub(numbered, html)


def frame_tables(html: str) -> str:
    """Puts each plain table into a frame, within which it scrolls on a narrow screen.

    A head without words heads nothing: it becomes a plain cell.
    """
    html = html.replace("<th></th>", "<td></td>")
    return _PLAIN_TABLE.sub(r'<div class="scroll" tabindex="0">\g<0></div>', html)


def number_chapter(html: str, number: int) -> str:
    """Puts the chapter's number before the page's first-level heading."""
    return html.replace(
        "<h1",
        f'<p class="chapter-number" aria-hidden="true" data-search-exclude>{number}</p>\n<h1',
        1,
    )
