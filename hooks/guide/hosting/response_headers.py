"""What a server says beside each file: the same policy as the pages' own, and what only it can say.

There are two kinds of address: those of step pages, which any site may show in a frame of its own,
and all others, which none may.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guide.addresses import STEPS
from guide.hosting.policy import policy, policy_alone, sources
from guide.unchanged import while_unchanged

EVERYWHERE = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}

# What a page could ask the reader's permission for. Those that Chromium knows: it warns of others.
_FEATURES = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "clipboard-write",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
]
# The copy buttons.
_USED = {"clipboard-write"}

YEAR = "public, max-age=31536000, immutable"
DAY = "public, max-age=86400"
ASK_AGAIN = "no-cache"

NOT_TO_SERVE = ("_", ".")
ASSET_FOLDER = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True)
class Policies:
    """The Content-Security-Policy by kind: of pages, of step pages, of files that are no page."""

    pages: str
    steps: str
    scripts: str
    pictures: str
    others: str


def policies(site: Path) -> Policies:
    """What each kind of file of a built site may load, run and be framed by.

    Args:
        site: the built site; the inline styles and scripts of all its pages are allowed.
    """
    html = {*site.rglob("*.html")}
    in_steps = {path for path in html if path.is_relative_to(site / STEPS)}
    pages = _all_sources(html - in_steps)
    steps = _all_sources(in_steps)
    svg = _all_sources(site.rglob("*.svg"))
    style = f"style-src {' '.join(svg['style'])}; " if svg["style"] else ""
    nothing = "default-src 'none'"
    unframed = "frame-ancestors 'none'"
    return Policies(
        pages=f"{policy(pages)}; {unframed}",
        steps=f"{policy_alone(steps)};frame-ancestors *",
        # The policy of a service worker's own file is what it may fetch by.
        scripts=f"{nothing}; script-src 'self'; connect-src 'self'; {unframed}",
        pictures=f"{nothing}; {style}{unframed}",
        others=f"{nothing}; {unframed}",
    )


def permissions(used: set[str]) -> str:
    """A Permissions-Policy that leaves nothing but ``used``, and that to the site alone."""
    return ",".join(f"{name}=({'self' if name in used else ''})" for name in _FEATURES)


def of_pages() -> dict[str, str]:
    """The headers of every address but those of step pages, without policy and caching."""
    return {
        "Permissions-Policy": permissions(_USED),
        "X-Frame-Options": "DENY",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def of_steps() -> dict[str, str]:
    """The same for step pages, which others may frame."""
    return {
        "Permissions-Policy": permissions(set()),
        "Cross-Origin-Resource-Policy": "cross-origin",
    }


def of_images() -> dict[str, str]:
    """The same for pictures: other sites show them where they show a link to a page."""
    return {**of_pages(), "Cross-Origin-Resource-Policy": "cross-origin"}


def _all_sources(paths: Iterable[Path]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {"style": set(), "script": set()}
    for path in paths:
        for kind, hashes in _sources(path).items():
            found[kind].update(hashes)
    return {kind: sorted(hashes) for kind, hashes in found.items()}


@while_unchanged
def _sources(path: Path) -> dict[str, list[str]]:
    """What a file holds inline."""
    return sources(path.read_text(encoding="utf-8"))
