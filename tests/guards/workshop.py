"""Plants errors in a copy and shows what becomes of them, each in well under a second.

Nothing is built: the pages that an error changes are made anew and put into the built ones.
"""

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from guards.articles import Article, Press
from guards.planting import Planted
from guide.problem import Problem
from guide.project import Guide, load
from guide.search.search_index import as_sent
from site_build import copy_project
from site_reader import Site


@dataclass(frozen=True)
class Outcome:
    """What errors lead to: the line with which the build stops, or the site with the errors."""

    stopped: str = ""
    site: Site | None = None


class Workshop:
    """A copy of the project and one of its site, in which errors are planted one after another.

    Args:
        clean: the site as it was built.
        folder: where the copies go.
    """

    def __init__(self, clean: Site, folder: Path):
        self.root = copy_project(folder / "project", clean.locales)
        self.folder = folder / "site"
        shutil.copytree(clean.folder, self.folder, copy_function=os.symlink)
        self.clean = Site(clean.folder, self.root)
        self._press = Press(self.root)
        self._articles: dict[str, dict[str, Article]] = {}
        self._originals: dict[Path, str] = {}
        self._changed_files: set[Path] = set()
        # Read once, and then shared by the sites with errors.
        assert self.clean.by_url

    def plant(self, *errors: Planted) -> Outcome:
        """Plants errors, all at once; what it returns holds until the next call."""
        self._clear()
        guide, made = self.clean.guide, {}
        sources = [error for error in errors if not error.in_site]
        if sources:
            before = {locale: self.articles(locale) for error in sources for locale in error.shows}
            for error in sources:
                path = error.path(self.root)
                self._originals.setdefault(path, path.read_text(encoding="utf-8"))
                error.plant(self.root)
            try:
                guide = load(self.root, self.clean.names)
                made = self._made(sources, guide)
            except Problem as problem:
                return Outcome(stopped=str(problem))
            for (locale, slug), article in made.items():
                if article != before[locale][slug]:
                    self._put(locale, slug, before[locale][slug], article)
        self._plant_in_site([error for error in errors if error.in_site])
        return Outcome(site=self._site(guide))

    def articles(self, locale: str) -> dict[str, Article]:
        """The pages of a language as they are, to compare those with an error to."""
        if locale not in self._articles:
            guide = self.clean.guide
            self._articles[locale] = self._press.articles(guide, locale, guide.slugs)
        return self._articles[locale]

    def _made(self, errors: Sequence[Planted], guide: Guide) -> dict[tuple[str, str], Article]:
        """The pages that errors may have changed, for checks that read pages.

        Raises:
            Problem: the build would stop.
        """
        made = {}
        for error in errors:
            if not error.of_pages and len(errors) == 1:
                continue
            slugs = [error.slug] if error.slug else guide.slugs
            for locale in error.shows:
                for slug, article in self._press.articles(guide, locale, slugs).items():
                    made[locale, slug] = article
            if error.file.endswith(("/search.yml", "/queries.yml")):
                (locale,) = error.shows
                path = self._changing(f"{self.clean.home(locale)}search/index.json")
                titles = dict(self.clean.search_index(locale)["pages"])
                index = self._press.search_index(guide, locale, titles)
                path.write_text(as_sent(index), encoding="utf-8")
        return made

    def _put(self, locale: str, slug: str, before: Article, after: Article) -> None:
        """Puts an article into its built page."""
        page = self.clean.page(locale, slug)
        html = page.html.replace(before.html, after.html)
        html = html.replace(f'content="{before.description}"', f'content="{after.description}"')
        self._changing(f"{page.url}index.html").write_text(html, encoding="utf-8")

    def _plant_in_site(self, errors: Sequence[Planted]) -> None:
        """Plants errors in built files; the lists for the worker follow, unless they are wrong."""
        of_lists = [error for error in errors if error.file.startswith("offline/")]
        for error in errors:
            if error not in of_lists:
                self._plant_in_file(error)
        if len(errors) > 1:
            self._renew_lists()
        for error in of_lists:
            self._plant_in_file(error)

    def _plant_in_file(self, error: Planted) -> None:
        self._changed_files.add(error.path(self.folder))
        error.plant(self.folder)

    def _renew_lists(self) -> None:
        for locale in self.clean.locales:
            file = f"offline/{locale}.json"
            data = json.loads((self.folder / file).read_text(encoding="utf-8"))
            for entry in data["files"]:
                path = self.folder / entry[0]
                path = path / "index.html" if path.is_dir() else path
                if path in self._changed_files:
                    entry[1] = sha256(path.read_bytes()).hexdigest()[:16]
            text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            self._changing(file).write_text(text, encoding="utf-8")

    def _site(self, guide: Guide) -> Site:
        """The site with the errors, to look at the changed pages alone.

        What is wrong in Japanese shows as a difference of the others: English stands for them.
        """
        paths = [path.relative_to(self.folder).as_posix() for path in self._changed_files]
        changed = {path.removesuffix("index.html") for path in paths}
        home = self.clean.home("en")
        shown = changed | {home + url for url in changed if home + url in self.clean.by_url}
        return self.clean.changed(self.folder, guide, frozenset(shown))

    def _changing(self, file: str) -> Path:
        """A file of the copied site, free to be written."""
        path = self.folder / file
        self._changed_files.add(path)
        path.unlink()
        return path

    def _clear(self) -> None:
        """Takes the last errors out."""
        for path, original in self._originals.items():
            path.write_text(original, encoding="utf-8")
        self._originals.clear()
        for path in self._changed_files:
            path.unlink(missing_ok=True)
            path.symlink_to(self.clean.folder / path.relative_to(self.folder))
        self._changed_files.clear()
