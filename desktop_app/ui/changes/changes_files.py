"""Writes a comparison into a file: one page of PDF, a web page, Markdown or plain text."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.export.changes.file import PAIR_OUTPUTS, PairOutput
from desktop_app.export.files import remove_leftovers, write_whole
from desktop_app.export.sheets import SheetFile, make_sheet, sheet_called
from desktop_app.languages import _
from desktop_app.presentation.changes.content import Comparison
from desktop_app.ui.changes.comparing import Compared
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.file_export import ask_for_file, words_made
from desktop_app.ui.exporting.making import Written, order_of
from desktop_app.ui.tasks import Progress

_SHEET = "changes"


class ChangesFiles(QObject):
    """Asks where, then writes off the GUI thread; the desk tells of it."""

    def __init__(self, desk: ExportDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def write_page(self, compared: Compared, window: QWidget) -> None:
        """Write what changed on one page."""
        sheet = sheet_called(_SHEET)
        name = sheet.file_name(compared.sources, compared.made.printed)
        target = ask_for_file(window, _(sheet.title), self._desk.folder() / name)
        if target is not None:
            order = order_of(self._desk.settings.current.paper, (), compared.made.printed)
            make = partial(make_sheet, sheet, compared.sources, order)
            self._start(make, target, _(sheet.title))

    def write_file(self, compared: Compared, window: QWidget) -> None:
        """Write all that changed, in the form that is chosen."""
        sheet = sheet_called(_SHEET)
        name = Path(sheet.file_name(compared.sources, compared.made.printed)).stem
        target = _ask(
            window, compared.made, self._desk.folder() / f"{name}{PAIR_OUTPUTS[-1].suffix}"
        )
        if target is not None:
            output = next(one for one in PAIR_OUTPUTS if one.suffix == target.suffix.lower())
            self._start(partial(_made, output, compared), target, _(output.title))

    def _start(self, make: Callable[[], SheetFile], target: Path, title: str) -> None:
        self._desk.keep_folder(target.parent)
        told = partial(words_made, target.name)
        work = partial(_write, make, target, title)
        self._desk.start(work, self._tell, words_made(target.name, 0, 0), told)

    @Slot(object)
    def _tell(self, written: Written) -> None:
        self._desk.written.emit(written)


def _made(output: PairOutput, compared: Compared) -> SheetFile:
    return SheetFile(output.make(compared.made), "")


def _write(make: Callable[[], SheetFile], target: Path, title: str, progress: Progress) -> Written:
    """Write one file whole or not at all; raises ExportError."""
    progress(0)
    made = make()
    progress(0)
    write_whole(target, made.content)
    remove_leftovers(target.parent, time.time())
    return Written(target, title, made.notes)


def _ask(window: QWidget, made: Comparison, suggested: Path) -> Path | None:
    """Ask where to write; the ending of the name, or the chosen kind, tells the form."""
    kinds = {f"{_(one.title)} (*{one.suffix})": one.suffix for one in reversed(PAIR_OUTPUTS)}
    heading = _("Save What Changed") if made.is_of_one_study else _("Save What Differs")
    chosen, kind = QFileDialog.getSaveFileName(window, heading, str(suggested), ";;".join(kinds))
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in kinds.values():
        return path
    return path.with_name(path.name + kinds.get(kind, suggested.suffix))
