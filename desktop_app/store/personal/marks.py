"""The marks of many studies at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import apsw

from desktop_app.store.personal.values import Collection, Marks, Tag, TagColour

_AT_ONCE = 500


@dataclass(slots=True)
class _Gathered:
    is_starred: bool = False
    has_note: bool = False
    own_status: str = ""
    tags: list[Tag] = field(default_factory=list)
    collections: list[Collection] = field(default_factory=list)

    def made(self) -> Marks:
        return Marks(
            self.is_starred,
            tuple(self.tags),
            self.own_status,
            self.has_note,
            tuple(self.collections),
        )


def read_marks(connection: apsw.Connection, nct_numbers: Iterable[int]) -> dict[int, Marks]:
    """Return the marks of those of the given studies that have any, tags by name."""
    gathered: dict[int, _Gathered] = {}
    for numbers in _parts(nct_numbers):
        _gather(connection, numbers, gathered)
    return {number: found.made() for number, found in gathered.items()}


def are_starred(connection: apsw.Connection, nct_numbers: Iterable[int]) -> bool:
    """Tell whether all of the given studies are starred."""
    return all(
        _count(connection, "SELECT count(*) FROM personal.star WHERE nct_number IN", numbers)
        == len(numbers)
        for numbers in _parts(nct_numbers)
    )


def count_tags(connection: apsw.Connection, nct_numbers: Iterable[int]) -> dict[int, int]:
    """Return how many of the given studies have each tag, by its key."""
    counts: dict[int, int] = {}
    for numbers in _parts(nct_numbers):
        sql = f"SELECT tag_id FROM personal.tagged WHERE nct_number IN ({_places(numbers)})"
        for (key,) in connection.execute(sql, numbers):
            counts[key] = counts.get(key, 0) + 1
    return counts


def _count(connection: apsw.Connection, sql: str, numbers: tuple[int, ...]) -> int:
    return int(connection.execute(f"{sql} ({_places(numbers)})", numbers).get)


def _places(numbers: tuple[int, ...]) -> str:
    return ", ".join("?" * len(numbers))


def _parts(numbers: Iterable[int]) -> Iterator[tuple[int, ...]]:
    rest = iter(numbers)
    # Python 3.11 has no itertools.batched.
    while part := tuple(islice(rest, _AT_ONCE)):
        yield part


def _gather(
    connection: apsw.Connection, numbers: tuple[int, ...], gathered: dict[int, _Gathered]
) -> None:
    def rows(columns: str, source: str, order: str = "") -> Iterator[tuple[_Gathered, Any]]:
        found = f"FROM {source} WHERE nct_number IN ({_places(numbers)})"
        sql = f"SELECT nct_number, {columns} {found} {order}"
        for number, *values in connection.execute(sql, numbers):
            yield gathered.setdefault(number, _Gathered()), values

    for marks, _ in rows("1", "personal.star"):
        marks.is_starred = True
    for marks, _ in rows("1", "personal.note"):
        marks.has_note = True
    for marks, (status,) in rows("status", "personal.own_status"):
        marks.own_status = status
    of_tags = "personal.tagged JOIN personal.tag ON tag.id = tag_id"
    for marks, (key, name, colour) in rows("id, name, colour", of_tags, "ORDER BY name, id"):
        marks.tags.append(Tag(key, name, TagColour.of(colour)))
    of_all = "personal.collected m JOIN personal.collection c ON c.id = collection_id"
    for marks, (key, name) in rows("id, name", of_all, "ORDER BY c.position, id"):
        marks.collections.append(Collection(key, name))
