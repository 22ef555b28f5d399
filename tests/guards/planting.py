"""What a planted error is, and the ways to plant one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Change = Callable[[str], str]

# A file for a page's script is named by that page.
_PAGE_OF_FILE = {"desk.json": "/support-desk: "}

_LOCALE = re.compile(r"[a-z]{2}(?:-[A-Z]{2}|-easy)?")


@dataclass(frozen=True)
class Planted:
    """One error: what it is, where, how a text is changed, and what must notice.

    Attributes:
        file: relative to the project, or with ``in_site`` to the built site; ``*`` is any folder.
        change: gives the text with the error; an empty one takes the file away.
        caught_by: the check that must find it, e.g. ``facts.unmarked``.
        stops: instead of that, a pattern for the line with which the build must stop.
        beside: languages that it needs besides Japanese, English and the file's own.
        in_site: a mistake of the build itself: planted in what it wrote, whoever wrote it.
    """

    name: str
    file: str
    change: Change
    caught_by: str = ""
    stops: str = ""
    beside: tuple[str, ...] = ()
    in_site: bool = False

    def __post_init__(self):
        if bool(self.caught_by) == bool(self.stops):
            raise ValueError(f"{self.name}: name either a check or the build's line")

    def __str__(self) -> str:
        return f"{self.name} ({self.file})"

    @property
    def shows(self) -> tuple[str, ...]:
        """The languages whose pages may change."""
        kind, locale, *_ = Path(self.file).parts
        return (locale,) if kind == "docs" else ("ja", "en")

    @property
    def slug(self) -> str:
        """The page that it is planted in, if it is in one of docs/."""
        path = Path(self.file)
        return path.stem if path.suffix == ".md" else ""

    @property
    def of_pages(self) -> bool:
        """Whether its check reads pages; the others read docs/ and facts/ as they are written."""
        return not self.caught_by.startswith(("approved.", "bindings.", "same_words.strings"))

    @property
    def languages(self) -> set[str]:
        """The languages to build for it: the source, English, and those that it is about."""
        return {"ja", "en", *(() if self.in_site else self.shows), *self.beside}

    @property
    def place(self) -> str:
        """A pattern for how a check names the place, e.g. ``en/network``."""
        path = Path(self.file)
        if not self.in_site:
            # What is wrong in Japanese shows as a difference of English.
            shown = "ja|en" if "ja" in self.shows else self.shows[0]
            return f"({shown})/{self.slug}|{self.slug}#" if self.slug else rf"\b({shown}|facts)\b"
        if path.parts[0] == "s":
            return path.parent.as_posix()
        if path.name == "index.html":
            parts = path.parent.parts
            parts = parts if parts and _LOCALE.fullmatch(parts[0]) else ("ja", *parts)
            locale, slug = (*parts, "index")[:2]
            # A first page is named by its folder too, or by its slug alone.
            first = "|^index:" if slug == "index" else ""
            return f"{locale}/{slug}|^{locale}/?: |{slug}#{first}"
        # A language's own file: th/404.html, offline/guide-th.html
        own = re.search(rf"(?:^|guide-|offline/)({_LOCALE.pattern})[/.]", self.file)
        return rf"\b{own[1]}\b" if own else _PAGE_OF_FILE.get(path.name, path.name)

    def path(self, root: Path) -> Path:
        """The file, in a copy of the project or of the site."""
        (found,) = root.glob(self.file)
        return found

    def plant(self, root: Path) -> None:
        """Changes the file in a copy.

        Raises:
            ValueError: there is nothing to change, so the error is none any more.
        """
        path = self.path(root)
        before = path.read_text(encoding="utf-8")
        after = self.change(before)
        if after == before:
            raise ValueError(f"{self}: nothing to change")
        # Not written into: the file may be a link to the original.
        path.unlink()
        if after:
            path.write_text(after, encoding="utf-8")


def swap(old: str, new: str, nth: int = 0) -> Change:
    """Replaces the nth place where a regular expression matches."""

    def change(text: str) -> str:
        found = list(re.finditer(old, text, re.MULTILINE))
        if len(found) <= nth:
            return text
        match = found[nth]
        return text[: match.start()] + match.expand(new) + text[match.end() :]

    return change


def exchange(first: str, second: str) -> Change:
    """Makes two parts of a text change places."""
    return swap(rf"({first})([\s\S]*?)({second})", r"\3\2\1")


def at_the_end(markdown: str) -> Change:
    """Adds a paragraph."""
    return lambda text: f"{text}\n{markdown}\n"


def fact(key: str) -> str:
    """A pattern for a fact on a page, with its button or without."""
    return r'\{\{ fact\("' + re.escape(key) + r'"(?:, copy=True)?\) \}\}'


def each(name: str, files: list[str], change: Change, **expected) -> list[Planted]:
    """The same error in several files."""
    return [Planted(name, file, change, **expected) for file in files]


def in_both(slug: str) -> list[str]:
    """A page in Japanese and in English."""
    return pages_of(slug, "ja", "en")


def pages_of(slug: str, *locales: str) -> list[str]:
    return [f"docs/{locale}/{slug}.md" for locale in locales]


def strings_of(*locales: str) -> list[str]:
    return [f"docs/{locale}/strings.yml" for locale in locales]
