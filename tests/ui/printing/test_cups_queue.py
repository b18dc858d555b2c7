"""A real way to paper: a queue of CUPS that writes what it prints into a file."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.printing.page_renderer import Page, PageRenderer
from desktop_app.ui.printing.print_job import PrintJob
from desktop_app.ui.printing.printers import has_printers, printer_for
from desktop_app.ui.tasks import Progress
from tests.ui.printing.pages import A4, LANDSCAPE, pdf_of

_FOLDER = Path.home() / "PDF"
"""Where CUPS-PDF puts what it prints, unless it is told otherwise."""


def _queue() -> str:
    printers = QPrinterInfo.availablePrinters()
    names = [one.printerName() for one in printers if "CUPS-PDF" in one.makeAndModel()]
    if not names:
        pytest.skip("needs a queue of CUPS-PDF, and this system has none")
    return names[0]


def _printed(qtbot: QtBot, title: str) -> bytes:
    found: list[Path] = []

    def is_there() -> bool:
        found[:] = _FOLDER.glob(f"{title}*.pdf")
        # The file is made first and filled then.
        return bool(found) and found[0].read_bytes().rstrip().endswith(b"%%EOF")

    qtbot.waitUntil(is_there, timeout=60_000)
    content = found[0].read_bytes()
    found[0].unlink()
    return content


def test_pages_come_out_of_a_queue_as_they_went_in(qapp: QApplication, qtbot: QtBot) -> None:
    name, title = _queue(), uuid4().hex
    assert has_printers()
    renderer, content = PageRenderer(), pdf_of((A4, LANDSCAPE, A4))
    printer = printer_for(A4, title, is_grey=False)
    printer.setPrinterName(name)
    told = PrintJob(printer, renderer, content, is_grey=False).run(Progress(lambda *_: None))
    assert (told.page_count, told.printer_name) == (3, name)
    printed = _printed(qtbot, title)
    sizes = [QSizeF(*size).toSize().toTuple() for size in renderer.sizes(printed)]
    assert [sorted(size) for size in sizes] == [[595, 842]] * 3
    width, height = sizes[0]
    page = renderer.image(Page(printed, 0), width, height)
    assert page.pixelColor(width // 2, 54).red() > 240
    assert page.pixelColor(width // 2, 54).green() < 15
    assert page.pixelColor(width // 2, height // 2).name() == "#ffffff"


def test_copies_are_left_to_a_queue_that_makes_them(qapp: QApplication, qtbot: QtBot) -> None:
    name, title = _queue(), uuid4().hex
    printer = printer_for(A4, title, is_grey=True)
    printer.setPrinterName(name)
    printer.setCopyCount(2)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    job = PrintJob(printer, PageRenderer(), pdf_of((A4,) * 4), is_grey=True)
    assert job.run(Progress(lambda *_: None)).page_count == 2
    assert len(PageRenderer().sizes(_printed(qtbot, title))) in (2, 4)
