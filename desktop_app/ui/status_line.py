"""The line at the foot of the window: how many studies, what happened last, what is under way."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.ui.announcements import announce
from desktop_app.ui.message_label import MessageLabel
from desktop_app.ui.tasks import Task

_STAY, _STAY_TO_FOLLOW = 8000, 30000
"""Milliseconds for which a message is shown, and one that offers something to do."""
_PARTS_TOLD = 4
"""Into how many parts a task is divided, at the end of each of which its progress is announced."""
Told = Callable[[int, int], str]
"""Puts into words that so many are done of so many; 0 where it is not known of how many."""


def words_read(done: int, total: int) -> str:
    """Return how many records are read."""
    if not total:
        return ngettext("{count} read", "{count} read", done).format(count=grouped(done))
    return _("{number} of {total} read").format(number=grouped(done), total=grouped(total))


class StatusLine(QStatusBar):
    """Shows the count, the last message with what can be done about it, and what is under way.

    A message stays for some seconds, or until the next one. How far a task is replaces the words
    that began it, and other messages only when their time is over; of several tasks under way the
    one begun last is told of. ``busy_changed`` tells whether there is an import to be stopped,
    ``export_changed`` the same of what leaves the window.
    """

    busy_changed = Signal(bool)
    export_changed = Signal(bool)
    pause_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._count = _label("study_count")
        self._read_only = _label("read_only")
        self._message = MessageLabel()
        self._message.setObjectName("message")
        self._follow_up = _button("follow_up")
        self._progress = _progress_bar()
        self._cancel = _button("cancel_task")
        self._cancel.setText(_("Cancel"))
        self._pause = _button("pause_task")
        self._pause.clicked.connect(self.pause_wanted)
        self._hint = _label("hint")
        self._lay_out()
        self._tasks: dict[Task, bool] = {}
        self._shows: dict[Task, Callable[[], object]] = {}
        self._reporting: set[Task] = set()
        self._told_parts: dict[Task, int] = {}
        self._tells_progress = False
        self._done: Callable[[], object] | None = None
        self._fading = self._make_fading()
        self._follow_up.clicked.connect(self._follow)
        self._cancel.clicked.connect(self._cancel_all)

    def _make_fading(self) -> QTimer:
        fading = QTimer(self)
        fading.setObjectName("message_time")
        fading.setSingleShot(True)
        fading.timeout.connect(self._fade)
        return fading

    def show_count(self, studies: int) -> None:
        """Say how many studies the library holds."""
        self._count.setText(
            ngettext("{count} study", "{count} studies", studies).format(count=grouped(studies))
        )

    def mark_read_only(self, why: str) -> None:
        """Say, as long as the window is open, that nothing can be added to the library."""
        self._read_only.setText(_("For reading only"))
        # Loaded here, for most libraries can be written. A tip is taken as HTML where it looks like
        # it, as names of folders can.
        from desktop_app.ui.panes.visible_text import tooltip_text

        self._read_only.setToolTip(tooltip_text(why))
        self._read_only.setAccessibleDescription(why)
        self._read_only.show()
        self.say(why)

    @Slot(bool, bool)
    def offer_pause(self, is_offered: bool, is_paused: bool) -> None:
        """Offer to let an import wait, or to let it go on."""
        self._pause.setText(_("Resume") if is_paused else _("Pause"))
        self._pause.setVisible(is_offered)

    def show_hint(self, keys: str) -> None:
        """Say which keys find any command."""
        self._hint.setText(_("{keys} for any command").format(keys=keys) if keys else "")

    def say(
        self, message: str, follow_up: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Say what happened, with a button for what can be done next."""
        self._tells_progress = False
        self._message.setText(message)
        announce(self._message, message)
        self._done = then
        self._follow_up.setText(follow_up)
        self._follow_up.setVisible(then is not None)
        self._fading.start(_STAY if then is None else _STAY_TO_FOLLOW)

    def follow_task(
        self,
        task: Task,
        message: str,
        told: Told = words_read,
        *,
        is_export: bool = False,
        show: Callable[[], object] | None = None,
    ) -> None:
        """Show how far a task is, until it and all others that are followed are finished.

        ``told`` puts its progress into words, ``show`` shows more of it than there is room for.
        """
        if not self._tasks:
            self._progress.setRange(0, 0)
        self._tasks[task] = is_export
        if show is not None:
            self._shows[task] = show
        self.say(message)
        self._tell_of_tasks()
        self._progress.show()
        self._cancel.show()
        # How far it is needs the room.
        self._hint.hide()
        self._tell_busy()
        task.progressed.connect(partial(self._show_progress, task, told))
        task.finished.connect(partial(self._end_task, task))

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    def _lay_out(self) -> None:
        self.addWidget(self._count)
        self.addWidget(self._read_only)
        self.addWidget(self._message, 1)
        for widget in (
            self._follow_up,
            self._progress,
            self._pause,
            self._cancel,
            self._hint,
        ):
            self.addPermanentWidget(widget)
        for widget in (
            self._read_only,
            self._follow_up,
            self._progress,
            self._pause,
            self._cancel,
        ):
            widget.hide()

    def _show_progress(self, task: Task, told: Told, done: int, total: int) -> None:
        if task not in self._tasks:
            return
        self._reporting.add(task)
        # One that waits for its turn has nothing to tell yet.
        if task is not [one for one in self._tasks if one in self._reporting][-1]:
            return
        # The total is foreseen from the files; one of them can hold more records than that.
        known = total if done <= total else 0
        self._progress.setRange(0, known)
        self._progress.setValue(done)
        words = told(done, known)
        self._progress.setToolTip(words)
        if self._tells_progress:
            self._message.setText(words)
        if known and done * _PARTS_TOLD // known > self._told_parts.get(task, 0):
            self._told_parts[task] = done * _PARTS_TOLD // known
            announce(self._progress, words)

    @Slot()
    def _fade(self) -> None:
        if self._tasks:
            self._tell_of_tasks()
        else:
            self.say("")

    def _tell_of_tasks(self) -> None:
        """Tell how far they are, and offer to show more of the one begun last."""
        self._tells_progress = True
        show = self._shows.get([*self._tasks][-1])
        if show is not None:
            self._done = show
            self._follow_up.setText(_("Show"))
            self._follow_up.show()

    def _end_task(self, task: Task) -> None:
        show = self._shows.pop(task, None)
        if show is not None and self._done == show:
            self._done = None
            self._follow_up.hide()
        del self._tasks[task]
        self._reporting.discard(task)
        self._told_parts.pop(task, None)
        self._progress.setRange(0, 0)
        self._progress.setToolTip("")
        self._progress.setVisible(bool(self._tasks))
        self._cancel.setVisible(bool(self._tasks))
        self._hint.setVisible(not self._tasks)
        self._tell_busy()

    def _tell_busy(self) -> None:
        self.busy_changed.emit(False in self._tasks.values())
        self.export_changed.emit(True in self._tasks.values())

    @Slot()
    def cancel_import(self) -> None:
        """Stop all imports that run or wait."""
        self._stop(task for task, is_export in self._tasks.items() if not is_export)

    @Slot()
    def cancel_export(self) -> None:
        """Stop all that is being written or printed, or waits for it."""
        self._stop(task for task, is_export in self._tasks.items() if is_export)

    @Slot()
    def _cancel_all(self) -> None:
        self._stop(self._tasks)

    def _stop(self, tasks: Iterable[Task]) -> None:
        for task in tuple(tasks):
            task.cancel()
        self.say(_("Stopping …"))

    @Slot()
    def _follow(self) -> None:
        if self._done is not None:
            self._done()


def _progress_bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setAccessibleName(_("Progress"))
    bar.setMaximumWidth(200)
    return bar


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
