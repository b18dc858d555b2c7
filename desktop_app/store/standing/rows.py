"""Checks and standings as rows; what writes belongs into a transaction."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from typing import Any

import apsw

from desktop_app.store.standing.values import (
    CheckScope,
    ScopeKind,
    Standing,
    StudyStanding,
    UpdateCheck,
    UpdateLine,
    UpdateOutcome,
)

_KEPT = 20
"""How many checks can be read later."""
_COLUMNS = "id, scope, total, done, position, since, begun_at, changed_at, ended_at"
_OF_ALL = CheckScope(ScopeKind.ALL).as_text()
_OF_ALL_SINCE = (
    "SELECT max(begun_at) FROM update_check WHERE scope = ? AND ended_at IS NOT NULL "
    "AND begun_at >= (SELECT v.imported_at FROM study s JOIN version v ON v.id = s.version_id "
    "WHERE s.nct_number = ?)"
)
_LOST = "SELECT nct_number FROM registry_standing WHERE standing != 'held' AND nct_number IN"


def insert_check(
    connection: apsw.Connection, scope: CheckScope, total: int, since: str, now: int
) -> int:
    """Keep that a check begins, and let the oldest ones go; returns its id."""
    connection.execute(
        "INSERT INTO update_check (scope, total, done, position, since, begun_at, changed_at) "
        "VALUES (?, ?, 0, 0, ?, ?, ?)",
        (scope.as_text(), total, since, now, now),
    )
    made = connection.last_insert_rowid()
    # The last one of all studies tells how old what was not checked since is; and the last one that
    # asked for each of them, when they all were seen.
    old = (
        "SELECT id FROM update_check WHERE id NOT IN "
        "(SELECT id FROM update_check ORDER BY id DESC LIMIT ?) AND id IS NOT "
        "(SELECT max(id) FROM update_check WHERE scope = ? AND ended_at IS NOT NULL) AND id IS NOT "
        "(SELECT max(id) FROM update_check WHERE scope = ? AND ended_at IS NOT NULL AND since = '')"
    )
    values = (_KEPT, _OF_ALL, _OF_ALL)
    connection.execute(f"DELETE FROM update_line WHERE check_id IN ({old})", values)
    connection.execute(f"DELETE FROM update_check WHERE id IN ({old})", values)
    return made


def move_check(
    connection: apsw.Connection, check_id: int, done: int, position: int, now: int
) -> None:
    """Keep how far a check is."""
    connection.execute(
        "UPDATE update_check SET done = ?, position = ?, changed_at = ? WHERE id = ?",
        (done, position, now, check_id),
    )


def end_check(connection: apsw.Connection, check_id: int, now: int) -> None:
    """Keep that a check came to its end; its total is what it met."""
    connection.execute(
        "UPDATE update_check SET total = done, changed_at = ?1, ended_at = ?1 WHERE id = ?2",
        (now, check_id),
    )


def put_lines(connection: apsw.Connection, check_id: int, lines: Iterable[UpdateLine]) -> None:
    """Keep what was found; the later finding on a study counts."""
    connection.executemany(
        "INSERT OR REPLACE INTO update_line VALUES (?, ?, ?, ?, ?)",
        [(check_id, one.number, one.outcome.value, one.other, one.note) for one in lines],
    )


def put_standings(
    connection: apsw.Connection, standings: Iterable[tuple[int, Standing, int | None]], now: int
) -> None:
    """Keep how studies stand: number, standing, and the number that it has now."""
    connection.executemany(
        "INSERT OR REPLACE INTO registry_standing VALUES (?, ?, ?, ?)",
        [(number, standing.value, other, now) for number, standing, other in standings],
    )


def drop_standings(connection: apsw.Connection, numbers: Iterable[int]) -> None:
    """Forget that studies were gone, or had another number: the registry has them."""
    connection.executemany(
        "DELETE FROM registry_standing WHERE nct_number = ? AND standing != 'held'",
        [(number,) for number in numbers],
    )


def read_checks(connection: apsw.Connection) -> tuple[UpdateCheck, ...]:
    """Return the checks that are kept, the latest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM update_check ORDER BY id DESC").fetchall()
    return tuple(_check(connection, row) for row in rows)


def read_check(connection: apsw.Connection, check_id: int) -> UpdateCheck | None:
    """Return one check."""
    sql = f"SELECT {_COLUMNS} FROM update_check WHERE id = ?"
    row = connection.execute(sql, (check_id,)).fetchone()
    return None if row is None else _check(connection, row)


def read_lines(connection: apsw.Connection, check_id: int) -> tuple[UpdateLine, ...]:
    """Return what a check found, in the order of numbers."""
    rows = connection.execute(
        "SELECT nct_number, outcome, other_number, note FROM update_line WHERE check_id = ? "
        "ORDER BY nct_number",
        (check_id,),
    )
    return tuple(UpdateLine(n, UpdateOutcome(o), other, note) for n, o, other, note in rows)


def lost_among(connection: apsw.Connection, numbers: Collection[int]) -> frozenset[int]:
    """Return those of some studies that the registry no longer has, also under another number."""
    marks = ", ".join("?" * len(numbers))
    return frozenset(
        int(number) for (number,) in connection.execute(f"{_LOST} ({marks})", tuple(numbers))
    )


def read_standing(connection: apsw.Connection, number: int) -> StudyStanding | None:
    """Return how a study stood when the registry was asked last, None where it never was."""
    row: Any = connection.execute(
        "SELECT standing, checked_at, other_number FROM registry_standing WHERE nct_number = ?",
        (number,),
    ).fetchone()
    own = None if row is None else StudyStanding(Standing(row[0]), _time(row[1]), row[2])
    of_all: int | None = connection.execute(_OF_ALL_SINCE, (_OF_ALL, number)).get
    if of_all is None or (own is not None and own.checked_at >= _time(of_all)):
        return own
    if own is not None and own.standing is not Standing.HELD:
        return own
    return StudyStanding(Standing.HELD, _time(of_all))


def _check(connection: apsw.Connection, row: Any) -> UpdateCheck:
    check_id, scope, total, done, position, since, begun, changed, ended = row
    counts = connection.execute(
        "SELECT outcome, count(*) FROM update_line JOIN update_check c ON c.id = check_id "
        "WHERE check_id = ? AND nct_number <= c.position GROUP BY outcome",
        (check_id,),
    )
    return UpdateCheck(
        *(check_id, CheckScope.from_text(scope), total, done, position, since),
        *(_time(begun), _time(changed), None if ended is None else _time(ended)),
        tuple((UpdateOutcome(name), count) for name, count in counts),
    )


def _time(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
