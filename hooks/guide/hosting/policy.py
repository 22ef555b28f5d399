"""What a page may load and run (Content Security Policy): only what this site made."""

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lxml import etree

from guide.problem import Problem

# The one address that a script may give the browser as a script: see assets/js/site/offline.js.
TRUSTED_TYPES = "guide-worker"

_TEMPLATES = Path(__file__).parent.parent / "page/templates"
_JAVASCRIPTS = Path(__file__).parents[3] / "overrides/partials/javascripts"

MARK = "<!-- policy -->"


def with_policy(html: str, make: Callable[[dict[str, list[str]]], str]) -> str:
    """Puts the policy into a page, at ``MARK``, and that other sites do not learn of it.

    Args:
        make: ``policy`` or ``policy_alone``.
    """
    content = make(sources(html))
    tags = (
        f'<meta http-equiv="Content-Security-Policy" content="{content}">'
        '<meta name="referrer" content="same-origin">'
    )
    return html.replace(MARK, tags, 1)


def for_live_reload(
    make: Callable[[dict[str, list[str]]], str],
) -> Callable[[dict[str, list[str]]], str]:
    """The same policy, and MkDocs' own script, by which a browser reloads what has changed.

    For `make serve` alone: the script is put into each answer and differs in each, so that no
    hash can name it.
    """

    def made(inline: dict[str, list[str]]) -> str:
        text = make({**inline, "script": ["'unsafe-inline'"]})
        return text if "connect-src" in text else f"{text};connect-src 'self'"

    return made


def sources(html: str) -> dict[str, list[str]]:
    """The hashes of the inline styles and scripts of a page, as a policy names them.

    Returns:
        ``{"style": ["'sha256-…'", …], "script": […]}``, each once.

    Raises:
        Problem: a script is none of our templates'.
    """
    found = _inline(html)
    for script in found["script"]:
        if script not in own_scripts():
            raise Problem(
                "a page", f"it holds a script of nobody's: {script[:60]!r}", f"See {_TEMPLATES}"
            )
    return {kind: [*map(_hash, texts)] for kind, texts in found.items()}


@cache
def own_scripts() -> frozenset[str]:
    """The inline scripts of the templates. What they work with stands in the page, not in them."""
    paths = [*sorted(_TEMPLATES.glob("*.html")), *sorted(_JAVASCRIPTS.glob("*.html"))]
    texts = (path.read_text(encoding="utf-8") for path in paths)
    return frozenset(script for text in texts for script in _inline(text)["script"])


def _inline(html: str) -> dict[str, list[str]]:
    """The inline styles and scripts of a page, each once; data is none."""
    found: dict[str, dict[str, None]] = {"style": {}, "script": {}}
    for element in etree.HTML(html).iter("style", "script"):
        if not element.get("src") and element.get("type", "module") == "module":
            found[element.tag][element.text or ""] = None
    return {kind: [*texts] for kind, texts in found.items()}


def policy(inline: dict[str, list[str]]) -> str:
    """The policy of pages that load the site's own files.

    Args:
        inline: what ``sources`` gave for them.
    """
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *inline["script"]]),
            " ".join(["style-src 'self'", *inline["style"]]),
            "img-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            f"trusted-types {TRUSTED_TYPES}",
        ]
    )


def policy_alone(inline: dict[str, list[str]]) -> str:
    """The policy of a page that loads no other file."""
    parts = ["default-src 'none'"]
    parts += [f"{kind}-src {' '.join(hashes)}" for kind, hashes in inline.items() if hashes]
    return ";".join([*parts, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
