"""Writes one file: asks where, then makes it off the GUI thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.languages import _
from desktop_app.presentation.wording import grouped
from desktop_app.ui.commands.help_commands import open_in_system
from desktop_app.ui.exporting.chosen import OpenStudy
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.tasks import Work

if TYPE_CHECKING:
    from desktop_app.export.sheets import SheetFile
    from desktop_app.ui.exporting.making import Wanted, Written


class FileExport(QObject):
    """One file of all studies that were chosen."""

    def __init__(self, desk: ExportDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def write(self, wanted: "Wanted") -> None:
        """Ask where, then make the file and write it."""
        from desktop_app.ui.exporting.making import write_file

        target = self._ask(wanted, self._desk.window)
        if target is not None:
            self._start(partial(write_file, wanted, target, self._desk.open_library), target)

    def write_made(self, wanted: "Wanted", made: "SheetFile", window: QWidget) -> None:
        """Ask in front of a window where, then write what is made already."""
        from desktop_app.ui.exporting.making import write_made

        target = self._ask(wanted, window)
        if target is not None:
            self._start(partial(write_made, wanted, made, target), target)

    def _ask(self, wanted: "Wanted", window: QWidget) -> Path | None:
        suggested = self._desk.folder() / suggested_name(wanted)
        target = ask_for_file(window, wanted.form.title, suggested)
        if target is not None:
            self._desk.keep_folder(target.parent)
        return target

    def _start(self, work: "Work[Written]", target: Path) -> None:
        told = partial(words_made, target.name)
        self._desk.start(work, self._tell, words_made(target.name, 0, 0), told)

    @Slot(object)
    def _tell(self, written: "Written") -> None:
        self._desk.written.emit(written)
        if self._desk.settings.current.open_after_export and written.path.suffix == ".pdf":
            open_in_system(written.path, self._desk.window)


def words_made(name: str, done: int, total: int) -> str:
    """Return how many studies of one file are read."""
    if total < 2:
        return _("Writing {name} …").format(name=name)
    words = _("{number} of {total}")
    place = words.format(number=grouped(min(done + 1, total)), total=grouped(total))
    return f"{place} · {name}"


def suggested_name(wanted: "Wanted") -> str:
    """Return the usual name of the file."""
    from desktop_app.ui.exporting.sources import source_of

    chosen, today = wanted.chosen, wanted.order.today
    if isinstance(chosen, OpenStudy):
        return wanted.form.name_of(source_of(chosen.stored, chosen.context), today)
    return wanted.form.gathered_name(len(chosen), today)


def ask_for_file(window: QWidget, title: str, suggested: Path) -> Path | None:
    """Ask where to write; returns None where nothing is to be written."""
    suffix = suggested.suffix
    kind = f"{suffix[1:].upper()} (*{suffix})"
    heading = _("Export {form}").format(form=title)
    chosen, _kind = QFileDialog.getSaveFileName(window, heading, str(suggested), kind)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
