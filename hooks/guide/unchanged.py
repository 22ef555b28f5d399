"""What is known of a file holds until the file changes: `make serve` builds again and again."""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")


def while_unchanged(read: Callable[[Path], Found]) -> Callable[[Path], Found]:
    """A function of a file that looks at it anew only when something else stands in it.

    Args:
        read: takes the file; what it gives is shared, so nobody may change it.
    """

    @cache
    def known(path: Path, content: bytes) -> Found:
        return read(path)

    @wraps(read)
    def now(path: Path) -> Found:
        return known(path, hashlib.blake2b(path.read_bytes()).digest())

    return now
