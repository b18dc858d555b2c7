"""What did not come when it was fetched: kept in mind until somebody has dealt with it."""

from collections.abc import Sequence

from desktop_app.errors import DesktopAppError
from desktop_app.registry.fetching import Fate
from desktop_app.ui.registry.fetching.fetch_run import FetchRun
from desktop_app.ui.registry.fetching.outcome_words import lost_words


class Outstanding:
    """Of one run after the other: a later one takes nothing back of what an earlier one lost.

    ``interrupted`` are the numbers of which nothing is known, because nothing more could come;
    those that the person stopped are not among them.
    """

    def __init__(self) -> None:
        self.interrupted: tuple[str, ...] = ()
        self._lost: dict[str, Fate] = {}
        self._settled: tuple[Fate, ...] = ()
        self._stopped: tuple[str, ...] = ()
        self._failure: DesktopAppError | None = None

    @property
    def fates(self) -> tuple[Fate, ...]:
        """What became of each number of the last run, after those that were lost before it."""
        told = {fate.asked for fate in self._settled}
        return (*(fate for fate in self._lost.values() if fate.asked not in told), *self._settled)

    @property
    def left(self) -> tuple[str, ...]:
        """The numbers of which nothing is known."""
        return tuple(dict.fromkeys((*self.interrupted, *self._stopped)))

    @property
    def again(self) -> tuple[str, ...]:
        """The numbers that did not come, and can be asked for once more."""
        return tuple(dict.fromkeys((*self._lost, *self.left)))

    @property
    def words(self) -> str:
        """Why they did not come, and how many; empty where all came."""
        lost, is_stopped = tuple(self._lost.values()), bool(self._stopped)
        return lost_words(lost, self.left, self._failure, is_stopped=is_stopped)

    def ask(self, nct_ids: Sequence[str]) -> None:
        """Think no more of what is asked for again."""
        asked = frozenset(nct_ids)
        self._lost = {nct_id: one for nct_id, one in self._lost.items() if nct_id not in asked}
        self.interrupted = tuple(one for one in self.interrupted if one not in asked)
        if not self.interrupted:
            self._failure = None

    def take(self, run: FetchRun, left: Sequence[str]) -> None:
        """Keep in mind what a run lost; ``left`` is what it did not come to."""
        self._settled = tuple(run.errand.fates)
        self._lost |= {fate.asked: fate for fate in run.lost}
        self._stopped = tuple(left) if run.is_stopped else ()
        if not run.is_stopped:
            self.interrupted = tuple(dict.fromkeys((*self.interrupted, *left)))
            self._failure = run.failure or self._failure

    def forget(self) -> None:
        """Think of nothing any more."""
        self.interrupted = self._stopped = ()
        self._lost, self._settled, self._failure = {}, (), None
