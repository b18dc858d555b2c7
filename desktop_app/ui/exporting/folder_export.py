"""Writes a file for each study into a folder: asks where, and what to do with files there."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.exporting.desk import ExportDesk

if TYPE_CHECKING:
    from desktop_app.ui.exporting.batch import IfThere
    from desktop_app.ui.exporting.making import Wanted

_CANCEL = N_("Cancel")
_TITLE = N_("Export to a Folder")


class FolderExport(QObject):
    """Asks for a folder, then lets a batch run."""

    def __init__(self, desk: ExportDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def write(self, wanted: "Wanted") -> None:
        """Ask where, then write a file of each study."""
        suggested = str(self._desk.folder())
        name = QFileDialog.getExistingDirectory(self._desk.window, _(_TITLE), suggested)
        if name:
            self._desk.keep_folder(Path(name))
            _Batch(self._desk, wanted, Path(name)).look()


class _Batch(QObject):
    """One export, from the look into the folder to what is told at the end."""

    def __init__(self, desk: ExportDesk, wanted: "Wanted", folder: Path) -> None:
        from desktop_app.ui.exporting.batch import BatchRun

        super().__init__(desk)
        self._desk = desk
        self._wanted = wanted
        self._run = BatchRun(folder)

    def look(self) -> None:
        """See whether there are files of these names already."""
        from desktop_app.ui.exporting.batch import existing_files

        work = partial(existing_files, self._wanted, self._run.path, self._desk.open_library)
        self._desk.start(work, self._ask, _("Looking into the folder …"), self._run.told)

    @Slot(object)
    def _ask(self, existing: int) -> None:
        """Ask once what is to become of them."""
        from desktop_app.ui.exporting.batch import IfThere

        if not existing:
            self._write(IfThere.KEEP_BOTH)
            return
        # The last one is the usual one: nothing is lost by it.
        choices = (_CANCEL, IfThere.REPLACE.value, IfThere.SKIP.value, IfThere.KEEP_BOTH.value)
        words = ngettext(
            "{count} study has a file of that name in {folder} already.",
            "{count} studies have a file of that name in {folder} already.",
            existing,
        )
        sentence = words.format(count=grouped(existing), folder=self._run.path)
        dialog = NoticeDialog(self._desk.window, _(_TITLE), sentence, choices=choices)
        dialog.finished.connect(partial(self._take, dialog))
        dialog.open()

    def _take(self, dialog: NoticeDialog, _result: int) -> None:
        from desktop_app.ui.exporting.batch import IfThere

        if dialog.choice in (choice.value for choice in IfThere):
            self._write(IfThere(dialog.choice))
        else:
            self._desk.said.emit(_("Nothing was written."))

    def _write(self, if_there: "IfThere") -> None:
        from desktop_app.ui.exporting.batch import write_each

        work = partial(write_each, self._wanted, self._run, if_there, self._desk.open_library)
        task = self._desk.start(
            work, self._run.finish, _("Writing …"), self._run.told, _("Stopped.")
        )
        if task.is_finished:
            self._end()
        else:
            task.finished.connect(self._end)

    @Slot()
    def _end(self) -> None:
        self._desk.written.emit(self._run)
        if self._run.faults:
            self._tell_faults()

    def _tell_faults(self) -> None:
        from desktop_app.ui.exporting.batch import faults_in_words

        faults = self._run.faults
        sentence = f"{self._run.words}\n\n{faults_in_words(faults)}"
        details = "\n".join(faults)
        NoticeDialog(self._desk.window, _(_TITLE), sentence, details=details).open()
