"""The style sheets that stand in a page itself, so that its text never waits for another file.

``tokens.css`` and ``base.css`` are for every page, with Material's rules for what is in it. Another
one is for the pages that have an element of its name, as a class (``step.css``) or as a tag
(``ruby.css``).
"""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from guide.material_options import Options
from guide.page.boxes import KINDS
from guide.page.css import TOKENS, Tokens, check_tokens, read_css, tokens
from guide.page.material_css import material_css, material_variables

ALWAYS = ("tokens", "base")
LATER = "docs/assets/css"
# `extra_css` of mkdocs.yml.
EXTRA = "extra_css"
# What one edition has beside the others' styles: by itself it is one hash more, and not one a page.
_ALONE = ("ruby",)


@dataclass(frozen=True)
class StyleSheets:
    """Every style sheet that may stand in a page.

    Attributes:
        by_name: those of overrides/css/, compact; those for every page first; last, those that
            mkdocs.yml adds.
        later: those that a page loads later.
        tokens: the design's.
        options: of mkdocs.yml.
    """

    by_name: dict[str, str]
    later: str
    tokens: Tokens
    options: Options

    def needed(self, html: str) -> list[str]:
        """What a page asks for, in its order, after Material's for what it has.

        Returns:
            The text of each ``<style>``: one for all, and one for readings where there are any.
        """
        # Not by lxml.html, whose elements take three times as long to go through.
        page = etree.HTML(html)
        named = {*ALWAYS, EXTRA}
        for element in page.iter("*"):
            named.update([element.tag, *element.get("class", "").split()])
        if named & set(KINDS):
            named.add("note")
        material = material_css(page)
        sheets = {name: text for name, text in self.by_name.items() if name in named}
        alone = [sheets.pop(name) for name in _ALONE if name in sheets]
        own = "".join(sheets.values())
        theirs = material_variables(material, self.tokens)
        return [self._tokens(material + own, theirs) + material + own, *alone]

    def _tokens(self, css: str, theirs: Tokens) -> str:
        """The tokens that a page uses, now or later, as rules."""
        ours = self.tokens.used_by(css + self.later)
        both = Tokens({**ours.light, **theirs.light}, {**ours.dark, **theirs.dark})
        return both.rules(self.options.scheme, bool(self.options.switch))


def style_sheets(root: Path, options: Options) -> StyleSheets:
    """Reads the style sheets.

    Raises:
        Problem: one is no CSS, or uses a token that is not there.
    """
    known = tokens(root)
    sheets = {}
    paths = (root / TOKENS).parent.glob("*.css")
    for path in sorted(paths, key=lambda path: (path.stem not in ALWAYS, path.stem)):
        if path != root / TOKENS:
            sheets[path.stem] = read_css(path, root)
            check_tokens(sheets[path.stem], path.relative_to(root).as_posix(), known)
    # Last, as Material has it, so that it may change all that comes before it.
    later = "".join(read_css(path, root) for path in sorted((root / LATER).glob("*.css")))
    return StyleSheets({**sheets, EXTRA: options.styles}, later, known, options)
