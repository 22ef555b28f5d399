"""Links inside the site resolve, anchors too; links outside are those of facts/links.yml."""

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from site_build import REPORT_URL, SITE_URL
from site_reader import Page, Site


def inside(site: Site) -> Iterator[str]:
    """Every link to a page, an anchor or a file of the site leads there.

    The PDFs take minutes to set and need not be there: a link to one has its language's name.
    """
    for page in site.all_pages:
        for href, element in _addresses(page):
            if _is_outside(href):
                continue
            target = _target(site, page, href)
            address, fragment = urldefrag(unquote(target))
            found = site.by_url.get(address)
            if address.startswith("pdf/"):
                if address not in _papers(page.locale):
                    yield f"{page.name}: <{element}> leads to {href!r}, which is no PDF of it"
            elif not found and not (site.folder / address).is_file():
                yield f"{page.name}: <{element}> leads to {href!r}, which is not there"
            elif fragment and not (found and fragment in found.by_id):
                yield f"{page.name}: no anchor #{fragment} at {address!r}"


def _papers(locale: str) -> set[str]:
    return {f"pdf/{kind}-{locale}.pdf" for kind in ("guide", "counter")}


def same_language(site: Site) -> Iterator[str]:
    """A link leads to a page of the same language, but in the language switch and its like."""
    for page in site.pages:
        for link in page.select("a[href]:not([hreflang])"):
            if _is_outside(link["href"]) or link.find_parent(class_="not-found"):
                continue
            address, fragment = urldefrag(_target(site, page, link["href"]))
            found = site.by_url.get(address)
            if found and found.slug.startswith("s/"):
                if fragment != page.locale:
                    yield f"{page.name}: leads to {found.name} in {fragment}"
            elif found and found.locale != page.locale:
                yield f"{page.name}: leads to {found.name}"


def outside(site: Site) -> Iterator[str]:
    """Every link out of the site is one of facts/links.yml, by its key."""
    known = {key: link.url and str(link.url) for key, link in site.guide.links.links.items()}
    allowed = {*known.values(), REPORT_URL}
    for page in site.pages:
        for element in page.select("[data-link]"):
            key = element["data-link"]
            if key not in known or element.get("href") != known[key]:
                yield f"{page.name}: the link {key} leads to {element.get('href')!r}"
        for address in page.select(".elsewhere__address"):
            href = address.find_parent("a")["href"]
            if address.get_text() != f"({href})":
                yield f"{page.name}: {address.get_text()!r} is typed for {href!r}"
        for href, name in _addresses(page):
            if name == "a" and _is_outside(href) and href not in allowed:
                yield f"{page.name}: {href!r} is not in facts/links.yml"
        for element in page.select("a[data-link]"):
            parts = urlsplit(element["href"])
            if (
                parts.scheme not in ("https", "http")
                or not parts.hostname
                or " " in element["href"]
            ):
                yield f"{page.name}: {element['href']!r} is no address"


def own_origin(site: Site) -> Iterator[str]:
    """Nothing is loaded from another origin."""
    for page in site.pages:
        for element in page.select(
            "script[src], img[src], link[rel=stylesheet], iframe, link[rel=icon]"
        ):
            address = element.get("src") or element.get("href") or ""
            if "//" in address and not address.startswith("data:"):
                yield f"{page.name}: loads {address!r}"


def _target(site: Site, page: Page, href: str) -> str:
    # The 404 pages have absolute addresses, since they are shown at any depth.
    if href.startswith("/"):
        return urljoin(SITE_URL, href).removeprefix(SITE_URL)
    return site.resolve(page, href)


def _is_outside(href: str) -> bool:
    return bool(urlsplit(href).scheme)


def _addresses(page: Page) -> Iterator[tuple[str, str]]:
    for element in page.select("[href], [src]"):
        if element.name == "link" and element.get("rel") in (["canonical"], ["alternate"]):
            continue
        yield element.get("href") or element.get("src"), element.name


CHECKS = [inside, same_language, outside, own_origin]
