"""Doing, undoing and doing again: shown in the menu at once, written off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.store.personal.failures import OvertakenError
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.undo_steps import Doing, Step, UndoSteps
from desktop_app.ui.personal.words import studies_words
from desktop_app.ui.tasks import Progress, TaskRunner

Work = Callable[[], object]
"""Does something on the worker."""


@dataclass(frozen=True, slots=True)
class _Ended:
    """What became of a piece of work; ``told`` is what is said when it went well."""

    step: Step
    told: str
    is_offered: bool
    is_repeated: bool
    error: DesktopAppError | None = None


class Undoing(QObject):
    """Does one thing after the other, in the order in which they were asked for.

    ``changed`` tells, once a change is on the disk, which studies it is about (a frozenset of NCT
    numbers, empty where it is about none) and of what `Kind` it is; ``steps_changed`` that
    something else would be undone. ``said`` is for the status line, ``offered`` likewise, of what
    somebody may want to undo at once; ``failed`` tells of a DesktopAppError.
    """

    changed = Signal(object, object)
    steps_changed = Signal()
    said = Signal(str)
    offered = Signal(str)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        """Write by a runner that does one thing at a time."""
        super().__init__(parent)
        self._runner = runner
        self.steps = UndoSteps()

    @Slot()
    def undo(self) -> None:
        """Undo what was done last."""
        self._repeat(self.steps.take_back(), _("Undone: {change}."))

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        self._repeat(self.steps.take_again(), _("Done again: {change}."))

    def do(
        self,
        kind: Kind,
        numbers: frozenset[int],
        words: tuple[str, str],
        doing: Doing,
        name: str = "",
        *,
        is_offered: bool = False,
    ) -> Step:
        """Do something that can be undone.

        ``words`` are its label and what is said of it, of ``{studies}`` and ``{name}``.
        """
        values = {"studies": studies_words(numbers), "name": name}
        label, said = (text.format(**values) for text in words)
        step = Step(kind, numbers, label, said, doing)
        self.steps.push(step)
        self.start(step, partial(_run, step), said, is_offered=is_offered)
        self.steps_changed.emit()
        return step

    def start(
        self,
        step: Step,
        work: Work,
        told: str,
        *,
        is_offered: bool = False,
        is_repeated: bool = False,
    ) -> None:
        """Have the worker do something for a step, and tell of it."""
        step.pending += 1
        ended = _Ended(step, told, is_offered, is_repeated)
        self._runner.start(partial(_guarded, work, ended), on_success=self._finish)

    def _repeat(self, step: Step | None, told: str) -> None:
        if step is not None:
            told = told.format(change=step.label)
            self.start(step, partial(_run, step), told, is_repeated=True)
            self.steps_changed.emit()

    @Slot(object)
    def _finish(self, ended: _Ended) -> None:
        step = ended.step
        step.pending -= 1
        step.has_failed = ended.error is not None
        step.is_kept = step.is_kept or ended.error is None
        self._sort(step, ended)
        self.changed.emit(step.numbers, step.kind)
        if ended.error is not None:
            self.failed.emit(ended.error)
        elif ended.told:
            (self.offered if ended.is_offered else self.said).emit(ended.told)

    def _sort(self, step: Step, ended: _Ended) -> None:
        """Put back what could not be undone, and forget what came to nothing."""
        is_overtaken = isinstance(ended.error, OvertakenError)
        if ended.error is not None and ended.is_repeated and not is_overtaken:
            self.steps.turn(step)
        elif is_overtaken or not step.is_kept or step.doing is None:
            self.steps.drop(step)
        self.steps_changed.emit()


def _run(step: Step) -> None:
    if step.doing is not None:
        step.doing = step.doing()


def _guarded(work: Work, asked: _Ended, _progress: Progress) -> _Ended:
    try:
        work()
    except DesktopAppError as error:
        return replace(asked, error=error)
    return asked
