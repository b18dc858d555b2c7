"""Reading what belongs to the person, and changing it by plans."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.store.personal.exchange import Dump, load
from desktop_app.store.personal.names import plain_name
from desktop_app.store.personal.plans import Plan
from desktop_app.store.personal.reader import PersonalReader
from desktop_app.store.personal.values import Collection as Shelf
from desktop_app.store.personal.values import Marks, Note, Tag
from desktop_app.store.personal.writer import PersonalWriter
from desktop_app.ui.personal.doings import perform
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.undo_steps import Step, UndoSteps
from desktop_app.ui.personal.undoing import Undoing
from desktop_app.ui.tasks import TaskRunner

T = TypeVar("T")


class PersonalAccess(Undoing):
    """Reads at once, and tells by ``failed`` where that cannot be done; writes undoably."""

    def __init__(
        self,
        reader: PersonalReader,
        writer: PersonalWriter,
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        """Read on this thread, and write by a runner that does one thing at a time."""
        super().__init__(runner, parent)
        self.reader = reader
        self._writer = writer

    def marks(self, nct_numbers: Collection[int]) -> dict[int, Marks]:
        """Return the marks of those of the given studies that have any."""
        return self._read(partial(self.reader.marks, nct_numbers), {})

    def are_starred(self, nct_numbers: Collection[int]) -> bool:
        """Tell whether all of the given studies are starred."""
        return self._read(partial(self.reader.are_starred, nct_numbers), False)

    def count_tags(self, nct_numbers: Collection[int]) -> dict[int, int]:
        """Return how many of the given studies have each tag, by its key."""
        return self._read(partial(self.reader.count_tags, nct_numbers), {})

    def note(self, nct_number: int) -> Note | None:
        """Return the note on a study."""
        return self._read(partial(self.reader.note, nct_number), None)

    def tags(self) -> tuple[Tag, ...]:
        """Return all tags, by name."""
        return self._read(self.reader.tags, ())

    def collections(self) -> tuple[Shelf, ...]:
        """Return all collections, in the person's order."""
        return self._read(self.reader.collections, ())

    def own_statuses(self) -> tuple[tuple[str, int], ...]:
        """Return the own statuses in use, each with how many studies have it."""
        return self._read(self.reader.own_statuses, ())

    def take_over(self, dumped: Dump, name: str) -> None:
        """Add what belongs to the person in a file of that name to what is there."""
        numbers = frozenset(study.nct_number for study in dumped.studies)
        label = _("Take over Stars, Tags and Notes of {name}")
        self.change(Kind.ALL, numbers, label, "", load(dumped), name)

    def start_anew(self) -> None:
        """Look at everything again, for it is another: what was done before cannot be undone."""
        self.steps = UndoSteps()
        self.steps_changed.emit()
        self.changed.emit(frozenset(), Kind.ALL)

    @Slot()
    def tell_others_changed(self) -> None:
        """Tell that another window or program has changed something, whatever it was."""
        self.changed.emit(frozenset(), Kind.ALL)

    def change(
        self,
        kind: Kind,
        numbers: frozenset[int],
        label: str,
        said: str,
        plan: Plan,
        name: str = "",
        *,
        is_offered: bool = False,
    ) -> Step:
        doing = partial(perform, self._writer, plan)
        words = label, said
        return self.do(kind, numbers, words, doing, plain_name(name), is_offered=is_offered)

    def _read(self, read: Callable[[], T], nothing: T) -> T:
        """Return what is read, and nothing where that fails, which is told of."""
        try:
            return read()
        except DesktopAppError as error:
            self.failed.emit(error)
            return nothing
