"""Reading what people wrote: UTF-8 text, whatever editor it comes from."""

import re
from pathlib import Path

from guide.problem import Problem

# What no keyboard makes: control characters, other line ends, and marks that turn the direction of
# what follows, so that a line is not what it seems to be.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def read_text(path: Path, root: Path) -> str:
    """The text of a file, its lines ended by ``\\n``, without a byte order mark.

    Args:
        root: the project's folder; messages name the file relative to it.

    Raises:
        Problem: the file is missing, cannot be read, is no UTF-8, or holds unseen characters.
    """
    name = path.relative_to(root)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise Problem(name, "this file is missing", "Put it back or copy it from docs/ja") from None
    except OSError as error:
        raise Problem(
            name, f"it cannot be read: {error.strerror}", "Make it a file that you may read"
        ) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Problem(f"{name}:{line}", "it is not UTF-8", "Save it as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if unseen := _UNSEEN.search(text):
        line = text.count("\n", 0, unseen.start()) + 1
        raise Problem(
            f"{name}:{line}",
            f"the character U+{ord(unseen[0]):04X} stands here, which nobody sees",
            "Remove it",
        )
    return text
