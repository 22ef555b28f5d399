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
        # Its arguments stay what they are, so that it can travel between processes.
        super().__init__(where, what, mend)

    def __str__(self) -> str:
        where, what, mend = self.args
        line = f"{where}: {what.rstrip('.')}. {mend.rstrip('.')}."
        return " ".join(line.split())
