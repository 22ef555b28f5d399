"""Writes a .gz and a .br beside each text file of a built site, for servers to send as they are.

Usage: precompress.py SITE
"""

import gzip
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import brotli

TEXT = {".html", ".css", ".js", ".mjs", ".json", ".webmanifest", ".svg", ".xml", ".txt", ".csv"}
# A smaller file fits into one packet as it is.
LEAST = 500


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    before, gz, br = precompress(Path(sys.argv[1]))
    print(f"{before:,} bytes of text, {gz:,} as .gz, {br:,} as .br")
    return 0


def precompress(site: Path, quality: int = 11) -> tuple[int, int, int]:
    """Compresses what is worth it; the same bytes give the same files.

    Args:
        quality: that of .br, from 0 (fast) to 11 (small).

    Returns:
        The bytes of those files, and of their .gz and .br.
    """
    paths = [path for path in to_compress(site) if path.stat().st_size >= LEAST]
    # The big ones first, so that no core waits for one at the end.
    paths.sort(key=lambda path: -path.stat().st_size)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        sizes = list(pool.map(partial(_compress, quality), paths))
    return tuple(map(sum, zip(*sizes, strict=True)))


def to_compress(site: Path) -> list[Path]:
    """The text files that the site serves."""
    found = [path for path in site.rglob("*") if path.suffix in TEXT and path.is_file()]
    return sorted(path for path in found if not path.name.startswith(("_", ".")))


def _compress(quality: int, path: Path) -> tuple[int, int, int]:
    data = path.read_bytes()
    # Without the time, which a header of .gz would hold.
    gz = gzip.compress(data, 9, mtime=0)
    br = brotli.compress(data, brotli.MODE_TEXT, quality)
    for compressed, ending in ((gz, ".gz"), (br, ".br")):
        target = path.with_name(path.name + ending)
        target.write_bytes(compressed)
        # As old as the file itself, since servers make the name of a version from it.
        modified = path.stat().st_mtime_ns
        os.utime(target, ns=(modified, modified))
    return len(data), len(gz), len(br)


if __name__ == "__main__":
    sys.exit(main())
