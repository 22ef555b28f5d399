"""Each page runs and loads only what this site made, and says so to the browser."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from site_reader import Site

_EMBEDDED = "iframe, frame, object, embed, applet, portal, base, form[action], [formaction]"
_WEAK = re.compile(r"unsafe-|\*|https?:|blob:")


def stated(site: Site) -> Iterator[str]:
    """Every page has a policy that allows its own inline styles and scripts, by hash, no more."""
    ours = _our_scripts(site.root)
    for page in site.all_pages:
        found = page.select("meta[http-equiv=Content-Security-Policy]")
        if len(found) != 1:
            yield f"{page.url}: {len(found)} policies"
            continue
        said = {
            name: set(values)
            for name, *values in (part.split() for part in found[0]["content"].split(";"))
        }
        if said["default-src"] != {"'none'"}:
            yield f"{page.url}: default-src is {said['default-src']}"
        for kind in ("style", "script"):
            inline = [one for one in page.soup.find_all(kind) if not one.get("src")]
            hashes = {_hash(one.string or "") for one in inline if not _is_data(one)}
            allowed = {one for one in said.get(f"{kind}-src", set()) if one.startswith("'sha256-")}
            if allowed != hashes:
                yield f"{page.url}: the policy allows other {kind}s than the page has"
            if kind == "script":
                for other in (allowed | hashes) - ours:
                    yield f"{page.url}: the script {other} is in none of our templates"
        if _WEAK.search(found[0]["content"]):
            yield f"{page.url}: a weak policy: {found[0]['content']}"
        before = page.html[: page.html.index("Content-Security-Policy")]
        if re.search(r"<(script|style|link)\b", before):
            yield f"{page.url}: something is loaded before the policy is read"


def nothing_inline(site: Site) -> Iterator[str]:
    """No attribute that holds a style or a script, which a policy without 'unsafe' forbids."""
    for page in site.all_pages:
        for element in page.soup.find_all(True):
            for name in element.attrs:
                if name == "style" or name.startswith("on"):
                    yield f"{page.url}: {element.name} has {name}={element[name]!r}"


def nothing_from_elsewhere(site: Site) -> Iterator[str]:
    """Scripts are files of docs/assets; nothing is embedded, refreshed, sent or imported."""
    own = {path.name for path in (site.root / "docs/assets/js").rglob("*.js")} | {"site.js"}
    moved = site.guide.pages.moved()
    for page in site.all_pages:
        for script in page.select("script[src]"):
            if script["src"].startswith(("//", "http")) or Path(script["src"]).name not in own:
                yield f"{page.url}: the script {script['src']}"
        for element in page.select(_EMBEDDED):
            yield f"{page.url}: <{element.name}>"
        for refresh in page.select("meta[http-equiv=refresh]"):
            if not moved or refresh["content"].partition("url=")[2].startswith(("//", "http")):
                yield f"{page.url}: leads on to {refresh['content']}"
        for style in page.select("style"):
            if "@import" in (style.string or "") or "://" in (style.string or ""):
                yield f"{page.url}: a style loads something"
        for link in page.select("[href], [src]"):
            address = link.get("href") or link.get("src") or ""
            if urlsplit(address).scheme not in ("", "http", "https", "data") or (
                address.startswith("data:") and link.name != "link"
            ):
                yield f"{page.url}: an address of an odd kind: {address[:60]!r}"


def _our_scripts(root: Path) -> set[str]:
    """The hashes of the inline scripts in templates, read here once more: not from any page."""
    paths = [*(root / "overrides").rglob("*.html"), *(root / "hooks/guide").rglob("*.html")]
    found = set()
    for path in paths:
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        found |= {_hash(one.string or "") for one in soup.select("script:not([src])")}
    return found


def _is_data(script: Tag) -> bool:
    return script.get("type") in ("application/json", "application/ld+json")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


CHECKS = [stated, nothing_inline, nothing_from_elsewhere]
