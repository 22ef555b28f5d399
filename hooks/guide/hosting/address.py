"""The address that a site is built for."""

import re
from urllib.parse import urlsplit

from guide.problem import Problem

_HOST = re.compile(r"[A-Za-z0-9.-]+|\[[0-9a-fA-F:.]+\]")


def check_address(url: str | None) -> None:
    """Sees that absolute links can be made from SITE_URL.

    Raises:
        Problem: it is empty, has no scheme or host, or more than a folder behind it.
    """
    mend = "Give the site's final address, such as SITE_URL=https://help.example/mail/"
    if not url or not url.strip():
        raise Problem("SITE_URL", "it is empty", mend)
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition(":")[0] if parts.port is not None else parts.netloc
    except ValueError:
        raise Problem("SITE_URL", f"{url!r} is no address", mend) from None
    right = (
        parts.scheme in ("http", "https")
        and _HOST.fullmatch(host)
        and not parts.query
        and not parts.fragment
        and re.fullmatch(r"(?:/[\w.~-]+)*/?", parts.path, re.ASCII)
    )
    if not right:
        raise Problem("SITE_URL", f"{url!r} is no address of a site", mend)
