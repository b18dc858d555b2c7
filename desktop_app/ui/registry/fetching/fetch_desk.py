"""Fetches numbers from the registry when the person asks for it, and tells what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.languages import N_, _
from desktop_app.registry.fetching import Registry
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.means import Means
from desktop_app.ui.registry.fetching.fetch_run import FetchRun
from desktop_app.ui.registry.fetching.outcome_words import fetching_words, kept_words
from desktop_app.ui.registry.fetching.outstanding import Outstanding
from desktop_app.ui.registry.fetching.reaching import StudyReach, is_listable
from desktop_app.ui.registry.fetching.strip import Deed, FetchStrip
from desktop_app.ui.registry.waits import Waits

if TYPE_CHECKING:
    from desktop_app.ui.registry.fetching.to_come import ToCome

_CLOSE, _TRY_AGAIN, _SHOW_ALL = N_("Close"), N_("Try Again"), N_("Show All…")
_CANCEL = N_("Cancel")
_READ_ONLY = N_("Nothing can be fetched, because the library can only be read now.")


class FetchDesk(QObject):
    """``library_changed`` tells that records came, ``said`` what needs no answer.

    What did not come stays told in the ``strip``, until it is closed or tried again.
    """

    library_changed = Signal()
    said = Signal(str)

    def __init__(
        self,
        means: Means,
        browser: LibraryBrowser,
        reach: StudyReach,
        registry: Callable[[], Registry],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._means = means
        self._library, self._writing = means.library, means.writing
        self._list, self._reach, self._registry = browser.list, reach, registry
        self._asking = type(means.previewing)(self, name="fetching")
        self.strip = FetchStrip("fetch_state", _("Fetching from ClinicalTrials.gov"), browser.box)
        self.strip.left.connect(self._leave)
        self._waits = Waits(self)
        self._waits.changed.connect(self._show_wait)
        self._run: FetchRun | None = None
        self._waiting: list[str] = []
        self._beside: tuple[str, ...] = ()
        self._outstanding = Outstanding()

    def fetch(self, nct_ids: Sequence[str], beside: Sequence[str] = ()) -> None:
        """Fetch numbers, after those that are being fetched; list them ``beside`` held ones."""
        self._beside = (*self._beside, *beside) if self._run is not None else tuple(beside)
        if self._library.is_read_only:
            self._tell(_(_READ_ONLY), ())
        elif self._run is not None:
            self._waiting += [one for one in nct_ids if one not in self._waiting]
            self._note_to_come()
        else:
            self._begin(nct_ids)

    def close(self) -> None:
        """Stop at once, before the library is closed; the next start offers to go on."""
        left = self._left()
        self._waiting.clear()
        if self._run is not None:
            self._run.stop()
        self._asking.close()
        to_come: ToCome | None = self.__dict__.get("_to_come")
        if to_come is not None:
            to_come.close(left)

    @cached_property
    def _to_come(self) -> ToCome:
        # Loaded here: most starts fetch nothing.
        from desktop_app.ui.registry.fetching.to_come import ToCome

        return ToCome(self._means, self)

    def _left(self) -> tuple[str, ...]:
        """Return the numbers that are wanted still, and did not come yet."""
        run = self._run
        under_way = () if run is None or run.is_stopped else run.errand.left
        return (*under_way, *self._outstanding.interrupted, *self._waiting)

    def _note_to_come(self) -> None:
        self._to_come.note(self._left())

    def _begin(self, nct_ids: Sequence[str]) -> None:
        run = FetchRun(
            self._registry,
            self._library,
            self._asking,
            self._writing,
            self,
            on_wait=self._waits.tell,
        )
        self._run = run
        self._outstanding.ask(nct_ids)
        run.progressed.connect(self._show_progress)
        run.ended.connect(self._end)
        stop = Deed(_(_CANCEL), _(_CANCEL), self._stop)
        self.strip.say(fetching_words(nct_ids, 0), (stop,), is_busy=True)
        self._to_come.note((*nct_ids, *self._outstanding.interrupted, *self._waiting))
        run.start(nct_ids)

    @Slot()
    def _stop(self) -> None:
        self._waiting.clear()
        if self._run is not None:
            self._run.stop()
        self._note_to_come()

    @Slot()
    def _leave(self) -> None:
        """Stop what is under way, or close what was said of it."""
        if self._run is not None:
            self._stop()
        else:
            self._outstanding.forget()
            self._note_to_come()
            self.strip.leave()
            self._list.take_focus()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if self._run is not None and total > 1:
            words = fetching_words(self._run.errand.nct_ids, done)
            self.strip.show_progress(words, done, total)
            others = len(self._outstanding.interrupted) + len(self._waiting)
            self._to_come.note_rest(total - done + others, self._left)

    @Slot(str)
    def _show_wait(self, wait: str) -> None:
        if self._run is not None:
            errand = self._run.errand
            done, total = len(errand.fates), len(errand.nct_ids)
            words = fetching_words(errand.nct_ids, done)
            self.strip.show_progress(" · ".join(filter(None, (words, wait))), done, total)

    @Slot(object)
    def _end(self, run: FetchRun) -> None:
        self._run = None
        left, waiting = run.errand.left, self._waiting
        self._waiting = []
        if run.failure is not None:
            # That keeps those from coming, too, that wait behind them.
            left, waiting = tuple(dict.fromkeys((*left, *waiting))), []
        if run.kept:
            self.library_changed.emit()
            self.said.emit(kept_words(run.kept))
        self._outstanding.take(run, left)
        self._tell_lost()
        self._show_kept(run)
        run.deleteLater()
        if waiting:
            self._begin(waiting)
        else:
            self._note_to_come()

    def _tell_lost(self) -> None:
        """Say what did not come, now and before, with what can be done about it."""
        lost = self._outstanding
        if not lost.again:
            self.strip.leave()
            return
        deeds = [Deed(_(_TRY_AGAIN), _(_TRY_AGAIN), partial(self.fetch, lost.again))]
        if len(lost.fates) > 1:
            show = partial(self._reach.show_fates, lost.fates, lost.left)
            deeds.append(Deed(_(_SHOW_ALL), _(_SHOW_ALL), show))
        self._tell(lost.words, deeds)

    def _show_kept(self, run: FetchRun) -> None:
        kept = [one.added.nct_id for one in run.kept if one.added]
        nct_ids = tuple(dict.fromkeys((*self._beside, *kept))) if kept else ()
        if is_listable(nct_ids):
            self._reach.open(nct_ids)
        else:
            self._reach.show_fates(tuple(run.errand.fates), run.errand.left)

    def _tell(self, words: str, deeds: Sequence[Deed]) -> None:
        self.strip.say(words, (*deeds, Deed(_(_CLOSE), _(_CLOSE), self._leave)))
