"""Changes as rows: what is to stand in which tables, and what takes it back.

Every change to what belongs to the person is of this one kind, so that every one can be undone,
and undoing can be undone in turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from desktop_app.store.personal.schema import COLUMNS, KEY_LENGTHS

Value = int | str | None
Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RowChange:
    """What is to stand under a key of a table: the whole row, or None for nothing."""

    table: str
    key: Key
    row: tuple[Value, ...] | None


Change = tuple[RowChange, ...]


def present(connection: apsw.Connection, table: str, key: Key) -> tuple[Value, ...] | None:
    """Return the whole row that stands under a key."""
    found: tuple[Value, ...] | None = connection.execute(
        f"SELECT {', '.join(COLUMNS[table])} FROM {table} WHERE {_is_key(table)}", key
    ).fetchone()
    return found


def apply(connection: apsw.Connection, change: Sequence[RowChange]) -> Change:
    """Make a change, and return the one that takes it back; belongs into a transaction."""
    back = []
    for wanted in change:
        before = present(connection, wanted.table, wanted.key)
        if before != wanted.row:
            back.append(RowChange(wanted.table, wanted.key, before))
            _put(connection, wanted)
    return tuple(reversed(back))


def _put(connection: apsw.Connection, wanted: RowChange) -> None:
    table, row = wanted.table, wanted.row
    if row is None:
        connection.execute(f"DELETE FROM {table} WHERE {_is_key(table)}", wanted.key)
        return
    # Not REPLACE, which takes away other rows of the same name without a word.
    columns, keys = COLUMNS[table], KEY_LENGTHS[table]
    others = ", ".join(f"{name} = excluded.{name}" for name in columns[keys:])
    connection.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT ({', '.join(columns[:keys])}) "
        + (f"DO UPDATE SET {others}" if others else "DO NOTHING"),
        row,
    )


def _is_key(table: str) -> str:
    return " AND ".join(f"{name} = ?" for name in COLUMNS[table][: KEY_LENGTHS[table]])
