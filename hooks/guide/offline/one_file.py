"""The whole guide of a language in one HTML file, to save or send. It asks for nothing else."""

import hashlib
from base64 import b64encode
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guide.edition import Edition
from guide.page.css import with_tokens
from guide.page.render import page_template
from guide.page.web_page import WebPage, inner_html
from guide.paper.parts import (
    ON_SCREEN_ONLY,
    make_one_document,
    number_title,
    slugs_by_url,
)
from guide.project import Guide
from guide.words.dates import time_element
from guide.words.text_file import read_text

_CSS = Path(__file__).with_name("one_file.css")
# Drawings are drawn as on the pages.
_DRAWINGS = ("ios-path", "ios-screen", "ios-form")


@dataclass(frozen=True)
class Chapter:
    """A page as a part of the file, with the titles of its steps by code."""

    slug: str
    title: str
    html: str
    steps: dict[str, str]


def one_file(
    guide: Guide, locale: str, pages: list[WebPage], site_url: str, home: str, edition: Edition
) -> str:
    """The HTML of the file.

    Args:
        pages: in the order of the file.
        site_url: the address of the site, for links to what is not in the file.
        home: the address of this language's first page.
    """
    sheets = [_CSS, *(guide.root / f"overrides/css/{name}.css" for name in _DRAWINGS)]
    rules = "".join(read_text(sheet, sheet.parent) for sheet in sheets)
    css = with_tokens(rules, _CSS.name, guide.root)
    by_url = tuple(slugs_by_url(pages).items())
    return page_template(
        "one_file.html",
        guide,
        strings=guide.strings[locale],
        chapters=[_chapter(page, by_url, site_url) for page in pages],
        home=home,
        edition=edition,
        time=lambda day: time_element(day, guide.strings[locale].html_lang),
        css=css,
        css_hash=b64encode(hashlib.sha256(css.encode()).digest()).decode(),
    )


# Under `make serve` most pages of a build are those of the one before.
@lru_cache(maxsize=1000)
def _chapter(page: WebPage, by_url: tuple[tuple[str, str], ...], site_url: str) -> Chapter:
    root = deepcopy(page.root)
    for element in root.xpath(ON_SCREEN_ONLY):
        element.drop_tree()
    # What a page has in folds to be short is read through here.
    for fold in root.find_class("message"):
        fold.set("open", "")
    title = number_title(root)
    make_one_document(root, page, dict(by_url), site_url)
    steps = {}
    for section in root.xpath(".//section[contains(@class,'step')][@data-step]"):
        heading = section.xpath("./h2|./h3")[0]
        code = section.get("data-step")
        (link,) = heading.xpath("./a[contains(@class,'step-code')]")
        steps[code] = heading.text_content().removesuffix(link.text_content()).strip()
    return Chapter(page.slug, title.text_content(), inner_html(root), steps)
