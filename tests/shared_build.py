"""What one process builds and all others of the run use."""

import fcntl
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


def built_once(folder: Path, make: Callable[[Path], subprocess.CompletedProcess]) -> Path:
    """The folder, made by the first process that asks; the others wait for it.

    Args:
        folder: where it is to be; beside it stand its lock and what was wrong with it.
        make: writes the folder. If it fails, each test that asks fails with its one message.
    """
    trouble = folder.with_name(f"{folder.name}.trouble")
    with open(folder.with_name(f"{folder.name}.lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not trouble.exists():
            result = make(folder)
            lines = (result.stdout + result.stderr).splitlines()
            said = [line for line in lines if line.startswith(("ERROR", "WARNING"))] or lines[-20:]
            trouble.write_text("\n".join(said) if result.returncode else "", encoding="utf-8")
    if said := trouble.read_text(encoding="utf-8"):
        pytest.fail(f"the site does not build:\n{said}", pytrace=False)
    return folder
