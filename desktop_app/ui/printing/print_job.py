"""Draws pages on a printer, off the GUI thread; knows nothing of windows."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop_app.errors import PrintError
from desktop_app.languages import N_, _
from desktop_app.ui.printing.page_renderer import Band, Page, PageRenderer
from desktop_app.ui.printing.print_plan import (
    Run,
    Size,
    Spot,
    band_rows,
    is_landscape,
    pages_in_order,
    pixels_of,
    spot_of,
)
from desktop_app.ui.tasks import Cancelled, Progress

_POINTS = 72.0
_FAILED = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
_REFUSED = N_(
    """{printer} does not take the pages. See whether it is switched on and connected, choose \
another printer, or export the sheet as PDF and print that."""
)


@dataclass(frozen=True, slots=True)
class Printed:
    """How many pages went to which printer, copies included."""

    page_count: int
    printer_name: str


class PrintJob:
    """Draws a PDF file on a printer that was chosen and set up."""

    def __init__(
        self, printer: QPrinter, renderer: PageRenderer, content: bytes, *, is_grey: bool
    ) -> None:
        self._printer = printer
        self._renderer = renderer
        self._content = content
        self._is_grey = is_grey or printer.colorMode() is QPrinter.ColorMode.GrayScale

    def run(self, progress: Progress) -> Printed:
        """Draw all pages that were asked for; tells how many are done.

        Raises PrintError where the printer refuses, and ``Cancelled``; what the printer has by then
        may come out all the same.
        """
        sizes = self._renderer.sizes(self._content)
        numbers = pages_in_order(run_of(self._printer), len(sizes))
        if not numbers:
            raise PrintError(_("The sheet has none of the pages that were asked for."))
        progress(0, len(numbers))
        painter = self._begin(sizes[numbers[0]])
        try:
            for done, number in enumerate(numbers):
                progress(done, len(numbers))
                if done:
                    self._turn_page(sizes[number])
                self._draw(painter, number, sizes[number], len(numbers))
        except (Cancelled, PrintError):
            self._printer.abort()
            raise
        finally:
            painter.end()
        self._check()
        return Printed(len(numbers), self._printer.printerName())

    def _begin(self, size: Size) -> QPainter:
        self._turn_paper(size)
        painter = QPainter()
        if not painter.begin(self._printer):
            raise self._failure()
        # Else letters would be blurred by the compression of photographs.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        return painter

    def _turn_page(self, size: Size) -> None:
        self._turn_paper(size)
        if not self._printer.newPage():
            raise self._failure()

    def _turn_paper(self, size: Size) -> None:
        turned = QPageLayout.Orientation.Landscape
        upright = QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(turned if is_landscape(size) else upright)

    def _draw(self, painter: QPainter, number: int, size: Size, page_count: int) -> None:
        dpi = float(self._printer.resolution())
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        dots = size[0] * dpi / _POINTS, size[1] * dpi / _POINTS
        spot = spot_of(dots, (paper.width(), paper.height()))
        width, height = pixels_of(spot, dpi, page_count)
        for top, rows in band_rows(width, height, 1 if self._is_grey else 4):
            band = Band(width, height, top, rows)
            page = Page(self._content, number)
            image = self._renderer.band(page, band, is_grey=self._is_grey)
            painter.drawImage(band_spot(spot, band), image)
            self._check()

    def _check(self) -> None:
        if self._printer.printerState() in _FAILED:
            raise self._failure()

    def _failure(self) -> PrintError:
        return PrintError(
            _(_REFUSED).format(printer=self._printer.printerName() or _("The printer"))
        )


def band_spot(spot: Spot, band: Band) -> QRectF:
    """Return where a band lies on paper; whole dots, so that no line shows between two bands."""
    ends = [
        round(spot.y + spot.height * row / band.height) for row in (band.top, band.top + band.rows)
    ]
    left, right = round(spot.x), round(spot.x + spot.width)
    return QRectF(left, ends[0], right - left, ends[1] - ends[0])


def run_of(printer: QPrinter) -> Run:
    """Return what a printer leaves to us of what was asked for."""
    ranges = printer.pageRanges()
    is_part = printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty()
    return Run(
        has_page=ranges.contains if is_part else _every,
        copies=1 if printer.supportsMultipleCopies() else printer.copyCount(),
        is_collated=printer.collateCopies(),
        is_last_first=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
    )


def _every(_number: int) -> bool:
    return True
