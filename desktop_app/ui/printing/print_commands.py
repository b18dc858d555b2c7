"""The commands that show pages and print them."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.ui.exporting.chosen import Chosen
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.export_commands import Choose
from desktop_app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop_app.ui.dialogs.print_preview import PrintPreviewDialog
    from desktop_app.ui.exporting.forms import Form
    from desktop_app.ui.printing.printing import Printing


class PrintCommands(QObject):
    """Shows or prints the sheet that was used last; ``runner`` makes and draws what is shown."""

    def __init__(self, choose: Choose, desk: ExportDesk, runner: TaskRunner) -> None:
        super().__init__(desk)
        self._choose = choose
        self._desk = desk
        self._runner = runner
        self._made: Printing | None = None
        self._preview: PrintPreviewDialog | None = None

    @property
    def front(self) -> QWidget:
        """Return the window in front of which things are said: the preview where one is open."""
        return self._preview or self._desk.window

    @Slot()
    def show_print_preview(self) -> None:
        """Show the pages of the studies; a preview that is open gives way."""
        chosen = self._choose()
        if chosen is None:
            return
        from desktop_app.ui.dialogs.print_preview import PrintPreviewDialog

        if self._preview is not None:
            self._preview.close()
        dialog = PrintPreviewDialog(chosen, self._desk, self._printing(), self._runner)
        self._preview = dialog
        dialog.finished.connect(self._forget_preview)
        dialog.show()

    @Slot()
    def show_brief(self) -> None:
        """Show the studies as one-page briefs."""
        self._show("brief")

    @Slot()
    def show_screening(self) -> None:
        """Show the studies as screening sheets."""
        self._show("screening")

    @Slot()
    def show_handout(self) -> None:
        """Show the studies as large-print handouts."""
        self._show("handout")

    @Slot()
    def show_comparison(self) -> None:
        """Show the studies side by side."""
        self._show("comparison")

    @Slot()
    def show_full(self) -> None:
        """Show all that the tabs show of the studies."""
        self._show("full")

    def _show(self, sheet_id: str) -> None:
        self._desk.settings.change(last_sheet=sheet_id)
        self.show_print_preview()

    @Slot()
    def print_sheet(self) -> None:
        """Make the sheet that was used last, ask for a printer, print."""
        chosen = self._choose()
        if chosen is not None:
            from desktop_app.ui.exporting.making import Wanted, order_of

            form, settings = self._form(chosen), self._desk.settings.current
            panes = settings.sheet_panes if form.has_panes else ()
            order = order_of(settings.paper, panes, date.today())
            self._printing().print_wanted(Wanted(chosen, form, order))

    def _form(self, chosen: Chosen) -> "Form":
        from desktop_app.ui.exporting.forms import form_called, sheet_forms

        fitting = [form for form in sheet_forms() if form.fits_in_one(len(chosen))]
        return form_called(self._desk.settings.current.last_sheet, fitting or sheet_forms())

    def _printing(self) -> "Printing":
        if self._made is None:
            from desktop_app.ui.printing.printing import Printing

            self._made = Printing(self._desk)
        return self._made

    @Slot()
    def _forget_preview(self) -> None:
        self._preview = None
