"""The built site, as tests read it."""

import json
import os
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

import soupsieve
import yaml
from bs4 import BeautifulSoup, Tag
from guide.project import SOURCE, Guide, load
from site_build import ROOT


@dataclass(eq=False)
class Page:
    """One HTML file: its language, its slug, its address and its text.

    The slug is ``404`` for that page, ``s/<code>`` for a step's, ``file`` for the whole guide in
    one file.
    """

    locale: str
    slug: str
    url: str
    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        # As a reader sees it: without what only keeps lines together. By lxml, in half the time.
        return BeautifulSoup(self.html.replace("\u2060", ""), "lxml")

    @cached_property
    def _elements(self) -> dict[str, list[tuple[int, Tag]]]:
        """The elements with their places, by name (``a``), class (``.step``) and attribute
        (``[href]``)."""
        found = defaultdict(list)
        for numbered in enumerate(_descendants(self.soup)):
            element = numbered[1]
            keys = [element.name, "*", *(f"[{name}]" for name in element.attrs)]
            keys += [f".{name}" for name in element.get("class", ())]
            for key in dict.fromkeys(keys):
                found[key].append(numbered)
        return found

    def select(self, css: str) -> list[Tag]:
        """What ``soup.select`` gives, in a fraction of its time.

        Only those elements are matched that have what a selector asks for first.
        """
        return self._matches(css, range(len(self._elements["*"])))

    def select_in_article(self, css: str) -> list[Tag]:
        """What ``article.select`` gives, likewise."""
        return self._matches(css, self._within_article)

    def smallest_in_article(self, css: str) -> list[Tag]:
        """Of what ``select_in_article`` gives, the elements with no other of them inside."""
        found = self.select_in_article(css)
        around = {id(parent) for one in found for parent in one.parents}
        return [one for one in found if id(one) not in around]

    def _matches(self, css: str, places: range) -> list[Tag]:
        compiled = soupsieve.compile(css)
        found = {
            place: element
            for selector in compiled.selectors
            for place, element in self._elements.get(_asked_for(selector), ())
            if place in places
        }
        return [found[place] for place in sorted(found) if compiled.match(found[place])]

    @cached_property
    def _within_article(self) -> range:
        """The places of the elements in the article."""
        first = next(place for place, one in self._elements["article"] if one is self.article)

        def is_after(numbered: tuple[int, Tag]) -> bool:
            return all(parent is not self.article for parent in numbered[1].parents)

        return range(first + 1, bisect_left(self._elements["*"], True, first + 1, key=is_after))

    def resolve(self, href: str) -> str:
        """The address, relative to the site, that a link on the page leads to."""
        base = "https://site.invalid/"
        return urljoin(base + self.url, href).removeprefix(base)

    @cached_property
    def article(self) -> Tag:
        return self.soup.select_one("article")

    @property
    def name(self) -> str:
        return f"{self.locale}/{self.slug}"

    @cached_property
    def by_id(self) -> dict[str, Tag]:
        """The elements that have an id; the first, where it stands twice."""
        return {element["id"]: element for element in reversed(self.select("[id]"))}

    @cached_property
    def sections(self) -> dict[str, list[Tag]]:
        """The article's elements by the anchor of the heading above them, in order.

        The wrapper of a step or a message is looked through, so that its heading and its parts
        count one by one.
        """
        found: dict[str, list[Tag]] = {}
        anchor = "(start)"
        for element in self._parts():
            if element.name in ("h1", "h2", "h3", "h4"):
                anchor = anchor_of(element) or "(no anchor)"
            found.setdefault(anchor, []).append(element)
        return found

    def _parts(self):
        for element in self.article.find_all(True, recursive=False):
            # Said about the page, not by it: that it is out of date, that it has other languages.
            if {"stale", "offers"} & set(element.get("class", [])):
                continue
            if element.get("class") == ["step"]:
                yield from element.find_all(True, recursive=False)
            elif element.get("class") == ["message"]:
                yield from element.select(":scope > summary > h3, :scope > :not(summary)")
            else:
                yield element


def anchor_of(heading: Tag) -> str | None:
    """Where links to a heading lead: to itself, or to the first place in the fold that it names."""
    named = heading.parent.name == "summary"
    return (heading.parent.find_next_sibling() if named else heading).get("id")


def plain_text(element: Tag) -> str:
    """The element's words, without the readings over them."""
    words = element.find_all(string=True)
    return "".join(one for one in words if not one.find_parent(["rt", "rp"])).strip()


def _descendants(element: Tag) -> Iterator[Tag]:
    """The elements within one, in their order, without what templates hold: it is not there yet."""
    for child in element.contents:
        if isinstance(child, Tag):
            yield child
            if child.name != "template":
                yield from _descendants(child)


def _asked_for(selector: soupsieve.css_types.Selector) -> str:
    """Where ``Page._elements`` has what a selector can match."""
    if selector.attributes:
        return f"[{selector.attributes[0].attribute}]"
    if selector.classes:
        return f".{selector.classes[0]}"
    return selector.tag.name if selector.tag else "*"


