"""Each page runs and loads only what this site made, and says so to the browser."""

import re
from collections.abc import Iterator

from guide.hosting.policy import sources
from site_reader import Site

_WEAK = re.compile(r"unsafe-|\*|https?:|blob:")


def stated(site: Site) -> Iterator[str]:
    """Every page has a policy that allows its own inline styles and scripts, by hash, no more."""
    for page in site.all_pages:
        found = page.soup.select("meta[http-equiv=Content-Security-Policy]")
        if len(found) != 1:
            yield f"{page.url}: {len(found)} policies"
            continue
        said = {
            name: set(values)
            for name, *values in (part.split() for part in found[0]["content"].split(";"))
        }
        if said["default-src"] != {"'none'"}:
            yield f"{page.url}: default-src is {said['default-src']}"
        for kind, hashes in sources(page.html).items():
            allowed = {one for one in said.get(f"{kind}-src", set()) if one.startswith("'sha256-")}
            if allowed != set(hashes):
                yield f"{page.url}: the policy allows other {kind}s than the page has"
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


CHECKS = [stated, nothing_inline]
