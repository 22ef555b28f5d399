"""The file ``_headers``, by which Netlify, Cloudflare Pages and others add headers."""

from collections.abc import Iterator
from pathlib import Path

from guide.addresses import STEPS
from guide.hosting.response_headers import (
    ASK_AGAIN,
    ASSET_FOLDER,
    DAY,
    EVERYWHERE,
    NOT_TO_SERVE,
    YEAR,
    Policies,
    of_images,
    of_pages,
    of_steps,
)

NAME = "_headers"

_ABOUT = """\
# Written by the build. Belongs into the folder that the host serves at "/".
#
# A host adds up all rules that fit an address: two policies would both hold, two values of another
# header would be joined. So only headers that are the same everywhere stand under /*, and every
# other rule is for addresses of its own: all that lies beside the step pages is listed one by one.
"""


def headers_file(site: Path, prefix: str, kinds: Policies) -> str:
    """The text of ``_headers`` for a built site.

    Args:
        prefix: the path of the site's address, e.g. ``/mail/``.
        kinds: what ``policies`` gave for the site.
    """
    parts = [_ABOUT]
    for address, headers in [("/*", EVERYWHERE), *_rules(site, prefix, kinds)]:
        lines = [address, *(f"  {name}: {value}" for name, value in headers.items())]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _rules(site: Path, prefix: str, kinds: Policies) -> Iterator[tuple[str, dict[str, str]]]:
    pages = {"Content-Security-Policy": kinds.pages, **of_pages()}
    others = {"Content-Security-Policy": kinds.others, **of_pages()}
    steps = {"Content-Security-Policy": kinds.steps, **of_steps()}
    yield f"{prefix}{STEPS}*", {**steps, "Cache-Control": ASK_AGAIN}
    yield prefix, {**pages, "Cache-Control": ASK_AGAIN}
    for path in _entries(site):
        if path.name == "assets":
            yield from _assets(path, f"{prefix}assets/", pages)
        elif path.name == "pdf":
            yield f"{prefix}pdf/*", {**others, "Cache-Control": ASK_AGAIN}
        elif path.name != STEPS.rstrip("/"):
            yield _address(path, prefix), {**pages, "Cache-Control": ASK_AGAIN}


def _assets(folder: Path, prefix: str, pages: dict[str, str]):
    for path in _entries(folder):
        if path.name == "images":
            pictures = {**pages, **of_images(), "Cache-Control": DAY}
            yield _address(path, prefix), pictures
        else:
            keep = YEAR if ASSET_FOLDER.fullmatch(path.name) else ASK_AGAIN
            yield _address(path, prefix), {**pages, "Cache-Control": keep}


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith(NOT_TO_SERVE))


def _address(path: Path, prefix: str) -> str:
    return f"{prefix}{path.name}/*" if path.is_dir() else f"{prefix}{path.name}"
