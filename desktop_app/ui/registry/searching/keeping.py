"""Keeping results of a search: those that are selected, or all that it finds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.registry.fetching import Registry
from desktop_app.ui.means import Means
from desktop_app.ui.registry.fetching.fetch_run import FetchRun

_READ_ONLY = N_("The library can only be read, so nothing can be kept.")
MOST_SELECTED = 1_000
"""Of studies that are fetched by their numbers; more of them are kept as a whole search."""


class Keeping(QObject):
    """``told`` tells in words how far it is, and whether it goes on."""

    library_changed = Signal()
    told = Signal(str, bool)

    def __init__(self, means: Means, client: Callable[[], Registry], window: QWidget) -> None:
        super().__init__(window)
        self._means, self._client = means, client
        self._asking = type(means.reading)(self, name="keeping results")
        self._run: FetchRun | None = None

    def keep(self, nct_ids: Sequence[str]) -> None:
        """Fetch studies by their numbers into the library."""
        if self._means.library.is_read_only:
            self.told.emit(_(_READ_ONLY), False)
        elif self._run is not None:
            self.told.emit(_("Other studies are being kept. Try again when they are there."), True)
        elif nct_ids:
            self._start(tuple(dict.fromkeys(nct_ids)))

    @Slot()
    def stop(self) -> None:
        """Fetch no more; what came is kept."""
        if self._run is not None:
            self._run.stop()

    def close(self) -> None:
        """Stop, and wait for it."""
        self.stop()
        self._asking.close()

    def _start(self, nct_ids: tuple[str, ...]) -> None:
        run = FetchRun(self._client, self._means.library, self._asking, self._means.writing, self)
        self._run = run
        run.progressed.connect(self._tell_progress)
        run.ended.connect(self._end)
        self._tell_progress(0, len(nct_ids))
        run.start(nct_ids)

    @Slot(int, int)
    def _tell_progress(self, done: int, total: int) -> None:
        words = ngettext(
            "Keeping {done} of {count} study", "Keeping {done} of {count} studies", total
        )
        self.told.emit(words.format(done=grouped(done), count=grouped(total)) + " …", True)

    @Slot(object)
    def _end(self, run: FetchRun) -> None:
        self._run = None
        kept = len(run.kept)
        words = ngettext("{count} study is kept.", "{count} studies are kept.", kept)
        said = [words.format(count=grouped(kept))] if kept else []
        said += [f"{fate.asked}: {fate.problem}" for fate in run.lost]
        if run.failure is not None:
            said.append(str(run.failure))
        if run.errand.left:
            more = ngettext(
                "{count} was not fetched.", "{count} were not fetched.", len(run.errand.left)
            )
            said.append(more.format(count=grouped(len(run.errand.left))))
        if kept:
            self.library_changed.emit()
        self.told.emit(" ".join(said), False)
        run.deleteLater()
