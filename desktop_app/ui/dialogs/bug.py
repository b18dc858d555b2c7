"""The one dialog for faults of the application itself."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.languages import N_, _
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.uncaught import environment

_SENTENCE = N_(
    """Something went wrong in Trial Protocol Viewer that should not have.

Your library is safe: what was imported is kept. You can continue, or quit and start again.

A report of it should hold the details that you can copy here. They name the version, the system \
and the place in the program, and nothing of your records. The log is in {folder}."""
)
_QUIT, _CONTINUE = N_("Quit"), N_("Continue")


class BugReporter(QObject):
    """Shows a fault once; while its dialog is open, others are only in the log."""

    def __init__(self, logs: Path, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._logs = logs
        self._window = window
        self._dialog: NoticeDialog | None = None

    @Slot(str)
    def report(self, details: str) -> None:
        """Show a fault, given as the places that it came through."""
        if self._dialog is not None:
            return
        self._dialog = NoticeDialog(
            self._window,
            _("Something Went Wrong"),
            _(_SENTENCE).format(folder=self._logs),
            details=f"{environment()}\n\n{details}",
            choices=(_QUIT, _CONTINUE),
        )
        self._dialog.finished.connect(self._close)
        self._dialog.open()

    @Slot()
    def _close(self) -> None:
        wants_to_quit = self._dialog is not None and self._dialog.choice == _QUIT
        self._dialog = None
        if wants_to_quit:
            QApplication.exit(1)
