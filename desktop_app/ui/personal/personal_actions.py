"""Every change to what belongs to the person: made at once, off the GUI thread, and undoable."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.store.personal import named_plans, plans
from desktop_app.store.personal.exchange import Dump, load
from desktop_app.store.personal.plans import Plan
from desktop_app.store.personal.reader import PersonalReader
from desktop_app.store.personal.values import Collection as Shelf
from desktop_app.store.personal.values import Marks, Note, Tag, TagColour
from desktop_app.store.personal.writer import PersonalWriter
from desktop_app.store.trash import Trash
from desktop_app.ui.personal.doings import bring_back, perform, throw_away
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.own_statuses import own_status_words
from desktop_app.ui.personal.undo_steps import Doing, Step, UndoSteps
from desktop_app.ui.personal.undoing import Undoing
from desktop_app.ui.personal.words import studies_words
from desktop_app.ui.tasks import TaskRunner

T = TypeVar("T")


class PersonalActions(Undoing):
    """Stars, tags, notes, own statuses, collections, saved searches and the trash.

    Studies go by their NCT numbers as integers.
    """

    def __init__(
        self,
        reader: PersonalReader,
        writer: PersonalWriter,
        trash: Trash,
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        """Read on this thread, and write by a runner that does one thing at a time."""
        super().__init__(runner, parent)
        self.reader = reader
        self._writer = writer
        self._trash = trash

    def marks(self, nct_numbers: Collection[int]) -> dict[int, Marks]:
        """Return the marks of those of the given studies that have any."""
        return self._read(partial(self.reader.marks, nct_numbers), {})

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

    def star(self, nct_numbers: Iterable[int], *, starred: bool) -> None:
        """Star studies, or take their stars."""
        numbers = frozenset(nct_numbers)
        label = _("Star {studies}") if starred else _("Unstar {studies}")
        said = _("{studies}: starred.") if starred else _("{studies}: not starred any more.")
        plan = plans.star(sorted(numbers), starred=starred)
        self._change(Kind.STAR, numbers, label, said, plan)

    def set_tags(self, nct_numbers: Iterable[int], tags: Iterable[Tag], *, tagged: bool) -> None:
        """Put tags on studies, or take them off."""
        numbers, chosen = frozenset(nct_numbers), tuple(tags)
        names = ", ".join(tag.name for tag in chosen)
        label = _("Tag {studies} “{name}”") if tagged else _("Remove Tag “{name}” from {studies}")
        said = _("{studies}: tagged “{name}”.") if tagged else _("{studies}: no longer “{name}”.")
        plan = plans.tag(sorted(numbers), [tag.id for tag in chosen], tagged=tagged)
        self._change(Kind.TAGS, numbers, label, said, plan, names)

    def create_tag(self, name: str, colour: TagColour, nct_numbers: Iterable[int] = ()) -> None:
        """Make a tag, and put it on studies."""
        numbers = frozenset(nct_numbers)
        label = _("Tag {studies} “{name}”") if numbers else _("New Tag “{name}”")
        said = _("{studies}: tagged “{name}”.") if numbers else _("There is a new tag, “{name}”.")
        plan = named_plans.create_tag(name, colour, sorted(numbers))
        self._change(Kind.TAGS, numbers, label, said, plan, name)

    def change_tag(self, tag: Tag, name: str, colour: TagColour) -> None:
        """Give a tag another name or colour."""
        said = _("The tag is now “{name}”.")
        plan = named_plans.change_tag(tag.id, name, colour)
        self._change(Kind.TAGS, frozenset(), _("Change of Tag “{name}”"), said, plan, name)

    def delete_tag(self, tag: Tag) -> None:
        """Do away with a tag; undoing brings it back to all studies that had it."""
        label, said = _("Delete Tag “{name}”"), _("The tag “{name}” is deleted.")
        plan = named_plans.delete_tag(tag.id)
        self._change(Kind.TAGS, frozenset(), label, said, plan, tag.name, is_offered=True)

    def set_note(self, nct_number: int, text: str, earlier: Step | None = None) -> Step:
        """Write the note on a study.

        ``earlier`` is the step that writing on the same note began with: undoing then takes back
        both, unless something else was done in between.
        """
        plan = plans.set_note(nct_number, text)
        if earlier is not None and earlier is self.steps.newest:
            work = partial(_continue, earlier, partial(perform, self._writer, plan))
            self.start(earlier, work, "")
            return earlier
        numbers = frozenset((nct_number,))
        return self._change(Kind.NOTE, numbers, _("Note on {studies}"), "", plan)

    def set_own_status(self, nct_numbers: Iterable[int], status: str) -> None:
        """Give studies an own status, or none where it is empty."""
        numbers = frozenset(nct_numbers)
        label = _("Status of {studies}")
        said = (
            _("{studies}: {name}.") if status else _("{studies}: no status of your own any more.")
        )
        plan = plans.set_own_status(sorted(numbers), status)
        self._change(Kind.OWN_STATUS, numbers, label, said, plan, own_status_words(status))

    def create_collection(self, name: str, nct_numbers: Sequence[int] = ()) -> None:
        """Make a collection of studies in that order."""
        label, said = _("New Collection “{name}”"), _("There is a new collection, “{name}”.")
        plan = named_plans.create_collection(name, nct_numbers)
        self._change(Kind.COLLECTIONS, frozenset(nct_numbers), label, said, plan, name)

    def rename_collection(self, collection_id: int, name: str) -> None:
        """Give a collection another name."""
        label, said = _("Rename Collection “{name}”"), _("The collection is now “{name}”.")
        plan = named_plans.rename_collection(collection_id, name)
        self._change(Kind.COLLECTIONS, frozenset(), label, said, plan, name)

    def delete_collection(self, collection_id: int, name: str) -> None:
        """Do away with a collection; its studies stay, and undoing brings it back with them."""
        label, said = _("Delete Collection “{name}”"), _("The collection “{name}” is deleted.")
        plan = named_plans.delete_collection(collection_id)
        self._change(Kind.COLLECTIONS, frozenset(), label, said, plan, name, is_offered=True)

    def collect(
        self, collection_id: int, name: str, nct_numbers: Sequence[int], before: int | None = None
    ) -> None:
        """Put studies into a collection, before a study of it, or after all others."""
        label, said = _("Add {studies} to “{name}”"), _("{studies}: added to “{name}”.")
        plan = named_plans.collect(collection_id, nct_numbers, before)
        self._change(Kind.COLLECTIONS, frozenset(nct_numbers), label, said, plan, name)

    def uncollect(self, collection_id: int, name: str, nct_numbers: Iterable[int]) -> None:
        """Take studies out of a collection."""
        numbers = frozenset(nct_numbers)
        label, said = _("Take {studies} out of “{name}”"), _("{studies}: taken out of “{name}”.")
        plan = named_plans.uncollect(collection_id, sorted(numbers))
        self._change(Kind.COLLECTIONS, numbers, label, said, plan, name)

    def order_collections(self, collection_ids: Sequence[int]) -> None:
        """Put the collections into an order."""
        plan = named_plans.put_in_order("collection", collection_ids)
        self._change(Kind.COLLECTIONS, frozenset(), _("Order of Collections"), "", plan)

    def save_search(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        label, said = _("Save Search “{name}”"), _("The search is saved as “{name}”.")
        plan = named_plans.save_search(name, query)
        self._change(Kind.SEARCHES, frozenset(), label, said, plan, name)

    def rename_search(self, search_id: int, name: str) -> None:
        """Give a saved search another name."""
        label, said = _("Rename Search “{name}”"), _("The saved search is now “{name}”.")
        plan = named_plans.rename_search(search_id, name)
        self._change(Kind.SEARCHES, frozenset(), label, said, plan, name)

    def change_search(self, search_id: int, name: str, query: str) -> None:
        """Let a saved search look for something else."""
        label, said = _("Change of Search “{name}”"), _("“{name}” now looks for this.")
        plan = named_plans.change_search(search_id, query)
        self._change(Kind.SEARCHES, frozenset(), label, said, plan, name)

    def delete_search(self, search_id: int, name: str) -> None:
        """Do away with a saved search."""
        label, said = _("Delete Search “{name}”"), _("The saved search “{name}” is deleted.")
        plan = named_plans.delete_search(search_id)
        self._change(Kind.SEARCHES, frozenset(), label, said, plan, name, is_offered=True)

    def order_searches(self, search_ids: Sequence[int]) -> None:
        """Put the saved searches into an order."""
        plan = named_plans.put_in_order("saved_search", search_ids)
        self._change(Kind.SEARCHES, frozenset(), _("Order of Saved Searches"), "", plan)

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

    def take_over(self, dumped: Dump, name: str) -> None:
        """Add what belongs to the person in a file of that name to what is there."""
        numbers = frozenset(study.nct_number for study in dumped.studies)
        label, said = _("Take over Stars, Tags and Notes of {name}"), ""
        self._change(Kind.TAGS, numbers, label, said, load(dumped), name)

    def start_anew(self) -> None:
        """Look at everything again, for it is another: what was done before cannot be undone."""
        self.steps = UndoSteps()
        self.steps_changed.emit()
        for kind in Kind:
            self.changed.emit(frozenset(), kind)

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

    def _read(self, read: Callable[[], T], nothing: T) -> T:
        """Return what is read, and nothing where that fails, which is told of."""
        try:
            return read()
        except DesktopAppError as error:
            self.failed.emit(error)
            return nothing

    def _change(
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
        return self.do(kind, numbers, (label, said), doing, name, is_offered=is_offered)


def _continue(step: Step, doing: Doing) -> None:
    """Do more of a step; undoing it goes back to where it began."""
    back = doing()
    if step.doing is None:
        step.doing = back
