"""The held studies of a scope, with the dates of their records, in the order of their numbers."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

import apsw

from desktop_app.store.standing.values import CheckScope, HeldStudy, ScopeKind

_FROM = "FROM study s JOIN reading r ON r.version_id = s.version_id WHERE "
_STARRED = "SELECT nct_number FROM personal.star"
_TAGGED = "SELECT nct_number FROM personal.tagged"
_COLLECTED = "SELECT nct_number FROM personal.collected WHERE collection_id = :key"
# Of few studies among very many: they are looked up, and not the many looked through.
_CONDITIONS = {
    ScopeKind.STARRED: f"s.nct_number IN ({_STARRED})",
    ScopeKind.MARKED: f"s.nct_number IN ({_STARRED} UNION {_TAGGED})",
    ScopeKind.TAG: f"s.nct_number IN ({_TAGGED} WHERE tag_id = :key)",
    ScopeKind.COLLECTION: f"s.nct_number IN ({_COLLECTED})",
    ScopeKind.ALL: "1",
}
_AT_ONCE = 500
"""How many numbers one statement takes."""


def count_held(connection: apsw.Connection, scope: CheckScope) -> int:
    """Return how many studies of a scope are held."""
    if scope.kind is ScopeKind.SELECTED:
        return sum(len(_of(connection, part)) for part in _parts(scope.numbers))
    sql = f"SELECT count(*) FROM study s WHERE {_CONDITIONS[scope.kind]}"
    return int(connection.execute(sql, _values(scope)).get)


def held_studies(
    connection: apsw.Connection, scope: CheckScope, after: int, limit: int
) -> tuple[HeldStudy, ...]:
    """Return the next studies of a scope whose numbers are above one."""
    if scope.kind is ScopeKind.SELECTED:
        return _next_selected(connection, scope.numbers, after, limit)
    rows = connection.execute(
        "SELECT s.nct_number, coalesce(r.record_date, ''), r.is_whole "
        f"{_FROM} s.nct_number > :after AND {_CONDITIONS[scope.kind]} "
        "ORDER BY s.nct_number LIMIT :limit",
        _values(scope) | {"after": after, "limit": limit},
    )
    return tuple(map(_study, rows))


def held_dates(connection: apsw.Connection, numbers: Sequence[int]) -> tuple[HeldStudy, ...]:
    """Return those of some studies that are held."""
    return tuple(study for part in _parts(numbers) for study in _of(connection, part))


def _next_selected(
    connection: apsw.Connection, numbers: Sequence[int], after: int, limit: int
) -> tuple[HeldStudy, ...]:
    found: list[HeldStudy] = []
    start = bisect_right(numbers, after)
    while start < len(numbers) and len(found) < limit:
        found += _of(connection, numbers[start : start + _AT_ONCE])
        start += _AT_ONCE
    return tuple(found[:limit])


def _of(connection: apsw.Connection, numbers: Sequence[int]) -> tuple[HeldStudy, ...]:
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(
        "SELECT s.nct_number, coalesce(r.record_date, ''), r.is_whole "
        f"{_FROM} s.nct_number IN ({marks}) ORDER BY s.nct_number",
        tuple(numbers),
    )
    return tuple(map(_study, rows))


def _parts(numbers: Sequence[int]) -> list[Sequence[int]]:
    return [numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE)]


def _values(scope: CheckScope) -> dict[str, Any]:
    return {"key": scope.key} if scope.key else {}


def _study(row: Any) -> HeldStudy:
    number, record_date, is_whole = row
    return HeldStudy(number, record_date, bool(is_whole))
