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
    rest = iter(nct_numbers)
    # Python 3.11 has no itertools.batched.
    while numbers := tuple(islice(rest, _AT_ONCE)):
        _gather(connection, numbers, gathered)
    return {number: found.made() for number, found in gathered.items()}


def _gather(
    connection: apsw.Connection, numbers: tuple[int, ...], gathered: dict[int, _Gathered]
) -> None:
    def rows(columns: str, source: str, order: str = "") -> Iterator[tuple[_Gathered, Any]]:
        places = ", ".join("?" * len(numbers))
        sql = f"SELECT nct_number, {columns} FROM {source} WHERE nct_number IN ({places}) {order}"
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
