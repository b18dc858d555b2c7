"""The trash: studies that are neither listed nor found, and can be brought back for 30 days.

What is thrown away keeps its versions and their documents, and what belongs to the person of it.
"""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.connections import connect_writer, transaction
from desktop_app.store.derived import hide_study, read_version, show_study
from desktop_app.store.derived_state import require_built
from desktop_app.store.entries.summary import SummaryValues
from desktop_app.store.failures import store_failures
from desktop_app.store.rereading import ReadDocument
from desktop_app.store.summaries import make_summaries
from desktop_app.store.versions import known_versions
from desktop_app.study.summary import StudySummary

KEPT_DAYS = 30
_DAY_SECONDS = 86_400
_AT_ONCE = 200
"""Studies a transaction, so that others who write need not wait long."""

_NEWEST = "ORDER BY trashed_at DESC, nct_number DESC"
_OLD = "SELECT nct_number FROM trash WHERE trashed_at <= ?"
_OF_VERSIONS = "version_id IN (SELECT id FROM version WHERE nct_number = ?)"
_FORGET = (
    f"DELETE FROM reading WHERE {_OF_VERSIONS}",
    f"DELETE FROM document WHERE {_OF_VERSIONS}",
    "DELETE FROM updated WHERE nct_number = ?",
    "DELETE FROM version WHERE nct_number = ?",
    "DELETE FROM trash WHERE nct_number = ?",
)


@dataclass(frozen=True, slots=True)
class TrashedStudy:
    """A study in the trash as lists show it, and when it came there, in UTC."""

    summary: StudySummary
    trashed_at: datetime

    @property
    def days_left(self) -> int:
        """Return for how many days more it can be brought back."""
        return _days_left(self.trashed_at)


class Trash:
    """Throws studies away and brings them back, through a connection of its own.

    One thread at a time may use it. What is done is done for each study whole, and is safe on the
    disk on return. All methods raise StoreError where that fails; those who come before the failure
    stay done.
    """

    def __init__(self, path: Path, reader: ReadDocument, *, is_read_only: bool) -> None:
        """Use the library file of a path; it is opened when something is first done."""
        self._path = path
        self._reader = reader
        self._is_read_only = is_read_only

    def put(self, nct_numbers: Iterable[int]) -> tuple[int, ...]:
        """Throw studies away; returns those that were in the library."""
        return self._each(nct_numbers, self._put)

    def restore(self, nct_numbers: Iterable[int]) -> tuple[int, ...]:
        """Bring studies back; returns those that were in the trash."""
        return self._each(nct_numbers, self._restore)

    def delete(self, nct_numbers: Iterable[int]) -> tuple[int, ...]:
        """Do away with studies that are in the trash, with all their versions, for good.

        What belongs to the person of them is kept, for they may come in again.
        """
        return self._each(nct_numbers, self._delete)

    def purge(self, now: float | None = None) -> tuple[int, ...]:
        """Do away with what has been in the trash for 30 days; ``now`` is in seconds since 1970."""
        if self._is_read_only:
            return ()
        last = int(time.time() if now is None else now) - KEPT_DAYS * _DAY_SECONDS
        with store_failures(self._path):
            rows: list[Any] = self._connection.execute(_OLD, (last,)).fetchall()

        def delete_old(number: int) -> bool:
            # It may have been brought back meanwhile, and thrown away anew.
            is_old = self._connection.execute(f"{_OLD} AND nct_number = ?", (last, number)).get
            return is_old is not None and self._delete(number)

        return self._each((number for (number,) in rows), delete_old)

    def close(self) -> None:
        """Close the file; the next change would open it again."""
        connection = self.__dict__.pop("_connection", None)
        if connection is not None:
            with store_failures(self._path):
                connection.close()

    def _each(self, nct_numbers: Iterable[int], change: Callable[[int], bool]) -> tuple[int, ...]:
        changed: list[int] = []
        for numbers in _parts(nct_numbers):
            with store_failures(self._path), transaction(self._connection):
                done = [number for number in numbers if change(number)]
            changed += done
        return tuple(changed)

    def _put(self, nct_number: int) -> bool:
        if not self._holds("study", nct_number):
            return False
        hide_study(self._connection, nct_number)
        self._connection.execute(
            "INSERT OR REPLACE INTO trash VALUES (?, ?)", (nct_number, int(time.time()))
        )
        return True

    def _restore(self, nct_number: int) -> bool:
        if not self._holds("trash", nct_number):
            return False
        show_study(self._connection, self._reader, nct_number)
        self._connection.execute("DELETE FROM trash WHERE nct_number = ?", (nct_number,))
        return True

    def _delete(self, nct_number: int) -> bool:
        if not self._holds("trash", nct_number):
            return False
        # Whoever builds the tables has read the study, and counts on it.
        require_built(self._connection)
        for statement in _FORGET:
            self._connection.execute(statement, (nct_number,))
        return True

    def _holds(self, table: str, nct_number: int) -> bool:
        sql = f"SELECT 1 FROM {table} WHERE nct_number = ?"
        return bool(self._connection.execute(sql, (nct_number,)).get)

    @cached_property
    def _connection(self) -> apsw.Connection:
        if self._is_read_only:
            raise StoreError(
                _(
                    "The library file {path} is open for reading only, so nothing can be thrown"
                    " away or brought back. Allow writing to the file and its folder, or choose"
                    " another folder."
                ).format(path=self._path)
            )
        return connect_writer(self._path)


def trashed_numbers(connection: apsw.Connection) -> tuple[int, ...]:
    """Return the studies in the trash, those that came there last first."""
    rows: list[Any] = connection.execute(f"SELECT nct_number FROM trash {_NEWEST}").fetchall()
    return tuple(number for (number,) in rows)


def days_left(connection: apsw.Connection, numbers: Collection[int]) -> dict[int, int]:
    """Return for how many days more those of some studies that are in the trash stay there."""
    marks = ", ".join("?" * len(numbers))
    sql = f"SELECT nct_number, trashed_at FROM trash WHERE nct_number IN ({marks})"
    rows: list[Any] = connection.execute(sql, tuple(numbers)).fetchall()
    return {number: _days_left(datetime.fromtimestamp(at, UTC)) for number, at in rows}


def trashed(
    connection: apsw.Connection, reader: ReadDocument, offset: int, limit: int
) -> tuple[TrashedStudy, ...]:
    """Return some of the studies in the trash, those that came there last first.

    Their rows are made from the documents, a few milliseconds each where these are large.
    """
    rows: list[Any] = connection.execute(
        f"SELECT nct_number, trashed_at FROM trash {_NEWEST} LIMIT ? OFFSET ?",
        (limit, offset),
    ).fetchall()
    return tuple(
        TrashedStudy(_summary(connection, reader, number), datetime.fromtimestamp(at, UTC))
        for number, at in rows
    )


def _days_left(trashed_at: datetime) -> int:
    return max(0, KEPT_DAYS - (datetime.now(UTC) - trashed_at).days)


def _summary(connection: apsw.Connection, reader: ReadDocument, nct_number: int) -> StudySummary:
    known = known_versions(connection, nct_number)
    if not known:
        return make_summaries([(nct_number, *SummaryValues())])[0]
    current = max(known, key=lambda version: version.precedence)
    entry = read_version(connection, reader, current.id).entry
    return make_summaries([(nct_number, *entry.summary)])[0]


def _parts(numbers: Iterable[int]) -> Iterator[Sequence[int]]:
    rest = iter(numbers)
    while part := tuple(islice(rest, _AT_ONCE)):
        yield part
