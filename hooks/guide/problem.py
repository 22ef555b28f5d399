"""The one way in which bad input is reported."""

from pathlib import Path


class Problem(Exception):
    """Bad input, said in one line: where, what is wrong, how to mend it.

    Args:
        where: file and, after a colon, the key or line, e.g. ``facts/settings.yml: imap.port``.
        what: what is wrong.
        mend: what to do about it.
    """

    def __init__(self, where: str | Path, what: str, mend: str):
        line = f"{where}: {what.rstrip('.')}. {mend.rstrip('.')}."
        super().__init__(" ".join(line.split()))
