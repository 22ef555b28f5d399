"""What is installed is what was locked: a file with another hash is refused."""

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from site_build import ROOT


def test_every_package_is_pinned_with_its_hashes():
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) > 30
    for line in lines:
        assert re.match(
            r"[\w.-]+==[\w.]+ (?:; [^#]*?)?(?:\s*--hash=sha256:[0-9a-f]{64})+$", line
        ), line
    direct = (ROOT / "requirements.in").read_text(encoding="utf-8")
    locked = {line.split("==")[0] for line in lines}
    for name in re.findall(r"^([\w-]+)", direct, re.MULTILINE):
        assert name in locked, name


def test_the_install_insists_on_the_hashes():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = [line for line in makefile.splitlines() if "pip install" in line]
    assert any("--require-hashes -r requirements.txt" in line for line in installs)
    assert all("--require-hashes" in line for line in installs)
    # The only other way of getting packages is the one that locks them.
    others = [line for line in makefile.splitlines() if "uv pip" in line]
    assert [line.split()[:4] for line in others] == [["$(BIN)/uv", "pip", "compile", "--universal"]]
    assert "--generate-hashes" in others[0]


def test_a_changed_hash_is_refused(tmp_path):
    wheel = _wheel(tmp_path / "wheels")
    right = hashlib.sha256(wheel.read_bytes()).hexdigest()
    changed = ("1" if right[0] == "0" else "0") + right[1:]
    for digest, accepted in ((right, True), (changed, False), ("", False)):
        wanted = tmp_path / "requirements.txt"
        wanted.write_text(f"guide-probe==1.0{f' --hash=sha256:{digest}' if digest else ''}\n")
        result = _install(wanted, wheel.parent)
        assert (result.returncode == 0) is accepted, result.stderr
    wanted.write_text(f"guide-probe==1.0 --hash=sha256:{changed}\n")
    said = _install(wanted, wheel.parent).stderr
    assert "DO NOT MATCH THE HASHES" in said
    assert right in said


def _install(wanted: Path, wheels: Path) -> subprocess.CompletedProcess:
    """As ``make`` installs, from a folder instead of the network, and leaving nothing behind."""
    command = [sys.executable, "-m", "pip", "install", "--require-hashes", "-r", str(wanted)]
    options = ["--dry-run", "--no-index", "--find-links", str(wheels), "--isolated"]
    return subprocess.run(
        [*command, *options, "--disable-pip-version-check"], capture_output=True, text=True
    )


def _wheel(folder: Path) -> Path:
    folder.mkdir()
    path = folder / "guide_probe-1.0-py3-none-any.whl"
    about = "guide_probe-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("guide_probe.py", "")
        wheel.writestr(
            f"{about}/METADATA", "Metadata-Version: 2.1\nName: guide-probe\nVersion: 1.0\n"
        )
        tag = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        wheel.writestr(f"{about}/WHEEL", tag)
        wheel.writestr(f"{about}/RECORD", "")
    return path
