"""The line at the foot of the window: how many studies, what happened last, what is under way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from desktop_app.presentation.wording import count_of, grouped
from desktop_app.ui.tasks import Task

_STAY, _STAY_TO_FOLLOW = 8000, 30000
"""Milliseconds for which a message is shown, and one that offers something to do."""


class StatusLine(QStatusBar):
    """Shows the count, the last message with what can be done about it, and what is under way.

    A message stays for some seconds, or until the next one. How far a task is replaces the words
    that began it, and other messages only when their time is over. ``busy_changed`` tells whether
    there is a task that can be stopped.
    """

    busy_changed = Signal(bool)

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
        self._fading = QTimer(self)
        self._fading.setObjectName("message_time")
        self._fading.setSingleShot(True)
        self._fading.timeout.connect(self._fade)
        self._follow_up.clicked.connect(self._follow)
        self._cancel.clicked.connect(self.cancel_import)

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
        self._fading.start(_STAY if then is None else _STAY_TO_FOLLOW)

    def follow_task(self, task: Task, message: str) -> None:
        """Show how far a task is, until it and all others that are followed are finished."""
        if not self._tasks:
            self._progress.setRange(0, 0)
        self._tasks.append(task)
        self.say(message)
        self._tells_progress = True
        self._progress.show()
        self._cancel.show()
        self.busy_changed.emit(True)
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
        # The total is foreseen from the files; one of them can hold more records than that.
        known = total if done <= total else 0
        self._progress.setRange(0, known)
        self._progress.setValue(done)
        of_all = f" of {grouped(known)}" if known else ""
        told = f"{grouped(done)}{of_all} read"
        self._progress.setToolTip(told)
        if self._tells_progress:
            self._message.setText(told)

    @Slot()
    def _fade(self) -> None:
        if self._tasks:
            self._tells_progress = True
        else:
            self.say("")

    def _end_task(self, task: Task) -> None:
        self._tasks.remove(task)
        self._progress.setRange(0, 0)
        self._progress.setToolTip("")
        self._progress.setVisible(bool(self._tasks))
        self._cancel.setVisible(bool(self._tasks))
        self.busy_changed.emit(bool(self._tasks))

    @Slot()
    def cancel_import(self) -> None:
        """Stop all imports that run or wait."""
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
