"""The file ``_nginx.conf``, which deploy/nginx.conf includes: what depends on the built site."""

import re
from collections.abc import Iterable

from guide.addresses import STEPS
from guide.hosting.response_headers import (
    ASK_AGAIN,
    ASSET_FOLDER,
    DAY,
    YEAR,
    Policies,
    of_images,
    of_pages,
    of_steps,
)

NAME = "_nginx.conf"
RESOURCES = "Cross-Origin-Resource-Policy"

_ABOUT = """\
# Written by the build for deploy/nginx.conf, which includes it. Every header that is not the same
# for all addresses, and the 404 page of each language. An empty value is a header that is not sent.
"""


def nginx_file(prefix: str, kinds: Policies, folders: Iterable[str]) -> str:
    """The text of ``_nginx.conf`` for a built site.

    Args:
        prefix: the path of the site's address, e.g. ``/mail/``.
        kinds: what ``policies`` gave for the site.
        folders: the folders of languages that have a 404 page of their own, e.g. ``en``.
    """
    at = f"~^{re.escape(prefix)}"
    steps, images = f"{at}{STEPS}", f"{at}assets/images/"
    # By the address and not by the type: a 304 has none, and browsers take over its headers.
    page = r"(/|\.html)$"
    maps = [
        _map(
            "$uri",
            "$guide_policy",
            kinds.others,
            {
                f"{steps}.*{page}": kinds.steps,
                f"~{page}": kinds.pages,
                r"~\.m?js$": kinds.scripts,
                r"~\.svg$": kinds.pictures,
            },
        )
    ]
    pages = of_pages()
    # Only documents ask for permissions.
    permitted = {
        f"{steps}.*{page}": of_steps()["Permissions-Policy"],
        f"~{page}": pages["Permissions-Policy"],
    }
    maps.append(_map("$uri", "$guide_permissions", "", permitted))
    maps.append(_map("$uri", "$guide_frame_options", pages["X-Frame-Options"], {steps: ""}))
    shared = {steps: of_steps()[RESOURCES], images: of_images()[RESOURCES]}
    maps.append(_map("$uri", "$guide_resource_policy", pages[RESOURCES], shared))
    kept = {f"{at}assets/{ASSET_FOLDER.pattern}/": YEAR, images: DAY}
    maps.append(_map("$uri", "$guide_cache", ASK_AGAIN, kept))
    not_found = {f"{at}{folder}/": f"{prefix}{folder}/404.html" for folder in folders}
    maps.append(_map("$uri", "$guide_not_found", f"{prefix}404.html", not_found))
    return "\n".join([_ABOUT, *maps])


def _map(of: str, variable: str, default: str, others: dict[str, str]) -> str:
    lines = [f'    default "{default}";']
    lines += [f'    "{pattern}" "{value}";' for pattern, value in others.items()]
    return "\n".join([f'map "{of}" {variable} {{', *lines, "}", ""])
