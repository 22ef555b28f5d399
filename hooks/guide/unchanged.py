"""What is known of a file holds until the file changes: `make serve` builds again and again."""

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")


def while_unchanged(read: Callable[[Path], Found]) -> Callable[[Path], Found]:
    """A function of a file that reads it anew only when its time or its size is another one.

    Args:
        read: takes the file; what it gives is shared, so nobody may change it.
    """

    @cache
    def known(path: Path, *state: int) -> Found:
        return read(path)

    @wraps(read)
    def now(path: Path) -> Found:
        state = path.stat()
        return known(path, state.st_mtime_ns, state.st_size)

    return now
