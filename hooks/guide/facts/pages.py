"""facts/pages.yml: every page that the site has or ever had."""

from pydantic import model_validator

from guide.facts.steps import Slug
from guide.facts.yaml_file import Strict
from guide.problem import Problem


class PageEntry(Strict):
    """A page by its slug; ``moved_to`` is the slug that has taken its place."""

    slug: Slug
    moved_to: Slug | None = None


class Pages(Strict):
    """The whole of facts/pages.yml."""

    pages: list[PageEntry]

    @model_validator(mode="after")
    def _one_place_each(self):
        slugs = [page.slug for page in self.pages]
        for slug in slugs:
            if slugs.count(slug) > 1:
                raise ValueError(f"{slug} is listed twice")
        for page in self.pages:
            if page.moved_to and page.moved_to not in self.present():
                raise ValueError(f"{page.slug} has moved to {page.moved_to}, which is no page now")
        return self

    def present(self) -> list[str]:
        """The slugs of the pages that the site has."""
        return [page.slug for page in self.pages if not page.moved_to]

    def moved(self) -> dict[str, str]:
        """Where each former page has gone, by its old slug."""
        return {page.slug: page.moved_to for page in self.pages if page.moved_to}


def check_pages(pages: Pages, slugs: list[str], source: str) -> None:
    """Compares the ledger with the pages that there are.

    Args:
        slugs: the pages of docs/<source>, without ``.md``.
        source: the source language's folder.

    Raises:
        Problem: a page has gone without a redirect, is not listed, or stands under its old name.
    """
    for slug in pages.present():
        if slug not in slugs:
            raise Problem(
                f"docs/{source}/{slug}.md",
                "this page is missing, and links to it stand in tickets",
                "Put it back, or give it `moved_to` in facts/pages.yml",
            )
    for slug in slugs:
        if slug in pages.moved():
            raise Problem(
                f"docs/{source}/{slug}.md",
                f"facts/pages.yml says that it has moved to {pages.moved()[slug]}",
                "Remove the page or its `moved_to`",
            )
        if slug not in pages.present():
            raise Problem(
                f"docs/{source}/{slug}.md",
                "facts/pages.yml does not list this page",
                "Add it at the end there, so that its address is kept for ever",
            )
