"""The PDFs, as tests read them: their text and picture by PDFium, their structure by pypdf."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import segno
import zxingcpp
from guide.paper.fonts import FONTS
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ContentStream
from site_reader import Site

# A module of half a millimetre has three pixels.
DPI = 150
# As PDFium measures it, in CSS pixels; whatever is smaller is a reading over a kanji.
SMALLEST = 7
# Their letters join into glyphs that WeasyPrint can give no text to, so that a program reads them
# back wrong, though they are drawn right. What is not theirs can be compared.
SHAPED = {"ne", "my", "th"}
_NOT_SHAPED = re.compile(r"[^0-9A-Za-z\u3040-\u30ff\u4e00-\u9fff]")
MM = DPI / 25.4


@dataclass(frozen=True)
class Code:
    """A QR code on a page: what it says, its sides in pixels at ``DPI``, its modules a side."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    modules: int

    @property
    def module(self) -> float:
        """The width of a module in pixels."""
        return (self.right - self.left) / self.modules


@dataclass
class Paper:
    """One PDF; one with ``readings`` has them over its kanji, and they are left out of its text."""

    path: Path
    readings: bool = False

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(self.path)

    @cached_property
    def _document(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self.path)

    @cached_property
    def texts(self) -> list[str]:
        """The text of each page, without the soft breaks that PDFium puts in."""
        read = _without_readings if self.readings else _text
        return [
            read(page.get_textpage())
            .replace("\r\n", "\n")
            .replace("\ufffe", "")
            .replace("\x02", "-")
            for page in self._document
        ]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def picture(self, number: int) -> Image.Image:
        """A page, from 0, as a grey picture."""
        page = self._document[number]
        return page.render(scale=DPI / 72).to_pil().convert("L")

    def fonts(self) -> dict[str, dict]:
        """The font descriptors, by base name without the prefix of a subset."""
        found = {}
        for page in self.reader.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                font = font.get_object()
                descendant = font["/DescendantFonts"][0].get_object()
                name = str(font["/BaseFont"]).lstrip("/").partition("+")[2]
                found[name] = descendant["/FontDescriptor"].get_object()
        return found

    @cached_property
    def glyphs(self) -> list[tuple[int, int]]:
        """Every glyph that is drawn: its page, from 1, and its number in its font. Seconds."""
        return list(self._glyphs())

    def _glyphs(self) -> Iterator[tuple[int, int]]:
        for number, page in enumerate(self.reader.pages, 1):
            content = ContentStream(page.get_contents(), self.reader)
            for operands, operator in content.operations:
                if operator == b"Tj":
                    shown = operands
                elif operator == b"TJ":
                    shown = [part for part in operands[0] if not isinstance(part, (int, float))]
                else:
                    continue
                for part in shown:
                    data = part if isinstance(part, bytes) else part.original_bytes
                    for at in range(0, len(data), 2):
                        yield number, int.from_bytes(data[at : at + 2], "big")


def codes(picture: Image.Image) -> list[Code]:
    """The QR codes of a page, from its picture at ``DPI``."""
    found = []
    for barcode in zxingcpp.read_barcodes(picture):
        at = barcode.position
        corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
        xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
        same = segno.make(barcode.text, error="m", micro=False, boost_error=False)
        modules = same.symbol_size(border=0)[0]
        found.append(Code(barcode.text, min(xs), min(ys), max(xs), max(ys), modules))
    return found


def _text(page) -> str:
    return page.get_text_bounded()


def _without_readings(page) -> str:
    return "".join(
        chr(pdfium.FPDFText_GetUnicode(page, index))
        for index in range(page.count_chars())
        if pdfium.FPDFText_IsGenerated(page, index)
        or pdfium.FPDFText_GetFontSize(page, index) >= SMALLEST
    )


def squeezed(text: str, locale: str = "") -> str:
    """Without blanks and line ends, which differ on paper, and what cannot be read back."""
    text = "".join(unicodedata.normalize("NFKC", text).split())
    return _NOT_SHAPED.sub("", text) if locale in SHAPED else text


def family_of(tag: str) -> str | None:
    """The font of a language by its BCP 47 tag; none of its own for Latin letters."""
    return FONTS.get(tag) or FONTS.get(tag.split("-")[0])


def papers(site: Site) -> dict[str, Paper]:
    """The PDFs of a site by name, e.g. ``guide-ja``."""
    return {
        path.stem: Paper(path, readings=site.guide.strings[path.stem.split("-", 1)[1]].furigana)
        for path in sorted((site.folder / "pdf").glob("*.pdf"))
    }
