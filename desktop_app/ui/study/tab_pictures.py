"""Pictures of the tabs of the open study, for those who look at a build from afar."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.presentation.pane import PANES
from desktop_app.ui.main_window import MainWindow


class TabPictures(QObject):
    """Shows each tab in one turn of Qt's loop and pictures it in the next.

    Part of what is seen comes by timers and queued calls, so the loop must run in between.
    """

    def __init__(self, window: MainWindow, into: Path, name: str) -> None:
        super().__init__(window)
        self._window = window
        self._into = into
        self._name = name
        self._waiting = [pane.id for pane in PANES]
        self._shown = ""
        self._written: list[Path] = []
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._turn)

    def take(self) -> tuple[Path, ...]:
        """Run the loop until all is pictured; raises where a picture could not be written."""
        self._turns.start()
        QCoreApplication.exec()
        if len(self._written) < len(PANES):
            raise DesktopAppError(
                _("The pictures could not all be written into {folder}.").format(folder=self._into)
            )
        return tuple(self._written)

    @Slot()
    def _turn(self) -> None:
        shown, self._shown = self._shown, self._waiting.pop(0) if self._waiting else ""
        if shown:
            self._picture(shown)
        if self._shown:
            self._window.study_view.show_pane(self._shown)
        else:
            self._turns.stop()
            QCoreApplication.exit()

    def _picture(self, pane_id: str) -> None:
        path = self._into / f"{self._name}_{pane_id}.png"
        if self._window.grab().save(str(path)):
            self._written.append(path)
