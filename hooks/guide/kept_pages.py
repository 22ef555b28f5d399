"""Which pages `make serve` takes from the last good build, since nothing in them has changed."""

from guide.build import Build
from guide.page.expand import Expanded

# What reaches a page by its frame, or while Markdown makes it, and not through its text.
_SHARED = (
    *("errors", "locales", "messages", "names", "pages", "routes", "slugs", "stale"),
    *("step_headings", "steps", "strings", "translated"),
)


def kept_pages(build: Build, last: Build) -> set[tuple[str, str]]:
    """The pages that are as they were, by locale and slug.

    Args:
        build: its pages are expanded, and not yet made.
        last: the last good build; only facts and pages have changed since.
    """
    if any(getattr(build.guide, name) != getattr(last.guide, name) for name in _SHARED):
        return set()
    before = {key: _text(page) for key, page in last.expanded.items()}
    return {key for key, page in build.expanded.items() if before.get(key) == _text(page)}


def _text(expanded: Expanded) -> tuple:
    """All of a page that is its own; its description stands in its source alone."""
    return expanded.source, expanded.markdown, expanded.page.blocks
