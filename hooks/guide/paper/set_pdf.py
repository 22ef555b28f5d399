"""From HTML to PDF files, on every core."""

import logging
import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from guide.problem import Problem


@dataclass(frozen=True)
class Document:
    """A whole document as HTML that needs no other file, where its PDF goes, its most pages.

    One with a limit is set in the first of ``type_sizes`` (points) that keeps to it.
    """

    html: str
    path: Path
    most_pages: int | None = None
    type_sizes: tuple[float, ...] = ()


@dataclass(frozen=True)
class Done:
    """A PDF that has been written."""

    path: Path
    pages: int
    seconds: float


def set_all(documents: list[Document]) -> Iterator[Done]:
    """Sets documents side by side; yields each as it is done.

    Raises:
        Problem: see ``set_pdf``.
    """
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for done in as_completed([pool.submit(set_pdf, document) for document in documents]):
            yield done.result()


def set_pdf(document: Document) -> Done:
    """Writes a tagged PDF (PDF/UA-1) with embedded fonts.

    Raises:
        Problem: WeasyPrint misses something, or there are too many pages.
    """
    start = time.perf_counter()
    path = document.path
    listener = _Listener()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        rendered = _rendered(document)
        pages = len(rendered.pages)
        if document.most_pages and pages > document.most_pages:
            raise Problem(
                path.name,
                f"it has {pages} pages, at most {document.most_pages} are allowed",
                "Shorten titles, or add a smaller size to TYPE_SIZES in hooks/guide/paper/",
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        rendered.write_pdf(path, pdf_variant="pdf/ua-1")
    finally:
        logger.removeHandler(listener)
    if listener.said:
        raise Problem(path.name, listener.said[0], "Mend the template or style of paper")
    return Done(path, pages, time.perf_counter() - start)


def _rendered(document: Document):
    # Slow to import, and needed only where paper is made.
    from weasyprint import CSS, HTML

    html = HTML(string=document.html, base_url="https://book.invalid/")
    if not document.type_sizes:
        return html.render()
    for size in document.type_sizes:
        rendered = html.render(
            stylesheets=[CSS(string=f"html {{ font-size: {size}pt !important }}")]
        )
        if len(rendered.pages) <= document.most_pages:
            break
    return rendered


class _Listener(logging.Handler):
    """Keeps what WeasyPrint warns of."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record):
        self.said.append(record.getMessage())
