"""What comes out of Qt's own printer of PDF files, compared with the pages that went in."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop_app.errors import PrintError
from desktop_app.ui.printing.page_renderer import Page, PageRenderer
from desktop_app.ui.printing.print_job import PrintJob, run_of
from desktop_app.ui.printing.printers import fit_to, printer_for
from desktop_app.ui.tasks import Cancelled, Progress
from tests.ui.printing.pages import A4, LANDSCAPE, LETTER, pdf_of

_RENDERER = PageRenderer()


def _printer(target: Path, size: tuple[float, float] = A4, *, is_grey: bool = False) -> QPrinter:
    printer = printer_for(size, "Sheet", is_grey=is_grey)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(300)
    fit_to(printer, size)
    return printer


def _run(printer: QPrinter, content: bytes, *, is_grey: bool = False) -> bytes:
    PrintJob(printer, _RENDERER, content, is_grey=is_grey).run(Progress(lambda *_: None))
    return Path(printer.outputFileName()).read_bytes()


def _difference(first: QImage, second: QImage) -> float:
    """Returns how far apart the pixels of two pictures are on average, 0 to 255."""
    assert first.size() == second.size()
    one, other = (
        bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).bits())
        for image in (first, second)
    )
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


@pytest.mark.parametrize("size", [A4, LETTER, LANDSCAPE])
def test_a_printed_page_is_the_page_of_the_file(
    qapp: QApplication, tmp_path: Path, size: tuple[float, float]
) -> None:
    content = pdf_of((size,))
    printed = _run(_printer(tmp_path / "out.pdf", size), content)
    assert [tuple(map(round, one)) for one in _RENDERER.sizes(printed)] == [tuple(map(round, size))]
    width, height = round(size[0]), round(size[1])
    pages = [_RENDERER.image(Page(one, 0), width, height) for one in (content, printed)]
    # An empty page would be 6 away or more; edges of letters are drawn a little otherwise.
    assert _difference(*pages) < 1.0
    assert pages[1].pixelColor(width // 2, 54).red() > 250
    assert pages[1].pixelColor(width // 2, 54).green() < 5


def test_each_page_lies_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    printed = _run(_printer(tmp_path / "out.pdf"), pdf_of((A4, LANDSCAPE, A4)))
    assert [width > height for width, height in _RENDERER.sizes(printed)] == [False, True, False]


def test_a_sheet_in_grey_is_printed_in_grey(qapp: QApplication, tmp_path: Path) -> None:
    printed = _run(_printer(tmp_path / "out.pdf", is_grey=True), pdf_of())
    bar = _RENDERER.image(Page(printed, 0), 595, 842).pixelColor(300, 54)
    assert bar.red() == bar.green() == bar.blue() < 200


def test_a_printer_without_colours_is_given_none(qapp: QApplication, tmp_path: Path) -> None:
    printer = _printer(tmp_path / "out.pdf")
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printed = _run(printer, pdf_of())
    bar = _RENDERER.image(Page(printed, 0), 595, 842).pixelColor(300, 54)
    assert bar.red() == bar.green() == bar.blue() < 200


def test_pages_and_copies_that_were_asked_for_are_printed(
    qapp: QApplication, tmp_path: Path
) -> None:
    printer = _printer(tmp_path / "out.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    told: list[tuple[int, int]] = []
    job = PrintJob(printer, _RENDERER, pdf_of((A4, A4, LANDSCAPE, A4)), is_grey=False)
    assert job.run(Progress(lambda *args: told.append(args))).page_count == 4
    printed = (tmp_path / "out.pdf").read_bytes()
    assert [w > h for w, h in _RENDERER.sizes(printed)] == [False, True, False, True]
    assert told[0] == (0, 4)


def test_no_page_of_those_asked_for_is_said_in_a_sentence(
    qapp: QApplication, tmp_path: Path
) -> None:
    printer = _printer(tmp_path / "out.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(5, 6)
    with pytest.raises(PrintError, match="none of the pages"):
        _run(printer, pdf_of())


def test_a_range_is_left_to_a_printer_that_was_told_to_print_all(
    qapp: QApplication, tmp_path: Path
) -> None:
    run = run_of(_printer(tmp_path / "out.pdf"))
    assert all(run.has_page(number) for number in range(1, 400))


def test_a_sheet_on_smaller_paper_is_made_smaller(qapp: QApplication, tmp_path: Path) -> None:
    printer = _printer(tmp_path / "out.pdf", (420.0, 595.0))
    printed = _run(printer, pdf_of())
    ((width, height),) = _RENDERER.sizes(printed)
    assert (round(width), round(height)) == (420, 595)
    image = _RENDERER.image(Page(printed, 0), 420, 595)
    assert image.pixelColor(210, 38).green() < 5


def test_a_printer_that_refuses_is_said_in_a_sentence(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinter, "newPage", lambda _: False)
    with pytest.raises(PrintError, match="export the sheet as PDF"):
        _run(_printer(tmp_path / "out.pdf"), pdf_of((A4, A4)))


def test_a_printer_that_vanishes_while_it_prints_is_said_in_a_sentence(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinter, "printerState", lambda _: QPrinter.PrinterState.Error)
    with pytest.raises(PrintError, match="does not take the pages"):
        _run(_printer(tmp_path / "out.pdf"), pdf_of())


@pytest.mark.qt_log_ignore("begin.*Returned false", extend=True)
def test_a_folder_that_is_gone_is_said_in_a_sentence(qapp: QApplication, tmp_path: Path) -> None:
    printer = _printer(tmp_path / "gone" / "out.pdf")
    with pytest.raises(PrintError, match="does not take the pages"):
        _run(printer, pdf_of())


def test_printing_stops_between_pages(qapp: QApplication, tmp_path: Path) -> None:
    progress = Progress(lambda *_: progress.cancel())
    job = PrintJob(_printer(tmp_path / "out.pdf"), _RENDERER, pdf_of((A4,) * 5), is_grey=False)
    with pytest.raises(Cancelled):
        job.run(progress)
