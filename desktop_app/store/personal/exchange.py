"""What belongs to the person of some studies, to be taken elsewhere and put in there.

Tags, collections and searches go by their names: their keys mean nothing in another library.
"""

from collections.abc import Collection as Sized
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import apsw

from desktop_app.store.personal.names import next_id, next_position
from desktop_app.store.personal.plans import Plan, now
from desktop_app.store.personal.rows import Change, RowChange, Value, present
from desktop_app.store.personal.values import TagColour

_RULE = "\n\n———\n\n"
"""What stands between two notes on one study that were both kept."""


@dataclass(frozen=True, slots=True)
class DumpedStudy:
    """What belongs to the person of one study; times in microseconds since 1970, UTC."""

    nct_number: int
    starred_at: int | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    note_changed_at: int = 0
    own_status: str = ""
    own_status_changed_at: int = 0


@dataclass(frozen=True, slots=True)
class Dump:
    """What belongs to the person; ``tags`` are names with the values of their colours.

    ``collections`` are names with NCT numbers in order, ``searches`` names with queries; those of
    the registry apart. What was seen of these stays behind: it is of the time of their last run.
    """

    studies: tuple[DumpedStudy, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    collections: tuple[tuple[str, tuple[int, ...]], ...] = ()
    searches: tuple[tuple[str, str], ...] = field(default=())
    registry_searches: tuple[tuple[str, str], ...] = field(default=())


def dump(connection: apsw.Connection, nct_numbers: Sized[int] | None) -> Dump:
    """Return what belongs to the person of some studies, or of all; None for all.

    The connection has the personal file attached. Saved searches are of no study, and so go along
    only with all.
    """
    wanted = None if nct_numbers is None else frozenset(nct_numbers)
    studies = tuple(s for s in _studies(connection) if wanted is None or s.nct_number in wanted)
    used = {name for study in studies for name in study.tags}
    tags = connection.execute("SELECT name, colour FROM personal.tag ORDER BY name").fetchall()
    searches = _named_queries(connection, "saved_search") if wanted is None else ()
    of_registry = _named_queries(connection, "registry_search") if wanted is None else ()
    return Dump(
        studies,
        tuple((str(n), str(c)) for n, c in tags if wanted is None or n in used),
        tuple(_collections(connection, wanted)),
        searches,
        of_registry,
    )


def _named_queries(connection: apsw.Connection, table: str) -> tuple[tuple[str, str], ...]:
    rows: Any = connection.execute(f"SELECT name, query FROM personal.{table} ORDER BY position")
    return tuple((str(name), str(query)) for name, query in rows)


def load(dumped: Dump) -> Plan:
    """Add to what is there: nothing of it is lost.

    Of two notes on one study both are kept, one below the other; of two own statuses the newer.
    Undoing it takes away what came.
    """

    def plan(connection: apsw.Connection) -> Change:
        return tuple(_loaded(connection, dumped))

    return plan


def _studies(connection: apsw.Connection) -> Iterator[DumpedStudy]:
    tags: dict[int, list[str]] = {}
    for number, name in connection.execute(
        "SELECT nct_number, name FROM personal.tagged JOIN personal.tag ON tag.id = tag_id "
        "ORDER BY nct_number, name"
    ):
        tags.setdefault(number, []).append(name)
    for row in connection.execute(
        "WITH marked AS (SELECT nct_number FROM personal.star UNION "
        "SELECT nct_number FROM personal.tagged UNION SELECT nct_number FROM personal.note UNION "
        "SELECT nct_number FROM personal.own_status) "
        "SELECT nct_number, starred_at, coalesce(text, ''), coalesce(n.changed_at, 0), "
        "coalesce(status, ''), coalesce(o.changed_at, 0) FROM marked "
        "LEFT JOIN personal.star USING (nct_number) LEFT JOIN personal.note n USING (nct_number) "
        "LEFT JOIN personal.own_status o USING (nct_number) ORDER BY nct_number"
    ):
        number, starred_at, note, noted_at, status, status_at = row
        names = tuple(tags.get(number, ()))
        yield DumpedStudy(number, starred_at, names, note, noted_at, status, status_at)


def _collections(
    connection: apsw.Connection, wanted: frozenset[int] | None
) -> Iterator[tuple[str, tuple[int, ...]]]:
    named: Any = connection.execute(
        "SELECT id, name FROM personal.collection ORDER BY position, id"
    )
    for key, name in named.fetchall():
        rows: Any = connection.execute(
            "SELECT nct_number FROM personal.collected WHERE collection_id = ? "
            "ORDER BY position, nct_number",
            (key,),
        )
        numbers = tuple(n for (n,) in rows if wanted is None or n in wanted)
        if numbers or wanted is None:
            yield name, numbers


def _loaded(connection: apsw.Connection, dumped: Dump) -> Iterator[RowChange]:
    tag_ids = _ids(connection, "tag", (name for name, _ in dumped.tags))
    for name, colour in dumped.tags:
        key = tag_ids[name.casefold()]
        if present(connection, "tag", (key,)) is None:
            yield RowChange("tag", (key,), (key, name, TagColour.of(colour).value))
    for study in dumped.studies:
        yield from _loaded_study(connection, study, tag_ids)
    yield from _loaded_collections(connection, dumped)
    yield from _loaded_searches(connection, dumped)
    yield from _loaded_registry_searches(connection, dumped)


def _loaded_study(
    connection: apsw.Connection, study: DumpedStudy, tag_ids: dict[str, int]
) -> Iterator[RowChange]:
    number = study.nct_number
    if study.starred_at is not None and present(connection, "star", (number,)) is None:
        yield RowChange("star", (number,), (number, study.starred_at))
    for name in study.tags:
        key = tag_ids[name.casefold()]
        yield RowChange("tagged", (key, number), (key, number))
    note = _note(present(connection, "note", (number,)), study)
    if note is not None:
        yield RowChange("note", (number,), note)
    held = present(connection, "own_status", (number,))
    is_newer = held is None or int(held[2] or 0) < study.own_status_changed_at
    if study.own_status and is_newer:
        row = (number, study.own_status, study.own_status_changed_at)
        yield RowChange("own_status", (number,), row)


def _note(held: tuple[Value, ...] | None, study: DumpedStudy) -> tuple[Value, ...] | None:
    """Return the note that is to stand, None where nothing is to change."""
    if not study.note.strip():
        return None
    if held is None:
        return study.nct_number, study.note, study.note_changed_at
    if study.note.strip() in str(held[1]):
        return None
    return study.nct_number, f"{held[1]}{_RULE}{study.note}", now()


def _loaded_collections(connection: apsw.Connection, dumped: Dump) -> Iterator[RowChange]:
    ids = _ids(connection, "collection", (name for name, _ in dumped.collections))
    position = next_position(connection, "collection")
    for at, (name, numbers) in enumerate(dumped.collections):
        key = ids[name.casefold()]
        if present(connection, "collection", (key,)) is None:
            yield RowChange("collection", (key,), (key, name, position + at))
        last: int = connection.execute(
            "SELECT coalesce(max(position), 0) FROM collected WHERE collection_id = ?", (key,)
        ).get
        for place, number in enumerate(numbers, last + 1):
            if present(connection, "collected", (key, number)) is None:
                yield RowChange("collected", (key, number), (key, number, place))


def _loaded_searches(connection: apsw.Connection, dumped: Dump) -> Iterator[RowChange]:
    ids = _ids(connection, "saved_search", (name for name, _ in dumped.searches))
    position = next_position(connection, "saved_search")
    for at, (name, query) in enumerate(dumped.searches):
        key = ids[name.casefold()]
        if present(connection, "saved_search", (key,)) is None:
            yield RowChange("saved_search", (key,), (key, name, query, position + at))


def _loaded_registry_searches(connection: apsw.Connection, dumped: Dump) -> Iterator[RowChange]:
    ids = _ids(connection, "registry_search", (name for name, _ in dumped.registry_searches))
    position = next_position(connection, "registry_search")
    at = now()
    for place, (name, query) in enumerate(dumped.registry_searches, position):
        key = ids[name.casefold()]
        if present(connection, "registry_search", (key,)) is None:
            # As if it was run now, for nothing is known of what it found here.
            row = (key, name, query, at, 0, 0, place)
            yield RowChange("registry_search", (key,), row)


def _ids(connection: apsw.Connection, table: str, names: Iterable[str]) -> dict[str, int]:
    """Return the key of each name, whatever its capitals: the one that it has, or a new one."""
    named: Any = connection.execute(f"SELECT id, name FROM {table}")
    ids: dict[str, int] = {name.casefold(): key for key, name in named}
    free = next_id(connection, table)
    for name in names:
        if name.casefold() not in ids:
            ids[name.casefold()] = free
            free += 1
    return ids
