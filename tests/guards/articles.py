"""Pages made as the build makes them, but one at a time and without a build.

The only file of the guards that knows the functions behind ``hooks/``.
"""

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from guide.addresses import Addresses
from guide.facts.routes import Routes
from guide.facts.yaml_file import read_model
from guide.page.expand import Page, expand
from guide.page.markdown import GuideExtension
from guide.page.web_page import WebPage
from guide.problem import Problem
from guide.project import SOURCE, Guide
from guide.search.queries import read as read_queries
from guide.search.route_sections import route_sections
from guide.search.search_index import search_index
from guide.search.search_words import read as read_search_words
from guide.search.sections import sections
from guide.steps.route_source import route_slug
from guide.words.furigana import Furigana
from guide.words.line_breaks import join
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import meta
from site_build import REPORT_URL, ROOT, SITE_URL


@dataclass(frozen=True)
class Article:
    """A page's content and its description, as they stand in its file."""

    html: str
    description: str


class Press:
    """Makes the pages of a project.

    Args:
        root: the project; its files may change between two calls.
    """

    def __init__(self, root: Path):
        self.root = root
        self._config = load_config(str(ROOT / "mkdocs.yml"), site_url=SITE_URL)
        self._extension = GuideExtension()
        self._config.markdown_extensions.append(self._extension)
        self._addresses = Addresses(SITE_URL, SOURCE)
        self._routes = read_model(root / "facts/routes.yml", Routes, root).routes
        self._files: dict[str, Files] = {}
        self._as_they_are: dict[tuple[str, str], MkDocsPage] = {}

    def articles(self, guide: Guide, locale: str, slugs: Collection[str]) -> dict[str, Article]:
        """The content of some pages of a language.

        Raises:
            Problem: the build would stop; MkDocs' own warnings are one as well.
        """
        strings = guide.strings[locale]
        expanded = {slug: self._expanded(guide, locale, slug) for slug in slugs}
        furigana = Furigana(self.root, locale) if strings.furigana else None
        made = {}
        with _warnings() as warnings:
            self._forget_changes(locale)
            for slug, (markdown, page) in expanded.items():
                html = self._rendered(page, markdown)
                html = join(furigana.add(html) if furigana else html, strings.html_lang)
                text = (self.root / page.name).read_text(encoding="utf-8")
                made[slug] = Article(html, escape(meta.get_data(text)[1]["description"]))
            self._check_anchors(locale)
        if warnings:
            raise Problem(warnings[0], "MkDocs warns of this", "See above")
        return made

    def search_index(self, guide: Guide, locale: str, titles: dict[str, str]) -> dict:
        """What search/index.json of a language holds.

        Args:
            titles: what the navigation calls each page, by its address in the language's folder.

        Raises:
            Problem: the search words or queries of the language do not fit its pages.
        """
        home = self._addresses.home(locale)
        found = []
        for slug, article in self.articles(guide, locale, guide.slugs).items():
            address = self._addresses.page(locale, slug)
            root = WebPage(locale, slug, address, "", article.html).root
            found += sections(root, address.removeprefix(home))
        found += route_sections(guide, locale, found)
        words, queries = read_search_words(self.root, locale), read_queries(self.root, locale)
        return search_index(guide, locale, titles, found, words, queries)

    def _expanded(self, guide: Guide, locale: str, slug: str) -> tuple[str, Page]:
        depth = (slug != "index") + (locale != SOURCE)
        page = Page(guide, locale, slug, "../" * depth, REPORT_URL)
        text = (self.root / page.name).read_text(encoding="utf-8")
        return expand(text, page), page

    def _rendered(self, page: Page, markdown: str) -> str:
        files = self._files_of(page.locale)
        file = files.get_file_from_path(f"{page.locale}/{page.slug}.md")
        made = MkDocsPage(None, file, self._config)
        made.markdown, made.meta = markdown, {}
        self._extension.page = page
        made.render(self._config, files)
        self._as_they_are.setdefault((page.locale, page.slug), made)
        return made.content

    def _forget_changes(self, locale: str) -> None:
        """Lets links of a page lead to the others as they are; each is first made so."""
        for file in self._files_of(locale).documentation_pages():
            file.page = self._as_they_are.get((locale, file.name))

    def _files_of(self, locale: str) -> Files:
        if locale not in self._files:
            docs = self.root / "docs"
            paths = [*docs.glob(f"{locale}/*.md"), *docs.glob("assets/images/*")]
            uris = [path.relative_to(docs).as_posix() for path in sorted(paths)]
            uris += [f"{locale}/{route_slug(route.id)}.md" for route in self._routes]
            files = [File(uri, str(docs), "/site", True) for uri in uris]
            for file in files if locale == SOURCE else ():
                file.dest_uri = file.dest_uri.removeprefix(f"{SOURCE}/")
            self._files[locale] = Files(files)
        return self._files[locale]

    def _check_anchors(self, locale: str) -> None:
        files = self._files_of(locale)
        for file in files.documentation_pages():
            if file.page:
                file.page.validate_anchor_links(files=files, log_level=logging.WARNING)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collects what MkDocs warns of."""
    found: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record):
            found.append(record.getMessage())

    logger, handler = logging.getLogger("mkdocs"), Handler(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