@dataclass
class Site:
    """A built site and the project that it was built from.

    Attributes:
        folder: the built site.
        root: the project.
        guide: the project's facts and words; read from ``root`` unless given.
        only: the addresses of the pages to look at; none means all. Every page can still be asked
            for by its address, language or code.
    """

    folder: Path
    root: Path
    guide: Guide | None = None
    only: frozenset[str] | None = None
    _read: dict[str, Page] = field(default_factory=dict, repr=False)

    def __post_init__(self):
        if self.guide is None:
            names = {language["locale"]: language["name"] for language in languages(self.root)}
            self.guide = load(self.root, names)
        self.names = self.guide.names
        self.locales = self.guide.locales

    def changed(self, folder: Path, guide: Guide, addresses: frozenset[str]) -> "Site":
        """The same site with other pages at these addresses, to look at those alone.

        Args:
            folder: a copy of the site, with the changed files.
            guide: the facts and words of the changed site, in some of its languages.
            addresses: of the pages that differ, relative to the site.
        """
        kept = {url: page for url, page in self._read.items() if url not in addresses}
        return Site(folder, self.root, guide, addresses, kept)

    def home(self, locale: str) -> str:
        return "" if locale == SOURCE else f"{locale}/"

    @cached_property
    def pages(self) -> list[Page]:
        """The pages of every language, 404 pages among them."""
        return [page for page in self.all_pages if not page.slug.startswith(("s/", "file"))]

    @cached_property
    def one_files(self) -> dict[str, Page]:
        """The whole guide in one file, by language."""
        return {page.locale: page for page in self.by_url.values() if page.slug == "file"}

    @cached_property
    def code(self) -> str:
        """The folder of scripts and style sheets, e.g. ``assets/3f2b9c0a``."""
        (found,) = self.folder.glob("assets/*/js")
        return found.parent.relative_to(self.folder).as_posix()

    @cached_property
    def step_pages(self) -> dict[str, Page]:
        """The files of /s/, by code; the list of all steps by the empty string."""
        found = [page for page in self.by_url.values() if page.slug.startswith("s/")]
        return {page.slug.removeprefix("s/"): page for page in found}

    @cached_property
    def by_url(self) -> dict[str, Page]:
        """Every page of the site by its address, also of those not to look at."""
        found = [self._page(path) for path in sorted(self.folder.rglob("*.html"))]
        return {page.url: page for page in found if page.locale in self.locales}

    @cached_property
    def all_pages(self) -> list[Page]:
        """The pages to look at, step pages and the whole guide in one file among them."""
        return [page for page in self.by_url.values() if self.looks_at(page.url)]

    def looks_at(self, address: str) -> bool:
        return self.only is None or address in self.only

    def page(self, locale: str, slug: str) -> Page:
        (page,) = [page for page in self.of(locale) if page.slug == slug]
        return page

    def of(self, locale: str) -> list[Page]:
        """Every page of a language."""
        return self._by_locale[locale]

    @cached_property
    def _by_locale(self) -> dict[str, list[Page]]:
        found = {locale: [] for locale in self.locales}
        for page in self.by_url.values():
            if not page.slug.startswith(("s/", "file")):
                found[page.locale].append(page)
        return found

    @cached_property
    def content(self) -> list[Page]:
        """The pages without the 404 pages."""
        return [page for page in self.pages if page.slug != "404"]

    def search_index(self, locale: str) -> dict:
        """What search/index.json holds, its sections by rows."""
        path = self.folder / self.home(locale) / "search/index.json"
        index = json.loads(path.read_text(encoding="utf-8"))
        return index | {"sections": list(zip(*index["sections"], strict=True))}

    def json_file(self, name: str) -> dict:
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def resolve(self, page: Page, href: str) -> str:
        """The address, relative to the site, that a link on a page leads to."""
        return page.resolve(href)

    def _page(self, path: Path) -> Page:
        parts = list(path.relative_to(self.folder).parts)
        url = "/".join(parts).removesuffix("index.html")
        if url not in self._read:
            html = path.read_text(encoding="utf-8")
            self._read[url] = Page(*self._place(parts), url, html)
        return self._read[url]

    def _place(self, parts: list[str]) -> tuple[str, str]:
        """Whose page a file is, and its slug."""
        if parts[0] == "s":
            return SOURCE, f"s/{parts[1] if len(parts) == 3 else ''}"
        if parts[0] == "offline":
            return Path(parts[-1]).stem.removeprefix("guide-"), "file"
        locale = parts.pop(0) if parts[0] in self._folders else SOURCE
        folder = "/".join(parts[:-1])
        return locale, folder or {"index.html": "index", "404.html": "404"}[parts[-1]]

    @cached_property
    def _folders(self) -> set[str]:
        """The languages' folders, also of those that are not looked at."""
        return {language["locale"] for language in languages(self.root)}


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without its environment variables."""


_Loader.add_constructor("!ENV", lambda loader, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda *_: None)


def languages(root: Path) -> list[dict]:
    """The languages that mkdocs.yml builds, as it lists them."""
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)
    (i18n,) = [p["i18n"] for p in config["plugins"] if isinstance(p, dict) and "i18n" in p]
    return [language for language in i18n["languages"] if language.get("build", True)]


# The languages of the project as it is.
EVERY_LOCALE = [language["locale"] for language in languages(ROOT)]
# Those that this run looks at, for tests that run once a language: all, but in `make check`.
_ONLY = os.environ.get("CHECK_LOCALE")
LOCALES = [one for one in EVERY_LOCALE if not _ONLY or one in (SOURCE, "en", _ONLY)]
