"""Plans for what bears a name: tags, collections and saved searches.

See `desktop_app.store.personal.plans`.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import apsw

from desktop_app.store.personal.names import free_name, next_id, next_position, storable
from desktop_app.store.personal.plans import Plan
from desktop_app.store.personal.rows import Change, RowChange
from desktop_app.store.personal.values import TagColour


def create_tag(name: str, colour: TagColour, nct_numbers: Iterable[int] = ()) -> Plan:
    """Make a tag, and put it on studies."""
    numbers = tuple(nct_numbers)

    def plan(connection: apsw.Connection) -> Change:
        kept = free_name(connection, "tag", name)
        key = next_id(connection, "tag")
        made = RowChange("tag", (key,), (key, kept, colour.value))
        return (made, *(RowChange("tagged", (key, n), (key, n)) for n in numbers))

    return plan


def change_tag(tag_id: int, name: str, colour: TagColour) -> Plan:
    """Give a tag another name, another colour, or both."""

    def plan(connection: apsw.Connection) -> Change:
        kept = free_name(connection, "tag", name, tag_id)
        return (RowChange("tag", (tag_id,), (tag_id, kept, colour.value)),)

    return plan


def delete_tag(tag_id: int) -> Plan:
    """Take a tag off all studies, and do away with it."""
    return _delete("tag", "tagged", "tag_id", tag_id)


def create_collection(name: str, nct_numbers: Iterable[int] = ()) -> Plan:
    """Make a collection of studies, in the given order, after all others."""
    numbers = tuple(nct_numbers)

    def plan(connection: apsw.Connection) -> Change:
        kept = free_name(connection, "collection", name)
        key = next_id(connection, "collection")
        made = RowChange("collection", (key,), (key, kept, next_position(connection, "collection")))
        return (made, *_places(key, numbers))

    return plan


def rename_collection(collection_id: int, name: str) -> Plan:
    """Give a collection another name."""
    return _rename("collection", collection_id, name, 1)


def delete_collection(collection_id: int) -> Plan:
    """Do away with a collection; its studies stay in the library."""
    return _delete("collection", "collected", "collection_id", collection_id)


def collect(collection_id: int, nct_numbers: Iterable[int], before: int | None = None) -> Plan:
    """Put studies into a collection, before a study of it, or after all others.

    Studies that are in it already are moved.
    """
    moved = tuple(dict.fromkeys(nct_numbers))

    def plan(connection: apsw.Connection) -> Change:
        stay = [number for number in _members(connection, collection_id) if number not in moved]
        at = stay.index(before) if before in stay else len(stay)
        return tuple(_places(collection_id, (*stay[:at], *moved, *stay[at:])))

    return plan


def uncollect(collection_id: int, nct_numbers: Iterable[int]) -> Plan:
    """Take studies out of a collection."""
    change = tuple(RowChange("collected", (collection_id, n), None) for n in nct_numbers)
    return lambda connection: change


def save_search(name: str, query: str) -> Plan:
    """Keep a query under a name, after all others."""

    def plan(connection: apsw.Connection) -> Change:
        kept = free_name(connection, "saved_search", name)
        key = next_id(connection, "saved_search")
        position = next_position(connection, "saved_search")
        return (RowChange("saved_search", (key,), (key, kept, storable(query), position)),)

    return plan


def rename_search(search_id: int, name: str) -> Plan:
    """Give a saved search another name."""
    return _rename("saved_search", search_id, name, 1)


def change_search(search_id: int, query: str) -> Plan:
    """Let a saved search look for something else."""

    def plan(connection: apsw.Connection) -> Change:
        row = _row(connection, "saved_search", search_id)
        return () if row is None else (_replaced("saved_search", row, 2, storable(query)),)

    return plan


def delete_search(search_id: int) -> Plan:
    """Do away with a saved search."""
    return lambda connection: (RowChange("saved_search", (search_id,), None),)


def put_in_order(table: str, keys: Sequence[int]) -> Plan:
    """Put collections or saved searches (by the name of their table) into an order."""

    def plan(connection: apsw.Connection) -> Change:
        rows = [_row(connection, table, key) for key in keys]
        return tuple(
            _replaced(table, row, len(row) - 1, position)
            for position, row in enumerate(rows, 1)
            if row is not None
        )

    return plan


def _delete(table: str, members: str, column: str, key: int) -> Plan:
    def plan(connection: apsw.Connection) -> Change:
        numbers = connection.execute(f"SELECT nct_number FROM {members} WHERE {column} = ?", (key,))
        rows = tuple(RowChange(members, (key, number), None) for (number,) in numbers)
        return (*rows, RowChange(table, (key,), None))

    return plan


def _rename(table: str, key: int, name: str, at: int) -> Plan:
    def plan(connection: apsw.Connection) -> Change:
        row = _row(connection, table, key)
        kept = free_name(connection, table, name, key)
        return () if row is None else (_replaced(table, row, at, kept),)

    return plan


def _row(connection: apsw.Connection, table: str, key: int) -> tuple[Any, ...] | None:
    row: tuple[Any, ...] | None = connection.execute(
        f"SELECT * FROM {table} WHERE id = ?", (key,)
    ).fetchone()
    return row


def _replaced(table: str, row: tuple[Any, ...], at: int, value: int | str) -> RowChange:
    return RowChange(table, (row[0],), (*row[:at], value, *row[at + 1 :]))


def _members(connection: apsw.Connection, collection_id: int) -> list[int]:
    rows = connection.execute(
        "SELECT nct_number FROM collected WHERE collection_id = ? ORDER BY position, nct_number",
        (collection_id,),
    )
    return [number for (number,) in rows]


def _places(key: int, numbers: Iterable[int]) -> Iterable[RowChange]:
    for position, number in enumerate(numbers, 1):
        yield RowChange("collected", (key, number), (key, number, position))
