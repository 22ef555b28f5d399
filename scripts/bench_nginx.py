"""Prints how many requests a second nginx answers with a page of the site.

Beside it, the same nginx with one plain file of the same size, without the site's configuration.
Figures only: nothing here passes or fails.

Usage: bench_nginx.py [SITE]   (site/ unless named; it is copied and compressed first)
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from nginx_server import free_port, nginx
from precompress import precompress

ROUNDS = 5
PAGE = "en/network/"
CODING = "br"
# The site's own path, as SITE_URL had it when it was built.
_PREFIX = re.compile(r'default "(/.*)404\.html"')


def main() -> int:
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        base = Path(folder)
        prefix = _PREFIX.search((site / "_nginx.conf").read_text(encoding="utf-8"))[1]
        served = base / "root" / prefix.strip("/")
        shutil.copytree(site, served, ignore=shutil.ignore_patterns("*.pdf"))
        precompress(served)
        plain = base / "plain"
        plain.mkdir()
        shutil.copy(served / PAGE / f"index.html.{CODING}", plain / "file")
        port = free_port()
        extra = f"server {{ listen 127.0.0.1:{port}; root {plain}; }}"
        maps = served / "_nginx.conf"
        with nginx(base / "nginx", base / "root", maps, extra) as page_port:
            addresses = (
                f"http://127.0.0.1:{page_port}{prefix}{PAGE}",
                f"http://127.0.0.1:{port}/file",
            )
            # In turns, so that a slow moment of the machine falls on both.
            rounds = [[_requests(address) for address in addresses] for _ in range(ROUNDS)]
        size = (plain / "file").stat().st_size
    page, alone = (statistics.median(figures) for figures in zip(*rounds, strict=True))
    ratio = statistics.median(one / other for one, other in rounds)
    print(f"{prefix}{PAGE} as .{CODING}, {size} bytes    {page:,.0f} requests/s")
    print(f"a plain file of the same size      {alone:,.0f} requests/s")
    print(f"ratio                              {ratio:.2f}  (goal: at least 0.80)")
    return 0


def _requests(address: str) -> float:
    command = ["wrk", "-t2", "-c32", "-d2s", "-H", f"Accept-Encoding: {CODING}", address]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        raise RuntimeError(said)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


if __name__ == "__main__":
    sys.exit(main())
