"""Which studies changed: those whose current version took the place of an older one.

A study counts as changed until the person has opened the version that came.
"""

from collections.abc import Collection

import apsw

from desktop_app.study.nct_numbers import format_nct_id

# Worked out from the versions, and so built again with the other derived tables. ``at`` is in
# seconds since 1970, UTC.
DERIVED_SCHEMA = (
    """
    CREATE TABLE updated (
        nct_number INTEGER PRIMARY KEY,
        version_id INTEGER NOT NULL REFERENCES version,
        at INTEGER NOT NULL
    ) STRICT
    """,
)
DERIVED_TABLES = ("updated",)

_PERSONAL = "personal"
"""The schema under which a reading connection has what belongs to the person."""
# A row that no longer names the current version says nothing, nor does one of a study in the trash.
_UPDATED = (
    "SELECT u.nct_number FROM updated u "
    "JOIN study s ON s.nct_number = u.nct_number AND s.version_id = u.version_id "
)
_UNSEEN = (
    "LEFT JOIN personal.opened o ON o.nct_number = u.nct_number "
    "WHERE o.version_id IS NOT u.version_id "
)


def note_updated(connection: apsw.Connection, nct_number: int, version_id: int, at: int) -> None:
    """Note that a version took the place of an older one; belongs into a transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO updated VALUES (?, ?, ?)", (nct_number, version_id, at)
    )


def derive_updated(connection: apsw.Connection) -> None:
    """Work out again for all studies what `note_updated` noted: it came after another version."""
    connection.execute(
        "INSERT OR REPLACE INTO updated "
        "SELECT s.nct_number, s.version_id, v.imported_at FROM study s "
        "JOIN version v ON v.id = s.version_id WHERE EXISTS "
        "(SELECT 1 FROM version w WHERE w.nct_number = s.nct_number AND w.id < s.version_id)"
    )


def changed_among(connection: apsw.Connection, numbers: Collection[int]) -> frozenset[int]:
    """Return those of some studies that changed since the person looked at them."""
    if not numbers:
        return frozenset()
    marks = ", ".join("?" * len(numbers))
    sql = f"{_changed(connection)} AND u.nct_number IN ({marks})"
    return frozenset(int(number) for (number,) in connection.execute(sql, tuple(numbers)))


def all_changed(connection: apsw.Connection) -> tuple[str, ...]:
    """Return the numbers of all studies that changed and were not looked at, newest change first.

    The library may hold tens of thousands of them after a monthly import.
    """
    sql = f"{_changed(connection)} ORDER BY u.at DESC, u.nct_number DESC"
    return tuple(format_nct_id(number) for (number,) in connection.execute(sql))


def count_changed(connection: apsw.Connection) -> int:
    """Return how many studies changed and were not looked at."""
    return int(connection.execute(f"SELECT count(*) FROM ({_changed(connection)})").get)


def seen_version(connection: apsw.Connection, nct_number: int) -> int | None:
    """Return the id of the version that the person looked at last, None where that is not known.

    A version that the library holds no more is not known.
    """
    if not _knows_person(connection):
        return None
    sql = (
        "SELECT o.version_id FROM personal.opened o JOIN version v ON v.id = o.version_id "
        "WHERE o.nct_number = ? AND v.nct_number = o.nct_number"
    )
    seen: int | None = connection.execute(sql, (nct_number,)).get
    return seen


def _changed(connection: apsw.Connection) -> str:
    return _UPDATED + (_UNSEEN if _knows_person(connection) else "WHERE 1 ")


def _knows_person(connection: apsw.Connection) -> bool:
    return any(row[1] == _PERSONAL for row in connection.execute("PRAGMA database_list"))
