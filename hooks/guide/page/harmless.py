"""A page may hold a list of harmless HTML and nothing else, however it is written.

What counts is what Markdown makes of a page. Each ``{{ … }}`` is left out of that: what the build
puts in there is the build's own.
"""

import re
from collections.abc import Callable, Collection
from functools import cache
from html.parser import HTMLParser

import markdown

from guide.page.calls import expand_calls
from guide.problem import Problem

# As in mkdocs.yml and by MkDocs itself, but for `toc`, which gives titles anchors of their own.
# All that hooks/guide/material_options.py lets a writer switch on, on or not. Icons are
# Material's own files.
EXTENSIONS = (
    *("tables", "fenced_code"),
    *("admonition", "attr_list", "md_in_html"),
    *("pymdownx.details", "pymdownx.tabbed", "pymdownx.superfences", "pymdownx.highlight"),
    "pymdownx.keys",
)
_CONFIGS = {
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.highlight": {"use_pygments": False},
}


def _one_of(*words: str) -> Callable[[str], bool]:
    return words.__contains__


_ANCHOR = re.compile(r"[a-z][a-z0-9-]*").fullmatch
_CODE = re.compile(r"\d{4}").fullmatch
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?").fullmatch
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?").fullmatch
_INSIDE = re.compile(r"(?:fix/)?[a-z0-9-]+\.md(?:#[a-z0-9-]+)?|#[a-z0-9-]+").fullmatch
_TABS = re.compile(r"__tabbed_\d+(?:_\d+)?").fullmatch
_HEADING = {"id": _ANCHOR, "data-step": _CODE}
_BARE = (
    *("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "li", "b", "i"),
    *("table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "kbd", "sub", "sup"),
)
ALLOWED: dict[str, dict[str, Callable[[str], object]]] = {
    **{name: {} for name in _BARE},
    **{f"h{level}": _HEADING for level in range(1, 7)},
    "pre": {"class": _one_of("highlight")},
    "code": {"class": re.compile(r"language-[\w+-]+").fullmatch},
    "details": {"class": re.compile(r"[a-z]+").fullmatch, "open": _one_of("open", "")},
    "summary": {},
    "input": {
        "type": _one_of("radio"),
        "name": _TABS,
        "id": _TABS,
        "checked": _one_of("checked", ""),
    },
    "label": {"for": _TABS},
    "kbd": {"class": re.compile(r"key-[\w-]+").fullmatch},
    "ol": {"start": re.compile(r"\d+").fullmatch},
    "p": {"class": _one_of("admonition-title", "no-script")},
    "a": {"href": _INSIDE},
    "div": {
        "class": re.compile(
            r"start|admonition [a-z-]+|tabbed-(?:set tabbed-alternate|labels|content|block)"
        ).fullmatch,
        "data-tabs": re.compile(r"\d+:\d+").fullmatch,
    },
    "span": {"lang": _LANGUAGE, "class": _one_of("keys")},
    "time": {"datetime": _DAY},
}
# Without these, Markdown has not made it.
_NEEDED = {"details": {"class"}, "input": {"type", "name", "id"}, "label": {"for"}}
_MEND = (
    "Pages take Markdown and "
    "<br>, <span lang>, <time datetime>, <div class=start>, { .no-script }; links lead to name.md,"
    " fix/route.md or #anchor, all others are {{ link(…) }}"
)
# What a page may do without, by `hide:` in its front matter.
HIDE = ("navigation", "toc", "footer")
_ANY_TAG = re.compile(r"<[a-zA-Z/!?]")
_FRONT_MATTER = re.compile(r"---\n(?P<text>.*?\n)---\n", re.DOTALL)


@cache
def check_harmless(text: str, name: str, functions: frozenset[str]) -> None:
    """Sees that a page holds nothing but Markdown and harmless HTML; once, under `make serve`.

    Args:
        text: the page as it is written.
        name: its file.
        functions: what it may call.

    Raises:
        Problem: the first thing that is not allowed, with its line.
    """
    front_matter = _FRONT_MATTER.match(text)
    if front_matter:
        _check_front_matter(front_matter["text"], name)
    body = text[front_matter.end() :] if front_matter else text
    said = without_calls(body, functions, name)
    parser = _Parser()
    parser.feed(_markdown().reset().convert(said))
    rest = parser.rawdata
    parser.close()
    if _ANY_TAG.search(rest):
        parser.found.append((f"{rest[:40]!r} does not end", rest[:10]))
    if parser.found:
        what, sign = parser.found[0]
        line = _line(text, sign)
        raise Problem(f"{name}:{line}" if line else name, f"{what} has no place in a page", _MEND)


def _check_front_matter(text: str, name: str) -> None:
    """Sees that it holds a description in words, and what of the frame the page does without."""
    hide = False
    for number, line in enumerate(text.splitlines(), 2):
        part = re.fullmatch(r" *- (\S+)", line) if hide else None
        if part and part[1] not in HIDE:
            raise Problem(
                f"{name}:{number}",
                f"{part[1]!r} cannot be hidden",
                f"Name one of {', '.join(HIDE)}",
            )
        hide = line == "hide:" or bool(part)
        described = re.match(r"description: [^\"'<>|&*!%@`{\[]", line)
        if not hide and (not described or re.search(r'["<>]', line)):
            raise Problem(
                f"{name}:{number}",
                f"{line[:60]!r} is no description in words",
                'Write one line, description: …, without < > or "; beside it there is only hide:',
            )


def without_calls(text: str, functions: Collection[str], name: str) -> str:
    """A text with each call replaced by the words in it."""

    def words(*args: object, **kwargs: object) -> str:
        return " ".join(map(str, [*args, *kwargs.values()])) or "call"

    return expand_calls(text, dict.fromkeys(functions, words), name)


@cache
def _markdown() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=_CONFIGS)


class _Parser(HTMLParser):
    """Collects what is not allowed: in words, and how it begins in the source."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        if tag not in ALLOWED:
            self.found.append((f"<{tag}>", f"<{tag}"))
            return
        if not _NEEDED.get(tag, set()) <= dict(attrs).keys():
            self.found.append((f"<{tag}>", f"<{tag}"))
        for attribute, value in attrs:
            allowed = ALLOWED[tag].get(attribute)
            if allowed is None or not allowed(value or ""):
                shown = f'{attribute}="{value}"' if value else attribute
                self.found.append((f"{shown[:60]} of <{tag}>", value or attribute))

    def handle_endtag(self, tag):
        if tag not in ALLOWED:
            self.found.append((f"</{tag}>", f"</{tag}"))

    def handle_comment(self, data):
        self.found.append((f"the comment {data[:40]!r}", "<!--"))

    def handle_decl(self, decl):
        self.found.append((f"<!{decl[:40]}>", "<!"))

    def unknown_decl(self, data):
        self.found.append((f"<![{data[:40]}", "<!["))

    def handle_pi(self, data):
        self.found.append((f"<?{data[:40]}>", "<?"))

    def handle_data(self, data):
        if _ANY_TAG.search(data):
            self.found.append((f"{data.strip()[:40]!r}", data.strip()[:10]))


def _line(text: str, sign: str) -> int | None:
    """The first line that holds these words."""
    for number, line in enumerate(text.splitlines(), 1):
        if sign.lower() in line.lower():
            return number
    return None
