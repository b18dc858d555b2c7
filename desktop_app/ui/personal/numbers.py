"""The numbers of the studies that a command is for; of many, they are read off the GUI thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.store.library import Library
from desktop_app.study.nct_numbers import parse_nct_number
from desktop_app.ui.exporting.chosen import Chosen, OpenStudy, SelectedRows
from desktop_app.ui.tasks import Progress, TaskRunner

Numbers = tuple[int, ...]
Use = Callable[[Numbers], object]


class ChosenNumbers(QObject):
    """Gives commands the NCT numbers of what is chosen; ``failed`` tells of a DesktopAppError."""

    failed = Signal(object)

    def __init__(
        self,
        chosen: Callable[[], Chosen | None],
        known: Callable[[], tuple[str, ...]],
        open_library: Callable[[], Library],
        runner: TaskRunner,
        parent: QObject,
    ) -> None:
        """Take what is chosen, and of rows that are selected the numbers that are known."""
        super().__init__(parent)
        self._chosen = chosen
        self._known = known
        self._open_library = open_library
        self._runner = runner

    def give(self, use: Use) -> None:
        """Call ``use`` with the numbers, now or once they are read; not where nothing is chosen."""
        chosen = self._chosen()
        if chosen is None:
            return
        if isinstance(chosen, OpenStudy):
            use(_as_numbers((chosen.nct_id,)))
            return
        known = self._known()
        if len(known) == len(chosen):
            use(_as_numbers(known))
        else:
            work = partial(_read, self._open_library, chosen, use)
            self._runner.start(work, on_success=self._use, on_failure=self._tell)

    @Slot(object)
    def _use(self, read: tuple[Use, Numbers]) -> None:
        use, numbers = read
        use(numbers)

    @Slot(object)
    def _tell(self, error: object) -> None:
        self.failed.emit(error)


def _read(
    open_library: Callable[[], Library], chosen: SelectedRows, use: Use, progress: Progress
) -> tuple[Use, Numbers]:
    # Loaded here, with what reads and writes studies: of few studies the numbers are known.
    from desktop_app.ui.exporting.sources import selected_numbers

    with open_library() as library:
        return use, _as_numbers(selected_numbers(library, chosen, progress))


def _as_numbers(nct_ids: tuple[str, ...]) -> Numbers:
    numbers = map(parse_nct_number, nct_ids)
    return tuple(number for number in numbers if number is not None)
