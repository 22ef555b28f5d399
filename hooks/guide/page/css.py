"""Style sheets, by a CSS parser: made short for the line, and the design's tokens put before them.

Colours and sizes are written once, in overrides/css/tokens.css; site, step pages, the one file and
paper take from there what their own rules use.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_letters

import lightningcss
import tinycss2
from tinycss2.ast import Node

from guide.problem import Problem
from guide.words.text_file import read_text

TOKENS = "overrides/css/tokens.css"
# What is newer is written for them, too. Before 14.5, it would take more rules than are worth it.
_OLDEST = ["iOS >= 14.5"]
_LIGHT, _DARK = ":root", '[data-md-color-scheme="slate"]'

# The schemes of Material, and the reader's device to decide.
AUTO, LIGHT, DARK = "auto", "default", "slate"
# As a compact style sheet has them.
_DEFAULT, _SLATE = "[data-md-color-scheme=default]", "[data-md-color-scheme=slate]"
# No heavier than `:root`, so that what `extra_css` says there holds on dark ground, too.
_BY_DEVICE = ":root:where(:not([data-md-color-scheme]))"


@dataclass(frozen=True)
class Tokens:
    """The design's tokens by name, e.g. ``--md-typeset-a-color``: on light ground, and those that
    differ on dark ground."""

    light: dict[str, str]
    dark: dict[str, str]

    def rules(self, scheme: str = AUTO, switch: bool = False) -> str:
        """The tokens as rules to stand before the style sheets of a page.

        Args:
            scheme: the ground of the page, as ``theme.palette`` of mkdocs.yml has it.
            switch: whether a reader may choose another one.
        """
        rules = self.on_paper("color-scheme:light;")
        dark = f"{{color-scheme:dark;{_declared(self.dark)}}}"
        if scheme == AUTO:
            device = _BY_DEVICE if switch else ":root"
            rules += f"@media screen and (prefers-color-scheme:dark){{{device}{dark}}}"
        if scheme == DARK or switch:
            rules += f"@media screen{{{_SLATE}{dark}}}"
        return rules

    def on_paper(self, before: str = "") -> str:
        """The tokens for light ground alone."""
        return f":root{{{before}{_declared(self.light)}}}"

    def used_by(self, css: str) -> "Tokens":
        """Those that a style sheet uses."""
        return Tokens(
            *(
                {name: value for name, value in some.items() if f"var({name})" in css}
                for some in (self.light, self.dark)
            )
        )


@cache
def compact(css: str, name: str) -> str:
    """The same rules in fewer characters, as the oldest iPhones understand them.

    Args:
        css: a style sheet.
        name: its file, for what is said of it.

    Raises:
        Problem: it is no CSS.
    """
    try:
        return lightningcss.process_stylesheet(css, filename=name, browsers_list=_OLDEST)
    except ValueError as error:
        what, _, place = str(error).removeprefix("Parsing stylesheet failed: ").rpartition(" at ")
        line = int(place.split(":")[-2]) + 1
        raise Problem(f"{name}:{line}", f"no valid CSS: {what}", "Correct this line") from None


def with_tokens(css: str, name: str, root: Path) -> str:
    """A style sheet that stands alone: compact, after the tokens that it uses.

    Their names are one letter each: a step page has little room, and no styles but these.
    """
    text = compact(css, name)
    check_tokens(text, name, tokens(root))
    used = tokens(root).used_by(text)
    text = used.rules() + text
    # A name may be another one's beginning.
    longest_first = sorted(used.light, key=len, reverse=True)
    for token, letter in zip(longest_first, ascii_letters, strict=False):
        text = text.replace(token, f"--{letter}")
    return text


def read_css(path: Path, root: Path) -> str:
    """A style sheet of the project, compact."""
    return compact(read_text(path, root), path.relative_to(root).as_posix())


def tokens(root: Path) -> Tokens:
    """The tokens of the project.

    Raises:
        Problem: a rule there is neither for light nor for dark ground, or a token has no value
            for light ground.
    """
    return _tokens(read_text(root / TOKENS, root))


@cache
def _tokens(css: str) -> Tokens:
    found: dict[str, dict[str, str]] = {_LIGHT: {}, _DARK: {}}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        ground = tinycss2.serialize(rule.prelude).strip() if rule.type == "qualified-rule" else ""
        if ground not in found:
            raise Problem(
                f"{TOKENS}:{rule.source_line}",
                "this is no rule of tokens",
                f"Write them in {_LIGHT} {{ }} and, for dark ground, in {_DARK} {{ }}",
            )
        for one in tinycss2.parse_blocks_contents(
            rule.content, skip_comments=True, skip_whitespace=True
        ):
            if one.type != "declaration" or not one.name.startswith("--"):
                raise Problem(
                    f"{TOKENS}:{one.source_line}", "this is no token", "Write --name: value;"
                )
            found[ground][one.name] = tinycss2.serialize(one.value).strip()
    return Tokens(found[_LIGHT], found[_DARK])


def check_tokens(css: str, name: str, known: Tokens) -> None:
    """Sees that a style sheet uses only tokens that are there.

    Raises:
        Problem: it names another one.
    """
    for part in css.split("var(--")[1:]:
        token = "--" + part.replace(",", ")").partition(")")[0]
        if token not in known.light and f"{token}:" not in css:
            raise Problem(name, f"{TOKENS} has no {token}", "Add it there or correct its name")


def also_by_device(css: str) -> str:
    """The same, its rules for light and for dark ground also where the reader's device has it."""
    rules = tinycss2.parse_stylesheet(css)
    light, dark = _of_scheme(rules, _DEFAULT), _of_scheme(rules, _SLATE)
    if light:
        css += f"@media print,(prefers-color-scheme:light){{{light}}}"
    if dark:
        css += f"@media screen and (prefers-color-scheme:dark){{{dark}}}"
    return css


def _of_scheme(rules: list[Node], scheme: str) -> str:
    """Those of the rules that are for a scheme, for a page without one."""
    found = ""
    for rule in rules:
        if rule.type == "qualified-rule" and scheme in tinycss2.serialize(rule.prelude):
            found += rule.serialize().replace(scheme, _BY_DEVICE)
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media":
            inner = _of_scheme(tinycss2.parse_rule_list(rule.content), scheme)
            found += f"@media{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""
    return found


def _declared(some: dict[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in some.items())
