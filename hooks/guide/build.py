"""One build of the site: what it is made from, where it goes, and its pages as they come."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from guide.addresses import Addresses
from guide.hosting.policy import for_live_reload, with_policy
from guide.material_options import Options
from guide.page.expand import Expanded
from guide.page.markdown import GuideExtension
from guide.page.styles import StyleSheets
from guide.page.web_page import WebPage
from guide.project import Guide
from guide.steps.step_page import StepText
from guide.words.furigana import Furigana
from guide.words.line_breaks import join


@dataclass
class Build:
    """All that the steps of guide/recipe.py share.

    Attributes:
        guide: the checked facts and words.
        site: the folder that the site is written to.
        addresses: where everything is in it.
        sources: the folder of pages and assets, docs/.
        asset_folder: where its scripts and style sheets are, e.g. ``assets/3f2b9c0a``.
        options: what mkdocs.yml says of the frame.
        style_sheets: those that stand in the pages themselves.
        pdf: whether PDFs are set, or the languages or documents that are, with blanks between.
        expanded: every page as Markdown, by locale and slug.
        readings: what puts them over kanji, in the editions that have them.
        fresh: the languages that are built now: all, or the one whose pages changed.
        kept: the pages that stand in the site already as they are to be, by locale and slug.
        serving: whether it is for `make serve`, whose pages reload themselves.
        markdown: what the guide adds to Markdown.
        anchors: those of every page, by locale and slug.
        pages: every page as it was finished, by locale and slug.
        steps: every step in use, by code and locale.
        new_steps: those that are not as they were in the last build.
    """

    guide: Guide
    site: Path
    addresses: Addresses
    sources: Path
    asset_folder: str
    options: Options
    style_sheets: StyleSheets
    pdf: bool | str
    expanded: dict[tuple[str, str], Expanded]
    readings: dict[str, Furigana]
    fresh: list[str]
    serving: bool = False
    kept: set[tuple[str, str]] = field(default_factory=set)
    markdown: GuideExtension = field(default_factory=GuideExtension)
    anchors: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    pages: dict[str, dict[str, WebPage]] = field(default_factory=dict)
    steps: dict[str, dict[str, StepText]] = field(default_factory=dict)
    new_steps: set[str] = field(default_factory=set)

    def with_readings(self, locale: str, html: str) -> str:
        """The same with readings over kanji, in an edition that has them."""
        return self.readings[locale].add(html) if locale in self.readings else html

    def for_screen(self, locale: str, html: str) -> str:
        """The same with readings, and with joiners where a browser would break a syllable."""
        return join(self.with_readings(locale, html), self.guide.strings[locale].html_lang)

    def with_policy(self, html: str, make: Callable[[dict[str, list[str]]], str]) -> str:
        """A page with its policy in it: ``policy`` or ``policy_alone``."""
        return with_policy(html, for_live_reload(make) if self.serving else make)

    def write(self, address: str, text: str) -> None:
        """Writes a file of the site; an address that ends in a slash is that of a page."""
        path = self.site / (f"{address}index.html" if address.endswith("/") else address)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Line ends as they are: CSV has its own.
        path.write_text(text, encoding="utf-8", newline="")
