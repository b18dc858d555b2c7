"""Shows the pages of a sheet before they are printed."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.ui.exporting.chosen import Chosen
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.file_export import FileExport
from desktop_app.ui.exporting.forms import Form, sheet_forms
from desktop_app.ui.exporting.making import Wanted, order_of, shortened_words
from desktop_app.ui.printing.made_sheet import MadeSheet
from desktop_app.ui.printing.page_images import PageImages
from desktop_app.ui.printing.page_renderer import Page
from desktop_app.ui.printing.page_words import PageWords
from desktop_app.ui.printing.preview_parts import PreviewParts
from desktop_app.ui.printing.printing import Printing
from desktop_app.ui.printing.sheet_maker import SheetMaker
from desktop_app.ui.printing.zoom import Zoom, zoom_of
from desktop_app.ui.tasks import TaskRunner


class PrintPreviewDialog(QDialog):
    """The studies that were chosen as the sheet that was used last, or as another one.

    The pages stay until those of another choice are there.
    """

    def __init__(
        self, chosen: Chosen, desk: ExportDesk, printing: Printing, runner: TaskRunner
    ) -> None:
        super().__init__(desk.window)
        self._is_laid_out = False
        self.setWindowTitle(_("Print Preview of {studies}").format(studies=chosen.words))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._chosen, self._desk, self._printing = chosen, desk, printing
        self._settings = desk.settings
        self._made: MadeSheet | None = None
        renderer = printing.renderer
        self._images = PageImages(renderer, runner, self)
        self._words = PageWords(renderer, runner, self)
        self._maker = SheetMaker(desk.open_library, renderer, runner, self)
        self.parts = PreviewParts(_fitting(chosen), self._settings.current, self._images, self)
        self._is_laid_out = True
        self._wire()
        self._show_settings()
        self.make()

    @Slot()
    def make(self) -> None:
        """Make the sheet as it is chosen."""
        choices = self.parts.choices
        form, paper = choices.form, choices.options.paper
        kept: dict[str, object] = {"last_sheet": form.id, "paper": paper}
        if form.has_panes:
            kept["sheet_panes"] = choices.panes
        self._settings.change(**kept)
        self.parts.show_waiting(_("Making the pages …"))
        order = order_of(paper, choices.panes, date.today(), choices.options.language)
        self._maker.make(Wanted(self._chosen, form, order))

    @Slot()
    def print_pages(self) -> None:
        """Ask for a printer, then print what is shown."""
        if self._made is not None:
            self._printing.print_made(self._made, max(0, self.parts.view.page), self)

    @Slot()
    def export_pages(self) -> None:
        """Ask where, then write what is shown as PDF."""
        if self._made is not None:
            FileExport(self._desk).write_made(self._made.wanted, self._made.file, self)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the pages."""
        super().showEvent(event)
        self.parts.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._is_laid_out:
            self.parts.fit(self.fontMetrics())

    def done(self, result: int) -> None:
        """Stop all work for this window."""
        for worker in (self._maker, self._images, self._words):
            worker.stop()
        super().done(result)

    @Slot(object)
    def _show_made(self, made: MadeSheet) -> None:
        self._made = made
        self.parts.show_state("", shortened_words(made.file.notes))
        self.parts.can_go_out(True)
        self.parts.bar.show_pages(len(made.sizes))
        self.parts.view.show_sheet(made)

    @Slot(object)
    def _show_failure(self, error: DesktopAppError) -> None:
        self.parts.show_state(str(error))

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if total > 1:
            words = _("Making the pages: {number} of {total}")
            self.parts.show_waiting(words.format(number=done + 1, total=total), done, total)

    @Slot(int)
    def _show_page(self, page: int) -> None:
        """Tell the page that is read, to the eye and to screen readers."""
        if self._made is None or page < 0:
            return
        self.parts.bar.show_page(page)
        place = _("Page {number} of {total}").format(number=page + 1, total=len(self._made.sizes))
        self.parts.view.setAccessibleName(place)
        self._words.read(Page(self._made.file.content, page))

    @Slot(str)
    def _show_words(self, words: str) -> None:
        self.parts.view.setAccessibleDescription(words)
        self.parts.words.setPlainText(words)

    @Slot(object)
    def _keep_zoom(self, zoom: Zoom) -> None:
        self._settings.change(preview_zoom=zoom.key)
        self._show_settings()

    @Slot(bool)
    def _keep_columns(self, two: bool) -> None:
        self._settings.change(previews_two_pages=two)
        self._show_settings()

    @Slot(bool)
    def _keep_grey(self, is_grey: bool) -> None:
        self._settings.change(prints_grey=is_grey)
        self._show_settings()

    def _show_settings(self) -> None:
        settings = self._settings.current
        zoom = zoom_of(settings.preview_zoom)
        columns = 2 if settings.previews_two_pages else 1
        self.parts.bar.show_zoom(zoom)
        self.parts.bar.two_pages.setChecked(settings.previews_two_pages)
        self.parts.view.show_as(zoom, columns, is_grey=settings.prints_grey)

    def _wire(self) -> None:
        parts, bar, view = self.parts, self.parts.bar, self.parts.view
        parts.can_go_out(False)
        parts.print_button.clicked.connect(self.print_pages)
        parts.export_button.clicked.connect(self.export_pages)
        parts.close_button.clicked.connect(self.reject)
        parts.choices.sheet_changed.connect(self.make)
        parts.choices.grey_changed.connect(self._keep_grey)
        bar.page_wanted.connect(view.go_to_page)
        bar.zoom_wanted.connect(self._keep_zoom)
        bar.step_wanted.connect(view.step_zoom)
        bar.two_pages_wanted.connect(self._keep_columns)
        bar.words_wanted.connect(parts.words.setVisible)
        view.page_changed.connect(self._show_page)
        view.zoomed.connect(self._keep_zoom)
        self._words.came.connect(self._show_words)
        self._maker.made.connect(self._show_made)
        self._maker.failed.connect(self._show_failure)
        self._maker.progressed.connect(self._show_progress)
        keys = {"Ctrl+P": self.print_pages, "Ctrl+E": self.export_pages, "Ctrl+=": bar.larger.click}
        for key, slot in (*keys.items(), ("Ctrl+0", self._reset_zoom)):
            QShortcut(QKeySequence(key), self, slot)

    @Slot()
    def _reset_zoom(self) -> None:
        self._keep_zoom(Zoom())


def _fitting(chosen: Chosen) -> tuple[Form, ...]:
    """Return the sheets that can be made of so many studies; all where none can."""
    forms = sheet_forms()
    return tuple(form for form in forms if form.fits_in_one(len(chosen))) or forms
