"""The installed Material's own style sheets, reduced to what a page has of some of its components.

They are read from the package by a CSS parser at each build and stand nowhere else, so that a newer
Material brings newer rules. MATERIAL.md says what the other components would cost.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import material
import tinycss2
from lxml.etree import _Element as Element
from tinycss2.ast import Declaration, Node

from guide.page.boxes import KINDS
from guide.page.css import Tokens, compact
from guide.problem import Problem

_KINDS = {f".{kind}" for kind in KINDS}
# Our own boxes and folds have these names, too, and looks of their own.
_BOXES, _TITLES = {".admonition", "details"}, {".admonition-title", "summary"}
# A rule is taken if its selector names one of them: the frame of base.html, and Markdown.
COMPONENTS = {
    *(".md-toggle", ".md-skip", ".md-grid", ".md-container", ".md-main"),
    *(".md-banner", ".md-banner__inner"),
    *("kbd", ".keys", ".twemoji", "pre"),
    *(_KINDS | _BOXES | _TITLES),
}
_LIGHT, _DARK = frozenset([":root"]), frozenset(["[data-md-color-scheme=slate]"])


@dataclass(frozen=True)
class Rule:
    """A rule with one selector.

    Attributes:
        media: what stands around it, e.g. ``@media print``, or nothing.
        selector: the parts of its selector.
        names: the tags, ``.classes``, ``#ids`` and ``[attributes]`` that a page must have for it.
        declarations: what it says.
    """

    media: str
    selector: tuple[Node, ...]
    names: frozenset[str]
    declarations: tuple[Declaration, ...]

    def css(self, kinds: list[str]) -> str:
        """The rule as text; what is for every box, for those of these kinds alone."""
        shared = self.names & (_BOXES | _TITLES) and not self.names & _KINDS
        parts = _narrowed(self.selector, kinds) if shared else map(_text, self.selector)
        said = ";".join(map(_text, self.declarations))
        css = f"{''.join(parts).strip()}{{{said}}}"
        return f"{self.media}{{{css}}}" if self.media else css


def material_css(page: Element) -> str:
    """The rules for a page, compact: nothing of a component that it does not have.

    Raises:
        Problem: the package has no such style sheet.
    """
    known = {name for rule in _rules() for name in rule.names} | _KINDS
    return _css(frozenset(_names_in(page) & known))


def material_variables(css: str, own: Tokens) -> Tokens:
    """The variables of Material that its rules use, and those that these use.

    Args:
        css: some of its rules.
        own: the design's tokens, which stand in place of Material's of the same name.
    """
    theirs = Tokens(_variables("main", _LIGHT), _variables("palette", _DARK))
    used = theirs.used_by(css)
    while (more := theirs.used_by("".join([css, *_values(used)]))) != used:
        used = more
    return Tokens(
        *(
            {name: value for name, value in some.items() if name not in own.light}
            for some in (used.light, used.dark)
        )
    )


def _values(some: Tokens) -> list[str]:
    return [*some.light.values(), *some.dark.values()]


@cache
def _css(names: frozenset[str]) -> str:
    kinds = sorted(names & _KINDS)
    found = [
        rule.css(kinds)
        for rule in _rules()
        if rule.names <= names and (kinds or not rule.names & (_BOXES | _TITLES))
    ]
    return compact("".join(found), _path("main").name) if found else ""


def _names_in(page: Element) -> set[str]:
    """What a page has that a selector can name."""
    found = set()
    for element in page.iter("*"):
        # `pre` is taken for a block of code.
        if element.tag != "pre" or element.find("code") is not None:
            found.add(element.tag)
        found.update(f".{name}" for name in element.get("class", "").split())
        for name, value in element.items():
            found.update((f"[{name}]", f"[{name}={value}]", f"#{value}" if name == "id" else ""))
    return found


@cache
def _rules() -> tuple[Rule, ...]:
    """The rules of all components, in their order."""
    return tuple(rule for rule in _read(_parsed("main")) if rule.names & COMPONENTS)


def _read(nodes: Iterable[Node], media: str = "") -> Iterator[Rule]:
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword == "media":
            around = f"@media{tinycss2.serialize(node.prelude)}"
            yield from _read(tinycss2.parse_rule_list(node.content, skip_whitespace=True), around)
        elif node.type == "qualified-rule":
            for selector in _selectors(node.prelude):
                names = frozenset(name for name, _ in _simple(selector) if name)
                yield Rule(media, selector, names, tuple(_declarations(node.content)))


def _declarations(content: list[Node]) -> Iterator[Declaration]:
    """What a rule says, without transitions: here nothing moves."""
    for one in tinycss2.parse_blocks_contents(content):
        if one.type == "declaration" and one.name != "transition":
            yield one


def _selectors(prelude: list[Node]) -> Iterator[tuple[Node, ...]]:
    one: list[Node] = []
    for node in prelude:
        if node == ",":
            yield tuple(one)
            one = []
        else:
            one.append(node)
    yield tuple(one)


def _simple(selector: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    """Its parts: what an element must have, or nothing, and the text.

    What stands in `:not()` and the like an element may have or not.
    """
    before = None
    for node in selector:
        if node.type == "ident" and before == ".":
            yield f".{node.value}", f".{_text(node)}"
        elif node.type == "ident" and before != ":":
            yield node.value, _text(node)
        elif node.type == "hash":
            yield f"#{node.value}", _text(node)
        elif node.type == "[] block":
            yield _attribute(node.content), _text(node)
        elif node != ".":
            yield "", _text(node)
        before = node


def _attribute(content: list[Node]) -> str:
    name, *rest = (node for node in content if node.type != "whitespace")
    exact = len(rest) == 2 and rest[0] == "="
    return f"[{name.value}={rest[1].value}]" if exact else f"[{name.value}]"


def _narrowed(selector: tuple[Node, ...], kinds: list[str]) -> Iterator[str]:
    """A selector for every box, for those of some kinds alone."""
    of = f":is({','.join(kinds)})"
    below = False
    for name, text in _simple(selector):
        if name in _TITLES and not below:
            yield f"{of}>"
        yield text
        if name in _BOXES:
            yield of
        below = text == ">" or (below and text.isspace())


@cache
def _variables(sheet: str, grounds: frozenset[str]) -> dict[str, str]:
    return {
        one.name: tinycss2.serialize(one.value).strip()
        for rule in _read(_parsed(sheet))
        if tinycss2.serialize(rule.selector) in grounds
        for one in rule.declarations
        if one.name.startswith("--")
    }


@cache
def _parsed(sheet: str) -> list[Node]:
    # Its script sets this class where browsers now have a state of that name.
    css = _path(sheet).read_text(encoding="utf-8").replace(".focus-visible", ":focus-visible")
    return tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)


def _path(sheet: str) -> Path:
    """One of the package's style sheets, whose names end with a hash."""
    folder = Path(material.__path__[0]) / "templates/assets/stylesheets"
    found = sorted(folder.glob(f"{sheet}.*.min.css"))
    if len(found) != 1:
        raise Problem(str(folder), f"there is no {sheet}.….min.css", "Install mkdocs-material anew")
    return found[0]


def _text(node: Node) -> str:
    return node.serialize()
