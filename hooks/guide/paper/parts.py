"""From the pages of the site to the parts of one printed book."""

from copy import deepcopy
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from lxml.html import HtmlElement, builder

from guide.addresses import step_url
from guide.page.web_page import WebPage, anchor_of, inner_html
from guide.paper.qr import qr_code

# Nothing of these makes sense on paper; of what tabs choose between, all is there.
ON_SCREEN_ONLY = (
    ".//*[contains(@class,'step-foot')]|.//button|.//script|.//link"
    "|.//*[@class='ios-path__ask']|.//*[@class='tabbed-labels']|.//div/input"
)


@dataclass(frozen=True)
class Part:
    """A page as a part of the book, with the titles of its steps by code."""

    slug: str
    title: str
    html: str
    steps: dict[str, str]


def to_parts(pages: list[WebPage], site_url: str, locale: str) -> list[Part]:
    """Makes anchors differ between pages, and links lead inside the book where they can.

    Args:
        pages: in the order of the book.
        site_url: the address of the site, for QR codes and links to what is not in the book.
        locale: the language that a step's QR code opens.
    """
    by_url = slugs_by_url(pages)
    return [_part(page, by_url, site_url, locale) for page in pages]


def anchor(slug: str, name: str) -> str:
    """The anchor of a page's place in the book; a step keeps its code."""
    return name if name.isdigit() else f"{slug}--{name}"


def _part(page: WebPage, by_url: dict[str, str], site_url: str, locale: str) -> Part:
    root = deepcopy(page.root)
    # The book has its own table of contents.
    for element in root.xpath(f"{ON_SCREEN_ONLY}|.//nav"):
        element.drop_tree()
    title = number_title(root)
    _open_folds(root)
    steps = {}
    for section in root.xpath(".//section[contains(@class,'step')][@data-step]"):
        code = section.get("data-step")
        section.set("class", "step")
        steps[code] = _open_step(section, code, step_url(site_url, code, locale))
    make_one_document(root, page, by_url, site_url)
    return Part(page.slug, title.text_content(), inner_html(root), steps)


def _open_folds(root: HtmlElement) -> None:
    """Paper has no folds: what names one stands above what was in it, a heading with its anchor."""
    for heading in root.xpath(".//summary/*[self::h2 or self::h3]"):
        heading.set("id", anchor_of(heading))
        heading.getparent().getnext().drop_tree()
        heading.getparent().drop_tag()
    for element in root.xpath(".//details|.//summary"):
        element.tag = "div" if element.tag == "details" else "p"


def number_title(root: HtmlElement) -> HtmlElement:
    """Puts the chapter's number into the page's h1, and gives that."""
    (title,) = root.xpath(".//h1")
    for element in root.xpath(".//*[contains(@class,'chapter-number')]"):
        title.text = f"{element.text}. {title.text or ''}"
        element.drop_tree()
    return title


def make_one_document(
    root: HtmlElement, page: WebPage, by_url: dict[str, str], site_url: str
) -> None:
    """Makes the page's anchors its own, and its links lead inside the document where they can.

    Args:
        by_url: the slugs of the document's pages, from ``slugs_by_url``.
    """
    for element in root.xpath(".//*[@id]"):
        element.set("id", anchor(page.slug, element.get("id")))
    for link in root.xpath(".//a[@href]"):
        link.set("href", _target(link.get("href"), page, by_url, site_url))


def slugs_by_url(pages: list[WebPage]) -> dict[str, str]:
    return {_absolute(page.address): page.slug for page in pages}


def _open_step(section: HtmlElement, code: str, address: str) -> str:
    """Gives a step its QR code and a box to tick; returns its bare title as HTML."""
    heading = section.xpath("./h2|./h3")[0]
    link = heading.xpath("./a[contains(@class,'step-code')]")[0]
    link.drop_tree()
    title = inner_html(heading).strip()
    tick = builder.SPAN(builder.CLASS("tick"))
    tick.tail, heading.text = heading.text, None
    heading.insert(0, tick)
    # In the heading, so that a page never ends between the two.
    heading.insert(0, builder.IMG(builder.CLASS("step-qr"), src=qr_code(address), alt=address))
    heading.append(builder.SPAN(builder.CLASS("step-code"), code))
    return title


def _absolute(url: str) -> str:
    return urljoin("https://book.invalid/", "" if url == "./" else url)


def _target(href: str, page: WebPage, by_url: dict[str, str], site_url: str) -> str:
    address, name = urldefrag(urljoin(_absolute(page.address), href))
    if address in by_url:
        return f"#{anchor(by_url[address], name or 'top')}"
    if address.startswith("https://book.invalid/"):
        address = site_url + address.removeprefix("https://book.invalid/")
    return f"{address}#{name}" if name else address
