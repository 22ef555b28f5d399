"""How soon a page can be read by Lighthouse's own model, for bench_pages.py.

It needs a folder in which ``npm install lighthouse@12`` has run, and Node 20. Lighthouse loads the
page unthrottled, as a phone, and works out how it would have come on slow 4G and a processor four
times slower.
"""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from chromium import executable

_COMMAND = "node_modules/lighthouse/cli/index.js"
_FLAGS = "--headless=new --no-sandbox --disable-gpu"


@dataclass(frozen=True)
class Modelled:
    """What Lighthouse works out: times in ms, how far things move, its score from 0 to 100."""

    text: float
    largest: float
    blocked: float
    shift: float
    score: int


def modelled(folder: Path, url: str) -> Modelled:
    """Runs Lighthouse once.

    Args:
        folder: where it is installed.

    Raises:
        CalledProcessError: it could not load the page.
    """
    command = ["node", str(folder / _COMMAND), url, "--quiet", "--output=json"]
    command += ["--only-categories=performance", f"--chrome-flags={_FLAGS}"]
    environment = {**os.environ, "CHROME_PATH": executable(whole=True)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    report = json.loads(done.stdout)
    value = {name: audit.get("numericValue") for name, audit in report["audits"].items()}
    return Modelled(
        text=value["first-contentful-paint"],
        largest=value["largest-contentful-paint"],
        blocked=value["total-blocking-time"],
        shift=value["cumulative-layout-shift"],
        score=round(100 * report["categories"]["performance"]["score"]),
    )
