"""Builds a project as `make serve` does: once, and again after each change. For test_kept_pages.py.

Usage: in the project's folder, with SITE_DIR set: ``python -m builds.serve_builds FILE OLD NEW …``.
Prints, for each build, how many pages were kept.
"""

import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

URL = "http://127.0.0.1:8000/"


def build_once() -> None:
    config = load_config("mkdocs.yml", site_url=URL)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url=URL)
    (adapter,) = config.hooks.values()
    print(len(adapter._build.kept))


def main(*changes: str) -> None:
    build_once()
    for file, old, new in zip(changes[::3], changes[1::3], changes[2::3], strict=True):
        path = Path(file)
        text = path.read_text(encoding="utf-8")
        assert old in text, file
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        build_once()


if __name__ == "__main__":
    main(*sys.argv[1:])
