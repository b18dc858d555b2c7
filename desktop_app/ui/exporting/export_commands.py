"""The commands that write studies into files: as a sheet, as text, as a citation."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from desktop_app.ui.exporting.chosen import Chosen, OpenStudy
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.file_export import FileExport
from desktop_app.ui.exporting.folder_export import FolderExport
from desktop_app.ui.settings import PaperSize, Settings

if TYPE_CHECKING:
    from desktop_app.ui.dialogs.export import ExportChoice
    from desktop_app.ui.exporting.forms import Form
    from desktop_app.ui.exporting.making import Wanted

_BRIEF = "brief"
Choose = Callable[[], Chosen | None]
"""Returns the studies that a command is for, None where there are none."""
Opened = Callable[[], OpenStudy | None]
"""Returns the study that is shown."""


class ExportCommands(QObject):
    """Asks in which form the studies are wanted, then lets them be written."""

    def __init__(self, choose: Choose, desk: ExportDesk) -> None:
        super().__init__(desk)
        self._choose = choose
        self._desk = desk
        self._settings = desk.settings
        self._file = FileExport(desk)
        self._folder = FolderExport(desk)

    def mark(self, actions: Mapping[str, QAction], settings: Settings) -> None:
        """Mark what is in force."""
        actions["use_a4"].setChecked(settings.paper is PaperSize.A4)
        actions["use_letter"].setChecked(settings.paper is PaperSize.LETTER)
        actions["open_after_export"].setChecked(settings.open_after_export)

    @Slot()
    def export_brief(self) -> None:
        """Write the brief of the open study; of several ask how."""
        chosen = self._choose()
        if chosen is not None and len(chosen) > 1:
            self._ask(chosen, _BRIEF)
        elif chosen is not None:
            from desktop_app.ui.exporting.forms import form_called, sheet_forms

            self._file.write(self._wanted(chosen, form_called(_BRIEF, sheet_forms())))

    @Slot()
    def export_study(self) -> None:
        """Ask in which form, then where, then write."""
        chosen = self._choose()
        if chosen is not None:
            self._ask(chosen, self._settings.current.last_form)

    @Slot()
    def use_a4(self) -> None:
        """Write for A4."""
        self._settings.change(paper=PaperSize.A4)

    @Slot()
    def use_letter(self) -> None:
        """Write for US Letter."""
        self._settings.change(paper=PaperSize.LETTER)

    @Slot(bool)
    def open_after_export(self, wanted: bool) -> None:
        """Open each PDF once it is written, or do not."""
        self._settings.change(open_after_export=wanted)

    def _ask(self, chosen: Chosen, form_id: str) -> None:
        from desktop_app.ui.dialogs.export import ExportDialog
        from desktop_app.ui.exporting.forms import all_forms

        settings, window = self._settings.current, self._desk.window
        dialog = ExportDialog(all_forms(), len(chosen), chosen.words, settings, window)
        dialog.show_form(form_id)
        dialog.wanted.connect(partial(self._take, chosen))
        dialog.open()

    def _take(self, chosen: Chosen, choice: "ExportChoice") -> None:
        self._keep(chosen, choice)
        wanted = self._wanted(chosen, choice.form, choice.language)
        if choice.is_each:
            self._folder.write(wanted)
        else:
            self._file.write(wanted)

    def _keep(self, chosen: Chosen, choice: "ExportChoice") -> None:
        """Offer the same the next time."""
        kept: dict[str, object] = {"last_form": choice.form.id}
        if choice.form.is_paper:
            kept["paper"] = choice.paper
        if choice.form.has_panes:
            kept["sheet_panes"] = choice.panes
        if len(chosen) > 1:
            kept["exports_each"] = choice.is_each
        self._settings.change(**kept)

    def _wanted(self, chosen: Chosen, form: "Form", language: str = "") -> "Wanted":
        from desktop_app.ui.exporting.making import Wanted, order_of

        settings = self._settings.current
        panes = settings.sheet_panes if form.has_panes else ()
        return Wanted(chosen, form, order_of(settings.paper, panes, date.today(), language))
