"""Every change to what belongs to the person: made at once, off the GUI thread, and undoable."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.store.personal import named_plans, plans
from desktop_app.store.personal.reader import PersonalReader
from desktop_app.store.personal.values import Tag
from desktop_app.store.personal.writer import PersonalWriter
from desktop_app.store.trash import Trash
from desktop_app.ui.personal.doings import bring_back, perform, throw_away
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.named_actions import NamedActions
from desktop_app.ui.personal.note_rescue import NoteRescue, take_back
from desktop_app.ui.personal.own_statuses import own_status_words
from desktop_app.ui.personal.undo_steps import Doing, Step
from desktop_app.ui.personal.words import studies_words
from desktop_app.ui.tasks import TaskRunner


class PersonalActions(NamedActions):
    """What is done to studies: stars, tags, notes, own statuses, collections and the trash.

    Studies go by their NCT numbers as integers.
    """

    def __init__(
        self,
        reader: PersonalReader,
        writer: PersonalWriter,
        trash: Trash,
        runner: TaskRunner,
        rescue: NoteRescue,
        parent: QObject | None = None,
    ) -> None:
        """Read on this thread, and write by a runner that does one thing at a time."""
        super().__init__(reader, writer, runner, parent)
        self._trash = trash
        self.rescue = rescue

    def star(self, nct_numbers: Iterable[int], *, starred: bool) -> None:
        """Star studies, or take their stars."""
        numbers = frozenset(nct_numbers)
        label = _("Star {studies}") if starred else _("Unstar {studies}")
        said = _("{studies}: starred.") if starred else _("{studies}: not starred any more.")
        plan = plans.star(sorted(numbers), starred=starred)
        self.change(Kind.STAR, numbers, label, said, plan)

    def set_tags(self, nct_numbers: Iterable[int], tags: Iterable[Tag], *, tagged: bool) -> None:
        """Put tags on studies, or take them off."""
        numbers, chosen = frozenset(nct_numbers), tuple(tags)
        names = ", ".join(tag.name for tag in chosen)
        label = _("Tag {studies} “{name}”") if tagged else _("Remove Tag “{name}” from {studies}")
        said = _("{studies}: tagged “{name}”.") if tagged else _("{studies}: no longer “{name}”.")
        plan = plans.tag(sorted(numbers), [tag.id for tag in chosen], tagged=tagged)
        self.change(Kind.TAGS, numbers, label, said, plan, names)

    def set_note(self, nct_number: int, text: str, earlier: Step | None = None) -> Step:
        """Write the note on a study.

        ``earlier`` is the step that writing on the same note began with: undoing then takes back
        both, unless something else was done in between.
        """
        write = partial(perform, self._writer, plans.set_note(nct_number, text))
        doing = self.rescue.guarded(nct_number, text, write)
        if earlier is not None and earlier is self.steps.newest:
            self.start(earlier, partial(_continue, earlier, doing), "")
            return earlier
        return self.do(Kind.NOTE, frozenset((nct_number,)), (_("Note on {studies}"), ""), doing)

    def take_back_notes(self) -> None:
        """Write the notes that could not be written before the last window closed."""
        numbers = take_back(self.rescue, self.note, self.set_note)
        if numbers:
            told = _("{studies}: your note, which could not be kept before, is there again.")
            self.said.emit(told.format(studies=studies_words(numbers)))

    def set_own_status(self, nct_numbers: Iterable[int], status: str) -> None:
        """Give studies an own status, or none where it is empty."""
        numbers = frozenset(nct_numbers)
        label = _("Status of {studies}")
        said = (
            _("{studies}: {name}.") if status else _("{studies}: no status of your own any more.")
        )
        plan = plans.set_own_status(sorted(numbers), status)
        self.change(Kind.OWN_STATUS, numbers, label, said, plan, own_status_words(status))

    def collect(
        self, collection_id: int, name: str, nct_numbers: Sequence[int], before: int | None = None
    ) -> None:
        """Put studies into a collection, before a study of it, or after all others."""
        label, said = _("Add {studies} to “{name}”"), _("{studies}: added to “{name}”.")
        plan = named_plans.collect(collection_id, nct_numbers, before)
        self.change(Kind.COLLECTIONS, frozenset(nct_numbers), label, said, plan, name)

    def uncollect(self, collection_id: int, name: str, nct_numbers: Iterable[int]) -> None:
        """Take studies out of a collection."""
        numbers = frozenset(nct_numbers)
        label, said = _("Take {studies} out of “{name}”"), _("{studies}: taken out of “{name}”.")
        plan = named_plans.uncollect(collection_id, sorted(numbers))
        self.change(Kind.COLLECTIONS, numbers, label, said, plan, name)

    def trash(self, nct_numbers: Iterable[int]) -> None:
        """Throw studies away; they can be brought back for 30 days."""
        numbers = frozenset(nct_numbers)
        words = _("Throw Away {studies}"), _("{studies}: in the trash for 30 days.")
        doing = partial(throw_away, self._trash, sorted(numbers))
        self.do(Kind.TRASH, numbers, words, doing, is_offered=True)

    def restore(self, nct_numbers: Iterable[int]) -> None:
        """Bring studies back from the trash."""
        numbers = frozenset(nct_numbers)
        words = _("Restore {studies}"), _("{studies}: back in the library.")
        self.do(Kind.TRASH, numbers, words, partial(bring_back, self._trash, sorted(numbers)))

    def delete_now(self, nct_numbers: Iterable[int]) -> None:
        """Do away with studies in the trash. This alone cannot be undone."""
        numbers = frozenset(nct_numbers)
        told = _("{studies}: deleted for good.").format(studies=studies_words(numbers))
        work = partial(self._trash.delete, sorted(numbers))
        self.start(Step(Kind.TRASH, numbers, "", "", None), work, told)

    def close(self) -> None:
        """Let go of the files, once all is written."""
        self._writer.close()
        self._trash.close()

    def purge_trash(self) -> None:
        """Do away with what has been in the trash for 30 days."""
        self._runner.start(
            lambda _progress: frozenset(self._trash.purge()),
            on_success=self._tell_purged,
            on_failure=self._leave_purging,
        )

    @Slot(object)
    def _tell_purged(self, numbers: frozenset[int]) -> None:
        if numbers:
            self.changed.emit(numbers, Kind.TRASH)

    @Slot(object)
    def _leave_purging(self, _error: DesktopAppError) -> None:
        """Say nothing: it is tried again with the next start."""


def _continue(step: Step, doing: Doing) -> None:
    """Do more of a step; undoing it goes back to where it began."""
    back = doing()
    if step.doing is None:
        step.doing = back
