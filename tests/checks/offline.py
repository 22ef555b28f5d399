"""What is kept for when there is no network: the lists, the one file, the home-screen icon."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from site_build import SITE_URL
from site_reader import Page, Site, plain_text

# By this docs/worker.js knows a page of this site: no sign-in page has it.
_OWN = "default-src 'none'"
# The pages of the one file, besides the chapters.
APPENDICES = ("settings", "errors", "about")
# Nothing but these, and they ask for nothing.
_HARMLESS = {("link", "canonical"), ("link", "icon"), ("a", None)}


def lists(site: Site) -> Iterator[str]:
    """Every language's list has all its pages, all steps, its search; every hash is the file's."""
    versions = set()
    for locale in site.locales:
        found = site.json_file(f"offline/{locale}.json")
        versions.add(found["version"])
        listed = dict(found["files"])
        home = site.home(locale)
        wanted = {page.url for page in site.of(locale) if page.slug != "404"}
        wanted |= {page.url for page in site.step_pages.values()}
        wanted |= {f"s/{step.code}/messages.json" for step in site.guide.steps.active()}
        wanted |= {
            f"{home}search/{path.name}" for path in (site.folder / home / "search").iterdir()
        }
        wanted |= {"settings.json", "steps.json"}
        for path in sorted(wanted - listed.keys()):
            yield f"offline/{locale}.json lacks {path!r}"
        if found["files"][0][0] != home:
            yield f"offline/{locale}.json does not begin with the first page"
        for path, hash in listed.items():
            file = site.folder / path
            file = file / "index.html" if file.is_dir() else file
            if hashlib.sha256(file.read_bytes()).hexdigest()[:16] != hash:
                yield f"offline/{locale}.json: another hash than {path!r} has"
    if len(versions) != 1:
        yield f"the lists have {len(versions)} versions"


def parts(site: Site) -> Iterator[str]:
    """Every list has the styles, scripts and pictures of its pages."""
    for locale in site.locales:
        listed = dict(site.json_file(f"offline/{locale}.json")["files"])
        for page in site.of(locale):
            for element in page.select("script[src], link[rel=stylesheet], img[src]"):
                path = site.resolve(page, element.get("src") or element.get("href"))
                if page.slug != "404" and path not in listed:
                    yield f"offline/{locale}.json lacks {path!r}, which {page.name} uses"


def own_pages(site: Site) -> Iterator[str]:
    """Every page that is kept, and the one for what is gone, is known as this site's."""
    if _OWN not in (site.folder / "worker.js").read_text("utf-8"):
        yield f"worker.js does not look for {_OWN!r}"
    listed = {"404.html"}
    for locale in site.locales:
        listed |= {path for path, _ in site.json_file(f"offline/{locale}.json")["files"]}
    for path in sorted(listed):
        file = site.folder / path
        file = file / "index.html" if file.is_dir() else file
        if file.suffix == ".html" and _OWN not in file.read_text("utf-8"):
            yield f"{path!r} lacks {_OWN!r}, by which worker.js knows it"


def one_files(site: Site) -> Iterator[str]:
    """Each language's file has every fact and step of its pages, and needs no other file."""
    for locale in site.locales:
        file = site.one_files.get(locale)
        if file is None:
            yield f"{locale}: the whole guide in one file is missing"
            continue
        if not site.looks_at(file.url):
            continue
        slugs = [*site.guide.steps.chapters, *APPENDICES]
        facts = sum((_facts(site.page(locale, slug)) for slug in slugs), Counter())
        own = Counter(element["data-fact"] for element in file.soup.select("[data-fact]"))
        if own != facts:
            yield f"{file.name}: other facts than the pages: {(own - facts) | (facts - own)}"
        ids = Counter(element["id"] for element in file.soup.select("[id]"))
        for id in (id for id, count in ids.items() if count > 1):
            yield f"{file.name}: the id {id!r} stands twice"
        for step in site.guide.steps.active():
            if step.code not in ids:
                yield f"{file.name}: no step {step.code}"
        for element in file.soup.select("[src], link, script, iframe, [style], form, button"):
            kind = (element.name, " ".join(element.get("rel", [])) or None)
            if kind not in _HARMLESS:
                yield f"{file.name}: {element.name} is no part of a file of its own"
        said = file.soup.header.get_text()
        if site.home(locale) not in said or not _says(file, site.guide.strings[locale].ui):
            yield f"{file.name}: does not say what it is"


def _facts(page: Page) -> Counter:
    return Counter(element["data-fact"] for element in page.select_in_article("[data-fact]"))


def _says(file: Page, ui: dict[str, str]) -> bool:
    said = plain_text(file.soup.header)
    before, _, after = ui["one_file"].partition("{date}")
    return before in said and after in said and ui["independent"] in said


def one_file_links(site: Site) -> Iterator[str]:
    """Links in the file lead to a place in it, to a page of the site, or to a known address."""
    known = {str(link.url) for link in site.guide.links.links.values() if link.url}
    for file in site.one_files.values():
        if not site.looks_at(file.url):
            continue
        slugs = [*site.guide.steps.chapters, *APPENDICES]
        inside = {SITE_URL + site.page(file.locale, slug).url for slug in slugs}
        for link in file.soup.select("a[href]"):
            address, fragment = urldefrag(link["href"])
            if address in known or link["href"] in known or link.has_attr("data-report"):
                continue
            if address and not address.startswith(SITE_URL):
                yield f"{file.name}: {link['href']!r} is not known"
                continue
            if address in inside and link.find_parent("main"):
                yield f"{file.name}: {link['href']!r} leads out of the file"
            path = address.removeprefix(SITE_URL) if address else file.url
            target = site.by_url.get(path)
            if not target and not (site.folder / path).is_file():
                yield f"{file.name}: {link['href']!r} leads nowhere"
            elif fragment and not (target and fragment in target.by_id):
                yield f"{file.name}: no anchor {link['href']!r}"


def home_screen(site: Site) -> Iterator[str]:
    """Each language has a manifest with its own name, which its pages name."""
    for locale in site.locales:
        home = site.home(locale)
        found = json.loads((site.folder / home / "manifest.webmanifest").read_text("utf-8"))
        strings = site.guide.strings[locale]
        if (found["name"], found["lang"]) != (strings.site_name, strings.html_lang):
            yield f"{locale}: the manifest is of another language"
        if len(found["short_name"]) > 12:
            yield f"{locale}: {found['short_name']!r} is too long for a home screen"
        base = Page(locale, "manifest", f"{home}manifest.webmanifest", "")
        if site.resolve(base, found["start_url"]) != home:
            yield f"{locale}: the manifest starts at {found['start_url']!r}"
        if urljoin(urljoin(SITE_URL, "/"), found["id"]) != SITE_URL + home:
            yield f"{locale}: the manifest is of {found['id']!r}, not of this site's edition"
        for icon in found["icons"]:
            if not (site.folder / site.resolve(base, icon["src"])).is_file():
                yield f"{locale}: no icon {icon['src']!r}"
        for page in site.of(locale):
            (link,) = page.select("link[rel=manifest]")
            if page.slug != "404" and site.resolve(page, link["href"]) != base.url:
                yield f"{page.name}: names the manifest {link['href']!r}"


CHECKS = [lists, parts, own_pages, one_files, one_file_links, home_screen]
