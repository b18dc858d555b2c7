"""Reading what belongs to the person, beside the studies of the library."""

from __future__ import annotations

from collections.abc import Collection as Sized
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import apsw

from desktop_app.store.personal.failures import personal_failures
from desktop_app.store.personal.marks import are_starred, count_tags, read_marks
from desktop_app.store.personal.values import (
    Collection,
    Marks,
    Note,
    RegistrySearch,
    SavedSearch,
    Tag,
    TagColour,
)

if TYPE_CHECKING:
    from desktop_app.store.personal.exchange import Dump

# What is counted are studies that the library holds: those in the trash come back with their marks.
_HELD = "EXISTS (SELECT 1 FROM study WHERE study.nct_number = m.nct_number)"


class PersonalReader:
    """What belongs to the person, through a connection that has it attached.

    One thread at a time may use it. All methods raise StoreError when the disk or the file fails.
    """

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def marks(self, nct_numbers: Sized[int]) -> dict[int, Marks]:
        """Return the marks of those of the given studies that have any."""
        with personal_failures(self._path):
            return read_marks(self._connection, nct_numbers)

    def are_starred(self, nct_numbers: Sized[int]) -> bool:
        """Tell whether all of the given studies are starred."""
        with personal_failures(self._path):
            return are_starred(self._connection, nct_numbers)

    def count_tags(self, nct_numbers: Sized[int]) -> dict[int, int]:
        """Return how many of the given studies have each tag, by its key."""
        with personal_failures(self._path):
            return count_tags(self._connection, nct_numbers)

    def count_starred(self) -> int:
        """Return how many studies of the library are starred."""
        with personal_failures(self._path):
            sql = f"SELECT count(*) FROM personal.star m WHERE {_HELD}"
            return int(self._connection.execute(sql).get)

    def tags(self) -> tuple[Tag, ...]:
        """Return all tags, by name."""
        with personal_failures(self._path):
            rows = self._connection.execute(
                "SELECT id, name, colour, (SELECT count(*) FROM personal.tagged m "
                f"WHERE m.tag_id = t.id AND {_HELD}) FROM personal.tag t ORDER BY name, id"
            )
            return tuple(Tag(i, name, TagColour.of(c), count) for i, name, c, count in rows)

    def collections(self) -> tuple[Collection, ...]:
        """Return all collections, in the person's order."""
        with personal_failures(self._path):
            rows = self._connection.execute(
                "SELECT id, name, (SELECT count(*) FROM personal.collected m "
                f"WHERE m.collection_id = c.id AND {_HELD}) FROM personal.collection c "
                "ORDER BY position, id"
            )
            return tuple(Collection(*row) for row in rows)

    def collected(self, collection_id: int) -> tuple[int, ...]:
        """Return the NCT numbers of a collection's studies, in the person's order."""
        return self._numbers(
            "SELECT nct_number FROM personal.collected m WHERE collection_id = ? AND "
            f"{_HELD} ORDER BY position, nct_number",
            (collection_id,),
        )

    def own_statuses(self) -> tuple[tuple[str, int], ...]:
        """Return the own statuses that studies of the library have, each with how many do."""
        with personal_failures(self._path):
            rows = self._connection.execute(
                "SELECT status, count(*) FROM personal.own_status m "
                f"WHERE {_HELD} GROUP BY status ORDER BY status COLLATE NOCASE"
            )
            return tuple((status, count) for status, count in rows)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return all saved searches, in the person's order."""
        with personal_failures(self._path):
            sql = "SELECT id, name, query FROM personal.saved_search ORDER BY position, id"
            return tuple(SavedSearch(*row) for row in self._connection.execute(sql))

    def registry_searches(self) -> tuple[RegistrySearch, ...]:
        """Return all searches of the registry that are kept, in the person's order."""
        with personal_failures(self._path):
            rows = self._connection.execute(
                "SELECT id, name, query, ran_at, total, keeps_seen FROM personal.registry_search "
                "ORDER BY position, id"
            )
            return tuple(
                RegistrySearch(key, name, query, to_time(ran_at), total, bool(keeps))
                for key, name, query, ran_at, total, keeps in rows
            )

    def registry_seen(self, search_id: int) -> dict[int, str]:
        """Return what a search of the registry found: numbers with the day of the last update."""
        with personal_failures(self._path):
            rows: Iterable[Any] = self._connection.execute(
                "SELECT nct_number, last_update FROM personal.registry_seen WHERE search_id = ?",
                (search_id,),
            )
            return dict(rows)

    def note(self, nct_number: int) -> Note | None:
        """Return the note on a study."""
        with personal_failures(self._path):
            row = self._connection.execute(
                "SELECT text, changed_at FROM personal.note WHERE nct_number = ?", (nct_number,)
            ).fetchone()
        return None if row is None else Note(row[0], to_time(row[1]))

    def dump(self, nct_numbers: Sized[int] | None = None) -> Dump:
        """Return what belongs to the person of some studies, or else of all, to take elsewhere."""
        from desktop_app.store.personal.exchange import dump

        with personal_failures(self._path):
            return dump(self._connection, nct_numbers)

    def data_version(self) -> int:
        """Return a number that moves whenever another connection has written to the file."""
        with personal_failures(self._path):
            return int(self._connection.execute("PRAGMA personal.data_version").get)

    def _numbers(self, sql: str, values: Iterable[int] = ()) -> tuple[int, ...]:
        with personal_failures(self._path):
            return tuple(_first(self._connection.execute(sql, tuple(values))))


def to_time(microseconds: int) -> datetime:
    """Return a stored time, in UTC."""
    return datetime.fromtimestamp(microseconds / 1_000_000, UTC)


def _first(rows: Iterable[tuple[int, ...]]) -> Iterator[int]:
    return (row[0] for row in rows)
