"""Checks for updates: asked for, made when they are due, and what they found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences
from desktop_app.store.standing.values import CheckScope, ScopeKind, UpdateCheck, UpdateLine
from desktop_app.study.nct_numbers import format_nct_id
from desktop_app.ui.means import Means
from desktop_app.ui.personal.numbers import ChosenNumbers, Numbers
from desktop_app.ui.registry.updates.schedule_timer import ScheduleTimer
from desktop_app.ui.registry.updates.update_work import check, choices
from desktop_app.ui.registry.waits import Waits
from desktop_app.ui.tasks import Task

if TYPE_CHECKING:
    from desktop_app.registry.updates.asking import AsksOfUpdates
    from desktop_app.ui.registry.updates.scope_choice import ScopeChoice


def checked_so_far(done: int, total: int) -> str:
    """Return how many studies are checked."""
    if not total:
        return _("Asking the registry …")
    words = _("{number} of {total} studies checked for updates")
    return words.format(number=grouped(done), total=grouped(total))


class UpdateDesk(QObject):
    """Makes one check at a time, on a thread of its own.

    ``started`` hands over the task, what to say of it and what puts its progress into words;
    ``offered`` what to say with what can be done about it. ``changes_wanted`` tells the study whose
    changes somebody wants to see, ``checked`` that a check has ended, ``came`` the studies of a
    small one of which there is something to tell.
    """

    started = Signal(object, str, object)
    said = Signal(str)
    offered = Signal(str, str, object)
    failed = Signal(object)
    study_wanted = Signal(str)
    changes_wanted = Signal(str)
    checked = Signal()
    came = Signal(object)

    def __init__(
        self,
        means: Means,
        registry: Callable[[], AsksOfUpdates],
        host: Callable[[], str],
        numbers: ChosenNumbers,
        window: QWidget,
    ) -> None:
        """``registry`` gives the client, on any thread; ``host`` what it is called."""
        super().__init__(window)
        self._shelf = means.shelf
        self._registry = registry
        self._host = host
        self._numbers = numbers
        self._window = window
        self._runner = type(means.previewing)(self, name="updates")
        self._task: Task | None = None
        self._waits = Waits(self)
        self._waits.changed.connect(self._tell_wait)
        self._wait = ""
        self._counting: Task | None = None
        self._is_quiet = False
        self._schedule = ScheduleTimer(
            means.shelf.another_reader, means.settings, self._runner, self
        )
        self._schedule.due.connect(self._check_quietly)

    def begin(self) -> None:
        """Make the checks that are due, once the window has done what it was opened for."""
        self._schedule.begin()

    def close(self) -> None:
        """Stop at once, before the library is closed; what is checked is kept."""
        self._schedule.close()
        self._runner.close()

    @property
    def is_busy(self) -> bool:
        """Whether a check is under way."""
        return self._task is not None and not self._task.is_finished

    @Slot()
    def check_updates(self) -> None:
        """Ask which studies are to be checked, and check them."""
        is_counting = self._counting is not None and not self._counting.is_finished
        if self._refuses() or is_counting:
            return
        # Counting takes long in a large library.
        work = partial(choices, self._shelf.another_reader, self._host)
        self._counting = self._runner.start(
            work, on_success=self._ask_scope, on_failure=self.failed.emit
        )

    @Slot(object)
    def _ask_scope(self, told: tuple[Sequence[ScopeChoice], str]) -> None:
        from desktop_app.ui.registry.updates.scope_choice import nothing_words
        from desktop_app.ui.registry.updates.scope_dialog import ScopeDialog

        if not told[0]:
            self.said.emit(nothing_words())
            return
        dialog = ScopeDialog(*told, self._window)
        dialog.wanted.connect(self.check)
        dialog.open()

    @Slot()
    def check_study_updates(self) -> None:
        """Check the open study, or those that are selected in the list."""
        if not self._refuses():
            self._numbers.give(self._check_numbers)

    @Slot()
    def show_last_check(self) -> None:
        """Show what the last checks found."""
        try:
            checks = self._shelf.update_book().checks()
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        if not checks:
            self.said.emit(_("No study has been checked for updates yet."))
            return
        from desktop_app.ui.registry.updates.report_dialog import ReportDialog

        dialog = ReportDialog(checks, self._lines_of, self._title_of, self._window)
        dialog.study_wanted.connect(self._want_study)
        dialog.changes_wanted.connect(self._want_changes)
        dialog.check_wanted.connect(self.check)
        dialog.show()

    @Slot(object)
    def check(self, scope: CheckScope) -> None:
        """Check studies, unless others are being checked."""
        if not self._refuses():
            self._start(scope, is_quiet=False)

    @Slot(object)
    def _check_quietly(self, scope: CheckScope) -> None:
        if not self.is_busy and not self._shelf.is_read_only:
            self._start(scope, is_quiet=True)

    def _check_numbers(self, numbers: Numbers) -> None:
        if not numbers:
            return
        try:
            is_all = len(numbers) > 1 and len(numbers) >= self._shelf.count()
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        self.check(CheckScope(ScopeKind.ALL) if is_all else CheckScope.of(numbers))

    def _refuses(self) -> bool:
        """Say why nothing can be checked now, if so."""
        if self.is_busy:
            self.said.emit(_("A check for updates is under way. It can be stopped beside here."))
        elif self._shelf.is_read_only:
            self.said.emit(
                _("The library can only be read now, so its studies cannot be brought up to date.")
            )
        else:
            return False
        return True

    def _start(self, scope: CheckScope, *, is_quiet: bool) -> None:
        from desktop_app.registry.updates.words import scope_words

        self._is_quiet = is_quiet
        work = partial(check, self._shelf.another_writer, self._registry, scope, self._waits.tell)
        task = self._runner.start(work, on_success=self._tell, on_failure=self._fail)
        if task.is_finished:
            self.checked.emit()
            return
        self._task = task
        words = _("Checking for updates: {studies} …").format(studies=scope_words(scope))
        self.started.emit(task, words, self._in_words)
        task.finished.connect(partial(self._end, task))

    def _in_words(self, done: int, total: int) -> str:
        return " · ".join(filter(None, (checked_so_far(done, total), self._wait)))

    @Slot(str)
    def _tell_wait(self, wait: str) -> None:
        self._wait = wait
        if self._task is not None and not self._task.is_finished:
            self._task.tell_again()

    def _end(self, task: Task) -> None:
        if task.progress.is_cancelled and not task.progress.is_closing:
            self.said.emit(
                _("Stopped. What was checked is kept, and the next check goes on from there.")
            )
        self.checked.emit()

    @Slot(object)
    def _tell(self, done: UpdateCheck) -> None:
        from desktop_app.registry.updates.words import counts_words, scope_words

        words = _("{scope}: {counts}.").format(
            scope=scope_words(done.scope), counts=counts_words(done)
        )
        lines = self._lines_of(done.id) if done.scope.kind is ScopeKind.SELECTED else ()
        self.offered.emit(words, _("Show"), self.show_last_check)
        if lines:
            self.came.emit(tuple(format_nct_id(line.number) for line in lines))

    @Slot(object)
    def _fail(self, error: DesktopAppError) -> None:
        """Say what went wrong: beside what goes on, where nobody asked for it just now."""
        if self._is_quiet:
            kept = _("The check for updates will be tried again.")
            self.said.emit(joined_sentences((str(error), kept)))
        else:
            self.failed.emit(error)

    def _lines_of(self, check_id: int) -> Sequence[UpdateLine]:
        try:
            return self._shelf.update_book().lines(check_id)
        except DesktopAppError as error:
            self.failed.emit(error)
            return ()

    def _title_of(self, nct_id: str) -> str:
        try:
            summary = self._shelf.summary(nct_id)
        except DesktopAppError:
            # The list, which reads the same rows, tells of it.
            return ""
        return summary.brief_title if summary is not None else ""

    @Slot(int)
    def _want_study(self, number: int) -> None:
        self.study_wanted.emit(format_nct_id(number))

    @Slot(int)
    def _want_changes(self, number: int) -> None:
        self.changes_wanted.emit(format_nct_id(number))
