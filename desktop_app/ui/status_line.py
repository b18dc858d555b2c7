"""The line at the foot of the window: how many studies, what happened last, what is under way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from desktop_app.presentation.wording import count_of, grouped
from desktop_app.ui.tasks import Task


class StatusLine(QStatusBar):
    """Shows the count, the last message with what can be done about it, and what is under way.

    A message stays until the next one; how far a task is replaces only the words that began it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._count = _label("study_count")
        self._message = _label("message")
        self._follow_up = _button("follow_up")
        self._progress = QProgressBar()
        self._progress.setAccessibleName("Progress")
        self._progress.setMaximumWidth(200)
        self._cancel = _button("cancel_task")
        self._cancel.setText("Cancel")
        self._hint = _label("hint")
        self._hint.setText("Ctrl+K for any command")
        self._lay_out()
        self._tasks: list[Task] = []
        self._tells_progress = False
        self._done: Callable[[], object] | None = None
        self._follow_up.clicked.connect(self._follow)
        self._cancel.clicked.connect(self._cancel_tasks)

    def show_count(self, studies: int) -> None:
        """Say how many studies the library holds."""
        self._count.setText(count_of(studies, "study", "studies"))

    def say(
        self, message: str, follow_up: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Say what happened, with a button for what can be done next."""
        self._tells_progress = False
        self._message.setText(message)
        self._message.setToolTip("")
        self._done = then
        self._follow_up.setText(follow_up)
        self._follow_up.setVisible(then is not None)

    def follow_task(self, task: Task, message: str) -> None:
        """Show how far a task is, until it and all others that are followed are finished."""
        if not self._tasks:
            self._progress.setRange(0, 0)
        self._tasks.append(task)
        self.say(message)
        self._tells_progress = True
        self._progress.show()
        self._cancel.show()
        task.progressed.connect(self._show_progress)
        task.finished.connect(partial(self._end_task, task))

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    def _lay_out(self) -> None:
        self.addWidget(self._count)
        self.addWidget(self._message, 1)
        for widget in (self._follow_up, self._progress, self._cancel, self._hint):
            self.addPermanentWidget(widget)
        for widget in (self._follow_up, self._progress, self._cancel):
            widget.hide()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(min(done, total))
        of_all = f" of {grouped(total)}" if total else ""
        told = f"{grouped(done)}{of_all} read"
        self._progress.setToolTip(told)
        if self._tells_progress:
            self._message.setText(told)

    def _end_task(self, task: Task) -> None:
        self._tasks.remove(task)
        self._progress.setRange(0, 0)
        self._progress.setToolTip("")
        self._progress.setVisible(bool(self._tasks))
        self._cancel.setVisible(bool(self._tasks))

    @Slot()
    def _cancel_tasks(self) -> None:
        for task in self._tasks:
            task.cancel()
        self.say("Stopping …")

    @Slot()
    def _follow(self) -> None:
        if self._done is not None:
            self._done()


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    # A long message gives way to the window, not the window to the message.
    label.setMinimumWidth(1)
    return label


def _button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setFlat(True)
    return button
