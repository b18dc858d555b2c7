"""The commands that copy what a study says, and how it is cited."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication

from desktop_app.languages import _
from desktop_app.presentation.wording import grouped
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.export_commands import Choose, Opened
from desktop_app.ui.study.study_view import StudyView
from desktop_app.ui.tasks import Work

if TYPE_CHECKING:
    from desktop_app.ui.exporting.copied import Copied


class CopyCommands(QObject):
    """Makes what is copied off the GUI thread, and puts it on the clipboard.

    ``opened`` gives the study that is shown, ``choose`` the studies that a command is for.
    """

    def __init__(self, opened: Opened, choose: Choose, view: StudyView, desk: ExportDesk) -> None:
        super().__init__(desk)
        self._opened = opened
        self._choose = choose
        self._view = view
        self._desk = desk

    @Slot()
    def copy_tab(self) -> None:
        """Copy the tab that is shown, formatted and as plain text."""
        opened = self._opened()
        if opened is not None:
            from desktop_app.ui.exporting.copied import copied_tab

            self._start(partial(copied_tab, self._view.current_view().pane, opened))

    @Slot()
    def copy_citation_text(self) -> None:
        """Copy the citation as a sentence."""
        self._cite("text")

    @Slot()
    def copy_citation_ris(self) -> None:
        """Copy the citation for programs that manage references."""
        self._cite("ris")

    @Slot()
    def copy_citation_bibtex(self) -> None:
        """Copy the citation for LaTeX."""
        self._cite("bibtex")

    def _cite(self, form: str) -> None:
        chosen = self._choose()
        if chosen is not None:
            from desktop_app.ui.exporting.copied import copied_citation

            today = date.today()
            self._start(partial(copied_citation, chosen, form, self._desk.open_library, today))

    def _start(self, work: "Work[Copied]") -> None:
        self._desk.start(work, self._put, _("Copying …"), _told, _("Stopped. Nothing was copied."))

    @Slot(object)
    def _put(self, copied: "Copied") -> None:
        content = QMimeData()
        content.setText(copied.text)
        if copied.html:
            content.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(content)
        self._desk.said.emit(copied.words)


def _told(done: int, total: int) -> str:
    if total < 2:
        return _("Copying …")
    return _("Copying {number} of {total} …").format(number=grouped(done), total=grouped(total))
