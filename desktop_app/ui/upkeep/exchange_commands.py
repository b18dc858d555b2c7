"""The commands that take studies elsewhere as one file, and bring in what such a file holds."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences
from desktop_app.readers.reading import Rejected
from desktop_app.store.adding import Outcome
from desktop_app.store.exchange.format import SUFFIX
from desktop_app.store.exchange.reading import MOST_NAMED, Outline, open_exchange
from desktop_app.store.importing.sizes import is_large
from desktop_app.store.library import Library
from desktop_app.store.personal.exchange import Dump
from desktop_app.store.upkeep import Upkeep
from desktop_app.study.nct_numbers import parse_nct_number
from desktop_app.ui.exporting.chosen import Chosen, SelectedRows
from desktop_app.ui.library.import_work import NewStudies
from desktop_app.ui.means import Means
from desktop_app.ui.personal.numbers import ChosenNumbers
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.tasks import Progress, Task
from desktop_app.ui.upkeep.exchange_dialogs import ArrivalDialog, Share, ShareDialog, What


@dataclass(slots=True)
class Arrived:
    """What came of importing a file, as far as it got."""

    path: Path
    counts: Counter[Outcome] = field(default_factory=Counter)
    new: list[int] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    personal: Dump | None = None


class ExchangeCommands(QObject):
    """``started`` hands over a task, what to say of it and what puts its progress into words.

    ``offered`` tells what was done, a word for undoing it, and what does that. ``large_wanted``
    tells a file that other processes had better import, and its new studies, or None for more than
    can be thrown away again.
    """

    started = Signal(object, str, object, bool)
    said = Signal(str)
    offered = Signal(str, str, object)
    failed = Signal(object)
    library_changed = Signal()
    large_wanted = Signal(object, object)

    def __init__(
        self,
        means: Means,
        personal: PersonalActions,
        chosen: Callable[[], Chosen | None],
        numbers: ChosenNumbers,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library: Library = means.library
        self._upkeep: Upkeep = means.library.upkeep()
        self._means = means
        self._personal = personal
        self._chosen = chosen
        self._numbers = numbers
        self._window = window

    @Slot()
    def export_library(self) -> None:
        """Ask which studies go into a file, and write it."""
        chosen = self._chosen()
        now = What.SELECTED if isinstance(chosen, SelectedRows) else What.EVERYTHING
        dialog = ShareDialog(self._shares(chosen), now, self._window)
        dialog.wanted.connect(self._export)
        dialog.open()

    @Slot(object)
    def open_library_file(self, path: Path) -> None:
        """Look into a file, and say what it would bring before anything is imported."""
        self._means.upkeep.start(
            partial(_outlined, self._upkeep, path),
            on_success=self._show_arrival,
            on_failure=self.failed.emit,
        )

    def _shares(self, chosen: Chosen | None) -> Sequence[Share]:
        shares = [
            Share(What.EVERYTHING, _("Everything, to move to another computer")),
            Share(What.ALL, _("All studies")),
        ]
        if chosen is not None:
            shares.append(Share(What.SELECTED, chosen.words))
        for collection in self._personal.collections():
            words = _("Collection “{name}”").format(name=collection.name)
            shares.append(Share(What.COLLECTION, words, collection.id))
        for tag in self._personal.tags():
            words = _("Tag “{name}”").format(name=tag.name)
            shares.append(Share(What.TAG, words, tag.id))
        return shares

    @Slot(object, bool)
    def _export(self, share: Share, with_personal: bool) -> None:
        if share.what is What.SELECTED:
            self._numbers.give(partial(self._write, share, with_personal))
        else:
            self._write(share, with_personal, None)

    def _write(self, share: Share, with_personal: bool, numbers: Sequence[int] | None) -> None:
        folder = Path(self._means.settings.current.last_export_folder or Path.home())
        kinds = _("Library files") + f" (*{SUFFIX})"
        proposed = str(folder / (_("Trial library") + SUFFIX))
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Export a Library File"), proposed, kinds
        )
        if not name:
            return
        path = Path(name if name.endswith(SUFFIX) else name + SUFFIX)
        self._means.settings.change(last_export_folder=str(path.parent))
        work = partial(_export, self._upkeep, path, share, numbers, with_personal)
        told = _("Writing {name} …").format(name=path.name)
        task = self._means.upkeep.start(
            work, on_success=self._tell_written, on_failure=self.failed.emit
        )
        self._follow(task, told, written_so_far, is_export=True)

    @Slot(object)
    def _tell_written(self, written: tuple[Path, int]) -> None:
        path, count = written
        words = ngettext(
            "{name} was written, with {count} study.",
            "{name} was written, with {count} studies.",
            count,
        )
        self.said.emit(words.format(name=path.name, count=grouped(count)))

    @Slot(object)
    def _show_arrival(self, outlined: tuple[Path, Outline]) -> None:
        path, outline = outlined
        dialog = ArrivalDialog(path.name, outline, self._window)
        is_many = is_large([path]) and not self._library.is_read_only
        bring_in = partial(self._bring_in_many, path, outline) if is_many else None
        dialog.wanted.connect(bring_in or partial(self._bring_in, path))
        dialog.open()

    def _bring_in_many(self, path: Path, outline: Outline, with_personal: bool) -> None:
        """Let other processes import a file.

        What belongs to the sender comes first: so it is there, too, where the import is stopped,
        and where it goes on another day.
        """
        if with_personal:
            self._personal.take_over(outline.personal, path.name)
        numbers = outline.new_numbers
        new = NewStudies(numbers, self._personal.trash) if numbers else None
        self.large_wanted.emit(path, new)

    def _bring_in(self, path: Path, with_personal: bool) -> None:
        arrived = Arrived(path)
        work = partial(_merge, self._upkeep, self._library, arrived, with_personal)
        task = self._means.writing.start(
            work, on_success=self._tell_arrived, on_failure=self.failed.emit
        )
        if not task.is_finished:
            task.finished.connect(partial(self._end, task, arrived))
            told = _("Importing {name} …").format(name=path.name)
            self._follow(task, told, arrived_so_far, is_export=False)

    def _follow(
        self, task: Task, message: str, told: Callable[[int, int], str], *, is_export: bool
    ) -> None:
        if not task.is_finished:
            self.started.emit(task, message, told, is_export)

    def _end(self, task: Task, arrived: Arrived) -> None:
        if task.progress.is_cancelled:
            self._tell(arrived, _("Stopped. Import the file again to go on where it stopped."))

    @Slot(object)
    def _tell_arrived(self, arrived: Arrived) -> None:
        if arrived.personal is not None:
            self._personal.take_over(arrived.personal, arrived.path.name)
        self._tell(arrived, "")

    def _tell(self, arrived: Arrived, note: str) -> None:
        self.library_changed.emit()
        words = joined_sentences((arrived_words(arrived), note))
        if 0 < len(arrived.new) <= MOST_NAMED:
            undo = partial(self._personal.trash, tuple(arrived.new))
            self.offered.emit(words, _("Undo"), undo)
        else:
            self.said.emit(words)


def written_so_far(done: int, total: int) -> str:
    """Return how many documents are in the file."""
    return _("{number} of {total} documents written").format(
        number=grouped(done), total=grouped(total)
    )


def arrived_so_far(done: int, total: int) -> str:
    """Return how many documents of the file are looked at."""
    return _("{number} of {total} documents read").format(
        number=grouped(done), total=grouped(total)
    )


def arrived_words(arrived: Arrived) -> str:
    """Return what a file brought, in sentences."""
    new = arrived.counts[Outcome.ADDED]
    newer, older = arrived.counts[Outcome.UPDATED], arrived.counts[Outcome.OLDER]
    parts = (
        (new, ngettext("{count} new study.", "{count} new studies.", new)),
        (newer, ngettext("{count} newer version.", "{count} newer versions.", newer)),
        (older, ngettext("{count} older version.", "{count} older versions.", older)),
    )
    said = [words.format(count=grouped(count)) for count, words in parts if count]
    if arrived.rejected:
        bad = len(arrived.rejected)
        words = ngettext(
            "{count} document was not understood, the first being {origin}: {reason}",
            "{count} documents were not understood, the first being {origin}: {reason}",
            bad,
        )
        first = arrived.rejected[0]
        said.append(words.format(count=grouped(bad), origin=first.origin, reason=first.reason))
    return joined_sentences(said) or _("The library held all of it already.")


def _outlined(upkeep: Upkeep, path: Path, _progress: Progress) -> tuple[Path, Outline]:
    with open_exchange(path) as file:
        return path, upkeep.outline(file)


def _export(
    upkeep: Upkeep,
    path: Path,
    share: Share,
    numbers: Sequence[int] | None,
    with_personal: bool,
    progress: Progress,
) -> tuple[Path, int]:
    if share.what in (What.COLLECTION, What.TAG):
        numbers = upkeep.members(share.what.value, share.key)
    count = upkeep.export(path, share.words, numbers, progress, with_personal=with_personal)
    return path, count


def _merge(
    upkeep: Upkeep, library: Library, arrived: Arrived, with_personal: bool, progress: Progress
) -> Arrived:
    with open_exchange(arrived.path) as file:
        for added in upkeep.merge(file, library.add_all, arrived.rejected, progress):
            arrived.counts[added.outcome] += 1
            number = parse_nct_number(added.nct_id)
            if added.outcome is Outcome.ADDED and number is not None:
                arrived.new.append(number)
        if with_personal:
            arrived.personal = file.personal()
    return arrived
