"""Prints a sheet: makes it where it is not made yet, asks for a printer, draws it there."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.errors import PrintError
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.file_export import words_made
from desktop_app.ui.exporting.making import Wanted
from desktop_app.ui.printing.made_sheet import MadeSheet, made_sheet
from desktop_app.ui.printing.page_renderer import PageRenderer
from desktop_app.ui.printing.print_job import Printed, PrintJob
from desktop_app.ui.printing.printers import NO_PRINTER, has_printers, printer_for

_STOPPED = N_("Stopped. Pages that the printer has by now may still come out.")
_Option = QAbstractPrintDialog.PrintDialogOption


class Printing(QObject):
    """Prints one sheet after the other; ``renderer`` draws the pages here and elsewhere."""

    def __init__(self, desk: ExportDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.renderer = PageRenderer()

    def print_wanted(self, wanted: Wanted) -> None:
        """Make a sheet, then ask for a printer."""
        if not self._can_print():
            return
        title = wanted.form.title
        work = partial(made_sheet, wanted, self._desk.open_library, self.renderer)
        message = _("Making {form} …").format(form=title)
        self._desk.start(work, self._ask, message, partial(words_made, title))

    def print_made(self, made: MadeSheet, page: int, window: QWidget) -> None:
        """Ask for a printer in front of a window, then print; ``page`` is the one in view."""
        if self._can_print():
            self._print(made, page, window)

    def _can_print(self) -> bool:
        if has_printers():
            return True
        self._desk.failed.emit(PrintError(_(NO_PRINTER)))
        return False

    @Slot(object)
    def _ask(self, made: MadeSheet) -> None:
        self._print(made, 0, self._desk.window)

    def _print(self, made: MadeSheet, page: int, window: QWidget) -> None:
        is_grey = self._desk.settings.current.prints_grey
        printer = printer_for(
            made.sizes[page], made.file.name.removesuffix(".pdf"), is_grey=is_grey
        )
        if not is_chosen(printer, made, window):
            return
        if printer.printRange() is QPrinter.PrintRange.CurrentPage:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(page + 1, page + 1)
        job = PrintJob(printer, self.renderer, made.file.content, is_grey=is_grey)
        self._desk.start(job.run, self._tell, words_printed(0, 0), words_printed, _(_STOPPED))

    @Slot(object)
    def _tell(self, printed: Printed) -> None:
        count = printed.page_count
        words = ngettext(
            "{count} page sent to {printer}.", "{count} pages sent to {printer}.", count
        )
        self._desk.said.emit(words.format(count=grouped(count), printer=printed.printer_name))


def is_chosen(printer: QPrinter, made: MadeSheet, window: QWidget) -> bool:
    """Ask which printer, which pages and how many copies; tells whether to print."""
    dialog = QPrintDialog(printer, window)
    title = _("Print {form} of {studies}")
    wanted = made.wanted
    dialog.setWindowTitle(title.format(form=wanted.form.title, studies=wanted.chosen.words))
    dialog.setMinMax(1, len(made.sizes))
    for option in (_Option.PrintPageRange, _Option.PrintCurrentPage):
        dialog.setOption(option, len(made.sizes) > 1)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def words_printed(done: int, total: int) -> str:
    """Return which page is drawn."""
    if not total:
        return _("Printing …")
    words = _("Printing page {number} of {total}")
    return words.format(number=grouped(min(done + 1, total)), total=grouped(total))
