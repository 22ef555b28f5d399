"""The style sheets that stand in a page itself, so that its text never waits for another file.

``base.css`` is for every page. Another is for the pages that have an element of its name, as a
class (``step.css``) or as a tag (``ruby.css``).
"""

import re
from pathlib import Path

BASE = "base"
# Routes' pages differ in a sheet or two. With the same ones they share one hash in the policy,
# which a host takes up to 2,000 characters of.
_TOGETHER = {"fix": {"admonition", "caution", "ios-path", "scroll", "step"}}

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r" ?([{};,]) ?")
_NAMES = re.compile(r'<([a-z]\w*)|\sclass="([^"]*)"')


def style_sheets(folder: Path) -> dict[str, str]:
    """Every style sheet of ``folder``, without comments and idle spaces, by name; base first."""
    paths = sorted(folder.glob("*.css"), key=lambda path: (path.stem != BASE, path.stem))
    return {path.stem: _shorter(path.read_text(encoding="utf-8")) for path in paths}


def needed(html: str, sheets: dict[str, str]) -> str:
    """Those of ``sheets`` that the page asks for, in their order."""
    named = {BASE}
    for tag, classes in _NAMES.findall(html):
        named.update(classes.split() if classes else [tag])
    for name in named & _TOGETHER.keys():
        named = named | _TOGETHER[name]
    return "".join(text for name, text in sheets.items() if name in named)


def _shorter(css: str) -> str:
    # The space in `.step :is(h2)` means something: only those beside these signs go.
    return _AROUND.sub(r"\1", " ".join(_COMMENT.sub("", css).split())).replace(";}", "}").strip()
