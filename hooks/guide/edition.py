"""Of when the paper is: the date and the name of the last change."""

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path


@dataclass(frozen=True)
class Edition:
    """The date of the text, and the commit that it was made from, if there is one."""

    day: date
    version: str


def edition(root: Path) -> Edition:
    """The last commit of the project; without one, SOURCE_DATE_EPOCH or today."""
    found = subprocess.run(
        ["git", "-c", "safe.directory=*", "log", "-1", "--format=%cs %h"],
        cwd=root,
        capture_output=True,
        text=True,
    )
    if found.returncode == 0:
        day, version = found.stdout.split()
        return Edition(date.fromisoformat(day), version)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return Edition(now.date(), "")
