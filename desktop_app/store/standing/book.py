"""The book of checks: what is to be checked, how far each check is, and what was found."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.connections import connect_writer, transaction
from desktop_app.store.failures import store_failures
from desktop_app.store.standing import rows
from desktop_app.store.standing.held import count_held, held_dates, held_studies
from desktop_app.store.standing.values import (
    CheckScope,
    HeldStudy,
    Standing,
    StudyStanding,
    UpdateCheck,
    UpdateLine,
)

_GOES_ON_SECONDS = 86_400
"""For how long a check that was stopped can go on: the registry has other data each day."""


class UpdateBook:
    """Reads through a connection of the library, and writes through one of its own.

    One thread at a time may use it. What was written is safe on the disk on return. All methods
    raise StoreError when the disk or the file fails.
    """

    def __init__(
        self,
        path: Path,
        reading: apsw.Connection,
        *,
        is_read_only: bool,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Use the library file of a path; ``clock`` tells the seconds since 1970."""
        self._path = path
        self._reading = reading
        self._is_read_only = is_read_only
        self._clock = clock

    def count(self, scope: CheckScope) -> int:
        """Return how many studies a scope has."""
        with store_failures(self._path):
            return count_held(self._reading, scope)

    def held(self, scope: CheckScope, after: int, limit: int) -> tuple[HeldStudy, ...]:
        """Return the next studies of a scope whose numbers are above one, in rising order."""
        with store_failures(self._path):
            return held_studies(self._reading, scope, after, limit)

    def dates(self, numbers: Sequence[int]) -> tuple[HeldStudy, ...]:
        """Return those of some studies that are held."""
        with store_failures(self._path):
            return held_dates(self._reading, numbers)

    def checks(self) -> tuple[UpdateCheck, ...]:
        """Return the last checks, the latest first."""
        with store_failures(self._path):
            return rows.read_checks(self._reading)

    def check(self, check_id: int) -> UpdateCheck | None:
        """Return a check as it is now."""
        with store_failures(self._path):
            return rows.read_check(self._reading, check_id)

    def lines(self, check_id: int) -> tuple[UpdateLine, ...]:
        """Return what a check found, in the order of numbers."""
        with store_failures(self._path):
            return rows.read_lines(self._reading, check_id)

    def standing(self, number: int) -> StudyStanding | None:
        """Return how a study stood when the registry was asked last, None where it never was."""
        with store_failures(self._path):
            return rows.read_standing(self._reading, number)

    def unfinished(self, scope: CheckScope) -> UpdateCheck | None:
        """Return the check of a scope that can go on: the last one, where it was stopped lately."""
        alike = (one for one in self.checks() if one.scope == scope)
        last = next(alike, None)
        if last is None or last.ended_at is not None:
            return None
        is_late = self._clock() - last.begun_at.timestamp() > _GOES_ON_SECONDS
        return None if is_late else last

    def last_whole(self, scope: CheckScope) -> UpdateCheck | None:
        """Return the last check of a scope that asked for each study and came to its end."""
        whole = (
            one
            for one in self.checks()
            if one.scope == scope and one.ended_at is not None and not one.since
        )
        return next(whole, None)

    def last_ended(self, scope: CheckScope) -> UpdateCheck | None:
        """Return the last check of a scope that came to its end."""
        alike = (one for one in self.checks() if one.scope == scope and one.ended_at is not None)
        return next(alike, None)

    def begin(self, scope: CheckScope, *, since: str = "") -> UpdateCheck:
        """Keep that a check begins."""
        total = self.count(scope)
        with store_failures(self._path), transaction(self._writing):
            made = rows.insert_check(self._writing, scope, total, since, self._now)
        return self._found(made)

    def note(
        self,
        check: UpdateCheck,
        lines: Iterable[UpdateLine],
        standings: Iterable[tuple[int, Standing, int | None]],
    ) -> None:
        """Keep what was found of some studies."""
        with store_failures(self._path), transaction(self._writing):
            rows.put_lines(self._writing, check.id, lines)
            rows.put_standings(self._writing, standings, self._now)

    def found_again(self, numbers: Iterable[int]) -> None:
        """Keep that the registry has studies, whatever it said of them before."""
        found = tuple(numbers)
        if found:
            with store_failures(self._path), transaction(self._writing):
                rows.drop_standings(self._writing, found)

    def move(self, check: UpdateCheck, done: int, position: int) -> UpdateCheck:
        """Keep that so many studies are done, up to a number."""
        with store_failures(self._path), transaction(self._writing):
            rows.move_check(self._writing, check.id, done, position, self._now)
        return self._found(check.id)

    def end(self, check: UpdateCheck) -> UpdateCheck:
        """Keep that a check came to its end."""
        with store_failures(self._path), transaction(self._writing):
            rows.end_check(self._writing, check.id, self._now)
        return self._found(check.id)

    def close(self) -> None:
        """Close the connection that writes; the next change would open it again."""
        connection = self.__dict__.pop("_writing", None)
        if connection is not None:
            with store_failures(self._path):
                connection.close()

    @property
    def _now(self) -> int:
        return int(self._clock())

    def _found(self, check_id: int) -> UpdateCheck:
        found = self.check(check_id)
        if found is None:
            raise StoreError(
                _("The check for updates is not in the library any more. Check again.")
            )
        return found

    @cached_property
    def _writing(self) -> apsw.Connection:
        if self._is_read_only:
            raise StoreError(
                _(
                    "The library file {path} is open for reading only, so its studies cannot be"
                    " brought up to date. Allow writing to the file and its folder, or choose"
                    " another folder."
                ).format(path=self._path)
            )
        return connect_writer(self._path)
