"""The one dialog for faults of the application itself, now or when it was used last."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.errors import StoreError
from desktop_app.languages import N_, _
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.faults.fault_details import environment, surroundings, without_homes

_SENTENCE = N_(
    """Something went wrong in Trial Protocol Viewer that should not have.

Your library is safe: what was imported is kept. You can continue, or quit and start again.

A report of it should hold the details that you can copy here. They name the version, the system \
and the place in the program, and nothing of your records. The log is in {folder}."""
)
_LAST_TIME = N_(
    """Trial Protocol Viewer broke down when it was used last.

Your library is safe: what was imported is kept. There is nothing that you need to do.

A report of it should hold the details that you can copy here. They name the version, the system \
and the place in the program, and nothing of your records. The log is in {folder}."""
)
_REPLACED = N_(
    """Trial Protocol Viewer was updated or removed while it was open, so a part of it that is \
needed now is not there.

Your library is safe: what was imported is kept. Quit, and start it again."""
)
_QUIT, _CONTINUE = N_("Quit"), N_("Continue")

_LOG = logging.getLogger("desktop_app.crashes")


class BugReporter(QObject):
    """Shows a fault once; while its dialog is open, others are only in the log.

    ``library_size`` tells for the details how large the library is; ``was_replaced`` whether the
    program's files are not those any more that it was started from.
    """

    def __init__(
        self,
        logs: Path,
        window: QWidget | None = None,
        library_size: Callable[[], str] = lambda: "Library not open",
        was_replaced: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(window)
        self._logs = logs
        self._window = window
        self._library_size = library_size
        self._was_replaced = was_replaced
        self._dialog: NoticeDialog | None = None

    @Slot(str)
    def report(self, details: str) -> None:
        """Show a fault, given as the places that it came through."""
        if self._was_replaced():
            self._show(_("Start Again"), _(_REPLACED), details, (_CONTINUE, _QUIT))
            return
        self._show(_("Something Went Wrong"), _(_SENTENCE), details, (_QUIT, _CONTINUE))

    def offer(self, crashes: Sequence[str]) -> None:
        """Show what the interpreter wrote when it crashed in earlier runs, the last one's first."""
        told = [without_homes(crash) for crash in reversed(crashes)]
        for crash in reversed(told):
            _LOG.error("Crashed in an earlier run\n%s", crash)
        if told:
            self._show(_("The Last Time"), _(_LAST_TIME), "\n\n".join(told), (_CONTINUE,))

    def _show(self, title: str, sentence: str, details: str, choices: tuple[str, ...]) -> None:
        if self._dialog is not None:
            return
        about = f"{environment()}\n{surroundings()}\n{self._library_size()}"
        self._dialog = NoticeDialog(
            self._window,
            title,
            sentence.format(folder=self._logs),
            details=f"{about}\n\n{details}\n",
            choices=choices,
        )
        self._dialog.finished.connect(self._close)
        self._dialog.open()

    @Slot()
    def _close(self) -> None:
        wants_to_quit = self._dialog is not None and self._dialog.choice == _QUIT
        self._dialog = None
        if wants_to_quit:
            QApplication.exit(1)


def library_size(library: Library) -> str:
    """Return how large a library is, for a report of a fault."""
    try:
        size = library.path.stat().st_size
        return f"Library {library.count()} studies, {size} bytes"
    except (StoreError, OSError) as error:
        return f"Library cannot be read ({type(error).__name__})"
