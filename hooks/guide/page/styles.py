"""The style sheets that stand in a page itself, so that its text never waits for another file.

``tokens.css`` and ``base.css`` are for every page. Another is for the pages that have an element of
its name, as a class (``step.css``) or as a tag (``ruby.css``).
"""

from pathlib import Path

from lxml.html import document_fromstring

from guide.material_options import Options
from guide.page.boxes import KINDS
from guide.page.css import TOKENS, check_tokens, read_css, tokens

ALWAYS = ("tokens", "base")
# `extra_css` of mkdocs.yml.
EXTRA = "extra_css"
# Routes' pages differ in a sheet or two. With the same ones they share one hash in the policy,
# which a host takes up to 2,000 characters of.
_TOGETHER = {
    "fix": {
        *("admonition", "caution", "ios-form", "ios-path", "ios-screen", "scroll", "step"),
        "tabbed-set",
    }
}


def style_sheets(root: Path, options: Options) -> dict[str, str]:
    """Every style sheet of overrides/css/, compact, by name; those for every page first; last,
    those that mkdocs.yml adds.

    Raises:
        Problem: one is no CSS, or uses a token that is not there.
    """
    known = tokens(root)
    sheets = {"tokens": known.rules(options.scheme, bool(options.switch))}
    paths = (root / TOKENS).parent.glob("*.css")
    for path in sorted(paths, key=lambda path: (path.stem not in ALWAYS, path.stem)):
        if path.stem not in sheets:
            sheets[path.stem] = read_css(path, root)
            check_tokens(sheets[path.stem], path.relative_to(root).as_posix(), known)
    # Last, as Material has it, so that it may change all that comes before it.
    return {**sheets, EXTRA: options.styles}


def needed(html: str, sheets: dict[str, str]) -> str:
    """Those of ``sheets`` that the page asks for, in their order."""
    named = {*ALWAYS, EXTRA}
    for element in document_fromstring(html).iter("*"):
        named.update([element.tag, *element.get("class", "").split()])
    for name in named & _TOGETHER.keys():
        named = named | _TOGETHER[name]
    if named & set(KINDS):
        named.add("note")
    return "".join(text for name, text in sheets.items() if name in named)
