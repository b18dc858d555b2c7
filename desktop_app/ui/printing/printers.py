"""Printers: whether there are any, and how one is set up for a sheet."""

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop_app.languages import N_
from desktop_app.ui.printing.print_plan import Size, is_landscape

NO_PRINTER = N_(
    "There is no printer on this computer. Export the sheet as PDF instead: it can be printed from"
    " any other computer."
)


def has_printers() -> bool:
    """Tell whether the system knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(size: Size, title: str, *, is_grey: bool) -> QPrinter:
    """Return the usual printer, set up for pages of a size in points."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    fit_to(printer, size)
    printer.setDocName(title)
    printer.setCreator("Trial Protocol Viewer")
    if is_grey:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def fit_to(printer: QPrinter, size: Size) -> None:
    """Choose the paper of a page: all of it, for the page has its own margins."""
    turned = QPageLayout.Orientation.Landscape
    upright = QPageLayout.Orientation.Portrait
    paper = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point)
    orientation = turned if is_landscape(size) else upright
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(paper, orientation, QMarginsF()))
    printer.setFullPage(True)
