"""Draws pages of a PDF file as images; the only user of the PDF renderer."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw
from PySide6.QtGui import QImage

_WHITE = (255, 255, 255, 255)
_FORMATS = {
    False: (raw.FPDFBitmap_BGRx, QImage.Format.Format_RGB32),
    True: (raw.FPDFBitmap_Gray, QImage.Format.Format_Grayscale8),
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a PDF file; ``number`` counts from 0."""

    content: bytes
    number: int


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a page that is drawn so many pixels wide and high: from ``top`` on."""

    width: int
    height: int
    top: int
    rows: int


class PageRenderer:
    """Draws, measures and reads pages, one at a time: the library behind it knows no threads.

    A file is opened anew for each page, which takes a third of a millisecond and leaves nothing
    behind. Whoever draws on several threads gives them the same renderer.
    """

    def __init__(self) -> None:
        self._lock = Lock()

    def sizes(self, content: bytes) -> tuple[tuple[float, float], ...]:
        """Return the size of each page of a file, in points, wide and high."""
        with self._opened(content) as document:
            return tuple(document.get_page_size(number) for number in range(len(document)))

    def text(self, page: Page) -> str:
        """Return the words of a page in their reading order."""
        with self._opened(page.content) as document:
            return str(document[page.number].get_textpage().get_text_range())

    def image(self, page: Page, width: int, height: int, *, is_grey: bool = False) -> QImage:
        """Return a page so many pixels wide and high."""
        return self.band(page, Band(width, height, 0, height), is_grey=is_grey)

    def band(self, page: Page, band: Band, *, is_grey: bool = False) -> QImage:
        """Return a part of a page, as wide as the page."""
        kind, form = _FORMATS[is_grey]
        image = QImage(band.width, band.rows, form)
        with self._opened(page.content) as document:
            _draw(document[page.number], band, image, kind)
        return image

    @contextmanager
    def _opened(self, content: bytes) -> Iterator[pypdfium2.PdfDocument]:
        with self._lock:
            document = pypdfium2.PdfDocument(content)
            try:
                yield document
            finally:
                document.close()


def _draw(page: pypdfium2.PdfPage, band: Band, image: QImage, kind: int) -> None:
    """Draw into the memory of an image, so that there is no second one."""
    stride = image.bytesPerLine()
    memory = (ctypes.c_ubyte * (stride * band.rows)).from_buffer(image.bits())
    bitmap = pypdfium2.PdfBitmap.new_native(
        band.width, band.rows, kind, buffer=memory, stride=stride
    )
    bitmap.fill_rect(_WHITE, 0, 0, band.width, band.rows)
    flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if kind == raw.FPDFBitmap_Gray else 0)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, -band.top, band.width, band.height, 0, flags)
    bitmap.close()
