"""Plans for searches of the registry that are kept under a name.

See `desktop_app.store.personal.plans`. A search is a text that this layer does not look into.
"""

from collections.abc import Mapping
from typing import Any

import apsw

from desktop_app.store.personal.names import free_name, next_id, next_position, storable
from desktop_app.store.personal.plans import Plan, now
from desktop_app.store.personal.rows import Change, RowChange, present

_TABLE, _SEEN = "registry_search", "registry_seen"
MOST_SEEN = 5_000
"""Studies of one search of which it is kept that they were seen; of more, nothing is kept."""


def save_registry_search(name: str, query: str, total: int) -> Plan:
    """Keep a search of the registry under a name, after all others; it was run just now."""
    ran_at = now()

    def plan(connection: apsw.Connection) -> Change:
        kept = free_name(connection, _TABLE, name)
        key = next_id(connection, _TABLE)
        position = next_position(connection, _TABLE)
        row = (key, kept, storable(query), ran_at, total, 0, position)
        return (RowChange(_TABLE, (key,), row),)

    return plan


def rename_registry_search(search_id: int, name: str) -> Plan:
    """Give a search another name."""

    def plan(connection: apsw.Connection) -> Change:
        kept = free_name(connection, _TABLE, name, search_id)
        row = present(connection, _TABLE, (search_id,))
        return () if row is None else (RowChange(_TABLE, (search_id,), (row[0], kept, *row[2:])),)

    return plan


def delete_registry_search(search_id: int) -> Plan:
    """Do away with a search, and with what was seen of it."""

    def plan(connection: apsw.Connection) -> Change:
        numbers = _seen(connection, search_id)
        rows = (RowChange(_SEEN, (search_id, number), None) for number in numbers)
        return (*rows, RowChange(_TABLE, (search_id,), None))

    return plan


def note_run(search_id: int, total: int, seen: Mapping[int, str] | None) -> Plan:
    """Note that a search was run just now, how many it found, and which: numbers with their days.

    None where they are too many to be kept, or not known.
    """
    ran_at = now()

    def plan(connection: apsw.Connection) -> Change:
        row = present(connection, _TABLE, (search_id,))
        if row is None:
            return ()
        kept = dict(seen or {})
        gone = (n for n in _seen(connection, search_id) if n not in kept)
        return (
            RowChange(
                _TABLE, (search_id,), (*row[:3], ran_at, total, int(seen is not None), row[6])
            ),
            *(RowChange(_SEEN, (search_id, n), None) for n in gone),
            *(RowChange(_SEEN, (search_id, n), (search_id, n, day)) for n, day in kept.items()),
        )

    return plan


def _seen(connection: apsw.Connection, search_id: int) -> list[int]:
    rows: Any = connection.execute(
        f"SELECT nct_number FROM {_SEEN} WHERE search_id = ?", (search_id,)
    )
    return [number for (number,) in rows]
