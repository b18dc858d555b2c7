"""Fetching records by their numbers: a few one by one, more of them many at a time.

A number that fails does not hold up the others; a registry that cannot be reached ends all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from desktop_app.errors import (
    RecordFormatError,
    RegistryAnswerError,
    RegistryError,
    StudyNotAtRegistryError,
)
from desktop_app.languages import _
from desktop_app.registry.answers import FetchedStudy, StudiesPage
from desktop_app.registry.stopping import Stop

if TYPE_CHECKING:
    from desktop_app.readers.reading import Rejected
    from desktop_app.store.adding import AddedRecord
    from desktop_app.store.library import Library

_FEW = 5
"""So many are asked for one by one, which tells of each why it failed."""
_AT_ONCE = 200
_ASKED_AGAIN = 10
"""So many that did not come with the others are asked for once more, one by one."""


class Registry(Protocol):
    """What of the registry's client fetches records; raises RegistryError, RequestCancelled."""

    def study(self, nct_id: str, stop: Stop) -> FetchedStudy:
        """Return a record by its number or a former one of it."""

    def studies(self, nct_ids: Sequence[str], stop: Stop) -> Iterator[StudiesPage]:
        """Yield pages with the records of some numbers; of those unknown there is none."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a number: a record that is in the library now, or a sentence why not."""

    asked: str
    added: AddedRecord | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came for some numbers, not kept yet; ``problem`` is why one did not come.

    ``failure`` is what keeps all others from coming, too.
    """

    asked: tuple[str, ...]
    contents: tuple[FetchedStudy | StudiesPage, ...] = ()
    problem: str = ""
    failure: RegistryError | None = None


@dataclass
class Errand:
    """Numbers still to be asked for, in batches; what became of the others."""

    nct_ids: Sequence[str]
    fates: list[Fate] = field(default_factory=list)
    failure: RegistryError | None = None

    def __post_init__(self) -> None:
        size = 1 if len(self.nct_ids) <= _FEW else _AT_ONCE
        starts = range(0, len(self.nct_ids), size)
        self._batches = deque(tuple(self.nct_ids[at : at + size]) for at in starts)

    @property
    def next_batch(self) -> tuple[str, ...]:
        """Return what is to be asked for next, empty at the end."""
        return self._batches[0] if self._batches and self.failure is None else ()

    @property
    def left(self) -> tuple[str, ...]:
        """Return the numbers of which nothing is known yet."""
        return tuple(nct_id for batch in self._batches for nct_id in batch)

    def settle(self, arrival: Arrival, fates: Sequence[Fate]) -> None:
        """Take note of a batch that was asked for, and kept; what has no fate yet is left."""
        if arrival.failure is not None:
            self.failure = arrival.failure
            return
        self._batches.popleft()
        settled = {fate.asked for fate in fates}
        if left := tuple(nct_id for nct_id in arrival.asked if nct_id not in settled):
            self._batches.appendleft(left)
        lost = [fate.asked for fate in fates if fate.added is None]
        if len(arrival.asked) > 1 and len(lost) <= _ASKED_AGAIN:
            self._batches.extend((nct_id,) for nct_id in lost)
            fates = [fate for fate in fates if fate.added is not None]
        self.fates.extend(fates)


def ask(
    registry: Callable[[], Registry],
    nct_ids: tuple[str, ...],
    stop: Stop,
    known: Sequence[FetchedStudy] = (),
) -> Arrival:
    """Ask for some numbers; raises RequestCancelled, and tells of all else that goes wrong.

    Those that are ``known``, because they were read a short while ago, are not asked for.
    """
    there = {study.asked for study in known}
    wanted = [nct_id for nct_id in nct_ids if nct_id not in there]
    try:
        if not wanted:
            return Arrival(nct_ids, tuple(known))
        if len(nct_ids) == 1:
            return Arrival(nct_ids, (registry().study(nct_ids[0], stop),))
        return Arrival(nct_ids, (*known, *registry().studies(wanted, stop)))
    except StudyNotAtRegistryError:
        return Arrival(nct_ids, problem=not_found(nct_ids[0]))
    except RegistryError as error:
        if len(nct_ids) == 1 and isinstance(error, RegistryAnswerError):
            return Arrival(nct_ids, problem=str(error))
        return Arrival(nct_ids, failure=error)


def keep(
    library: Library, arrival: Arrival, may_go_on: Callable[[], bool] = lambda: True
) -> tuple[Fate, ...]:
    """Put what came into the library, and say what became of each number; raises StoreError.

    Once it ``may_go_on`` no longer, only what was kept by then has a fate.
    """
    from desktop_app.readers.reading import Rejected
    from desktop_app.registry.keeping import keep_page, keep_study

    if arrival.failure is not None:
        return ()
    added: list[AddedRecord | Rejected] = []
    for content in arrival.contents:
        if isinstance(content, StudiesPage):
            added += keep_page(library, content, may_go_on)
            continue
        try:
            added.append(keep_study(library, content))
        except RecordFormatError as error:
            added.append(Rejected(content.address, str(error)))
    fates = tuple(_fates(library, arrival, added))
    if len(arrival.asked) == 1 or may_go_on():
        return fates
    return tuple(fate for fate in fates if fate.added is not None)


def fetch(
    registry: Registry, library: Library, nct_ids: Sequence[str], stop: Stop
) -> Iterator[Fate]:
    """Fetch and keep, and yield what became of each number once it is safe in the library.

    Raises RegistryError where nothing more can come, and StoreError.
    """
    errand, told = Errand(nct_ids), 0
    while batch := errand.next_batch:
        arrival = ask(lambda: registry, batch, stop)
        errand.settle(arrival, keep(library, arrival))
        yield from errand.fates[told:]
        told = len(errand.fates)
    if errand.failure is not None:
        raise errand.failure


def not_found(nct_id: str) -> str:
    """Return what to say of a number that the registry does not know."""
    words = _(
        "{nct_id} was not found at ClinicalTrials.gov. Check its digits: one wrong digit makes it"
        " another number."
    )
    return words.format(nct_id=nct_id)


def _fates(
    library: Library, arrival: Arrival, added: Iterable[AddedRecord | Rejected]
) -> Iterator[Fate]:
    from desktop_app.store.adding import AddedRecord

    kept, reasons = {}, []
    for one in added:
        if isinstance(one, AddedRecord):
            kept[one.nct_id] = one
        else:
            reasons.append(one.reason)
    if len(arrival.asked) == 1 and len(kept) == 1:
        # Under a number that has taken the place of the one that was asked for.
        (only,) = kept.values()
        yield Fate(arrival.asked[0], only)
        return
    for nct_id in arrival.asked:
        found = kept.get(nct_id) or kept.get(_present_number(library, nct_id))
        problem = arrival.problem or next(iter(reasons), not_found(nct_id))
        yield Fate(nct_id, found) if found else Fate(nct_id, problem=problem)


def _present_number(library: Library, nct_id: str) -> str:
    summary = library.summary(nct_id)
    return summary.nct_id if summary is not None else ""
