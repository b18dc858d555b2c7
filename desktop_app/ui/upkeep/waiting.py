"""Work that the person waits for, while there is no window: how far it is, and how to stop it."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.tasks import TaskRunner, Work

T = TypeVar("T")
_STEPS = 1_000


class WaitingDialog(QDialog, Generic[T]):
    """Does work on a runner, and closes when it is done. ``value`` is what came of it."""

    def __init__(
        self, title: str, words: str, work: Work[T], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.value: T | None = None
        self.error: DesktopAppError | None = None
        self.setWindowTitle(title)
        self.setAccessibleDescription(words)
        wear_style_sheet(self)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(_("Progress"))
        self._runner = TaskRunner(self, name="waiting")
        stop = QPushButton(_("Stop"))
        stop.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        label = plain_label(words)
        label.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        column.addWidget(label)
        column.addWidget(self.bar)
        column.addWidget(stop, 0, Qt.AlignmentFlag.AlignRight)
        self._task = self._runner.start(work, on_success=self._take, on_failure=self._fail)
        self._task.progressed.connect(self._show)
        self._task.finished.connect(self.accept)

    @Slot()
    def reject(self) -> None:
        """Stop the work, and close once it has stopped."""
        self._task.cancel()
        super().reject()

    @Slot(int, int)
    def _show(self, done: int, total: int) -> None:
        # In thousandths: a library has more bytes than the bar can count.
        self.bar.setRange(0, _STEPS if total else 0)
        self.bar.setValue(done * _STEPS // total if total else 0)

    @Slot(object)
    def _take(self, value: T) -> None:
        self.value = value

    @Slot(object)
    def _fail(self, error: DesktopAppError) -> None:
        self.error = error

    def done(self, code: int) -> None:
        """Let the worker go before the dialog does."""
        self._runner.close()
        super().done(code)


def wait_for(title: str, words: str, work: Work[T]) -> T | None:
    """Return what work brought, None where it was stopped; raises the DesktopAppError it raised."""
    dialog = WaitingDialog(title, words, work)
    dialog.exec()
    dialog.deleteLater()
    if dialog.error is not None:
        raise dialog.error
    return dialog.value
