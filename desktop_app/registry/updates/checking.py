"""The check for updates: held studies, some hundred at a time, in the order of their numbers.

What was found of some studies is kept before the next ones are asked for: a check that is stopped,
by a person, a failure or the end of the program, goes on from there.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from datetime import date, timedelta

from desktop_app.errors import RegistryAnswerError
from desktop_app.registry.stopping import Stop
from desktop_app.registry.updates.asking import AsksOfUpdates
from desktop_app.registry.updates.fetching import fetched_alone, fetched_together
from desktop_app.registry.updates.listing import updated_since
from desktop_app.store.library import Library
from desktop_app.store.standing.book import UpdateBook
from desktop_app.store.standing.values import (
    CheckScope,
    HeldStudy,
    ScopeKind,
    Standing,
    UpdateCheck,
    UpdateLine,
    UpdateOutcome,
)
from desktop_app.study.nct_numbers import format_nct_id

_AT_ONCE, _AT_ONCE_OF_MANY = 300, 5_000
"""Studies between two times that it is kept how far the check is: one request, or none."""
MANY = 5_000
"""From so many studies on, only what was updated since the last check is asked for."""
WHOLE_AFTER = timedelta(days=90)
"""After so long each study is asked for: what the registry has no more is not found otherwise."""
_MARGIN_DAYS = 3
"""The day of an update is the registry's, and its data are some hours behind."""
_LOST = {
    UpdateOutcome.GONE: Standing.GONE,
    UpdateOutcome.RENUMBERED: Standing.RENUMBERED,
}

Report = Callable[[int, int], None]
"""Is told how many studies are checked, of how many; may raise to stop the check."""


def check_for_updates(
    library: Library,
    registry: AsksOfUpdates,
    scope: CheckScope,
    stop: Stop,
    report: Report = lambda done, total: None,
) -> UpdateCheck:
    """Check studies through a library that adds; goes on with a check of them that was stopped.

    Raises RegistryError, StoreError or RequestCancelled; what was found until then is kept.
    """
    with closing(library.update_book()) as book:
        return _Checking(library, book, registry, stop, report).run(scope)


def day_to_ask_since(
    book: UpdateBook, scope: CheckScope, clock: Callable[[], float] = time.time
) -> date | None:
    """Return since when it is enough to ask what was updated, None where each study is asked for.

    That is so of all studies, where they are many and each was asked for not long ago.
    """
    if scope.kind is not ScopeKind.ALL or book.count(scope) < MANY:
        return None
    whole, last = book.last_whole(scope), book.last_ended(scope)
    if whole is None or last is None:
        return None
    if clock() - whole.begun_at.timestamp() > WHOLE_AFTER.total_seconds():
        return None
    return last.begun_at.date() - timedelta(days=_MARGIN_DAYS)


class _Checking:
    """One check that is under way."""

    def __init__(
        self,
        library: Library,
        book: UpdateBook,
        registry: AsksOfUpdates,
        stop: Stop,
        report: Report,
    ) -> None:
        self._library = library
        self._book = book
        self._registry = registry
        self._stop = stop
        self._report = report

    def run(self, scope: CheckScope) -> UpdateCheck:
        check = self._book.unfinished(scope) or self._begin(scope)
        self._report(check.done, check.total)
        updated = None
        if check.since:
            day = date.fromisoformat(check.since)
            updated = updated_since(self._registry, day, self._stop)
        most = _AT_ONCE if updated is None else _AT_ONCE_OF_MANY
        while held := self._book.held(scope, check.position, most):
            self._check(check, held, updated)
            check = self._book.move(check, check.done + len(held), held[-1].number)
            self._report(check.done, check.total)
        return self._book.end(check)

    def _begin(self, scope: CheckScope) -> UpdateCheck:
        since = day_to_ask_since(self._book, scope)
        return self._book.begin(scope, since=since.isoformat() if since else "")

    def _check(
        self, check: UpdateCheck, held: Sequence[HeldStudy], updated: dict[str, str] | None
    ) -> None:
        """Check some studies; ``updated`` tells of those that were, None where each is asked for.

        A study of which ``updated`` does not tell is as it was.
        """
        ids = {study.number: format_nct_id(study.number) for study in held}
        told = self._registry.updates([*ids.values()], self._stop) if updated is None else updated
        known = [study for study in held if ids[study.number] in told]
        newer = [study.number for study in known if _is_newer(told[ids[study.number]], study)]
        self._book.found_again(self._lost_before(known))
        as_they_were = (study.number for study in known if study.number not in set(newer))
        self._note(check, ((number, None) for number in as_they_were))
        self._fetch(check, newer)
        if updated is None:
            self._look_for(check, [n for n, nct_id in ids.items() if nct_id not in told])

    def _fetch(self, check: UpdateCheck, numbers: Sequence[int]) -> None:
        left = dict.fromkeys(numbers)
        # An answer that cannot be read as a whole may be one for which each study can.
        with suppress(RegistryAnswerError):
            for fetched in fetched_together(self._library, self._registry, numbers, self._stop):
                self._note(check, fetched)
                for number, _line in fetched:
                    left.pop(number, None)
        self._look_for(check, left)

    def _look_for(self, check: UpdateCheck, numbers: Iterable[int]) -> None:
        for number in numbers:
            line = fetched_alone(self._library, self._registry, number, self._stop)
            self._note(check, [(number, line)])
            self._report(check.done, check.total)

    def _lost_before(self, known: Sequence[HeldStudy]) -> list[int]:
        ids = {format_nct_id(study.number): study.number for study in known}
        return [ids[nct_id] for nct_id in self._library.lost(ids)]

    def _note(self, check: UpdateCheck, found: Iterable[tuple[int, UpdateLine | None]]) -> None:
        """Keep what was found; of all studies, those that are as they were have no row each."""
        told = tuple(found)
        lines = [line for _number, line in told if line is not None]
        standings = [
            (number, *_standing(line)) for number, line in told if _is_worth_a_row(check, line)
        ]
        if lines or standings:
            self._book.note(check, lines, standings)


def _is_newer(day: str, held: HeldStudy) -> bool:
    """Tell whether the registry's record is to be fetched; what is held in part always is."""
    return day > held.record_date or not held.is_whole


def _standing(line: UpdateLine | None) -> tuple[Standing, int | None]:
    if line is None:
        return Standing.HELD, None
    return _LOST.get(line.outcome, Standing.HELD), line.other


def _is_worth_a_row(check: UpdateCheck, line: UpdateLine | None) -> bool:
    if line is not None and line.outcome is UpdateOutcome.FAILED:
        return False
    is_lost = line is not None and line.outcome in _LOST
    return is_lost or check.scope.kind is not ScopeKind.ALL
