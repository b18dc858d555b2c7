"""One row for each study, in the order of the records' dates: what lists show.

The key of a row is made from the record's date, so that "newest first" is the table, or the index
of words, read backwards, however many rows there are. Studies with the same date follow each
other in the order in which they came; those without a date come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import apsw

from desktop_app.study.dates import PartialDate
from desktop_app.study.nct_numbers import format_nct_id
from desktop_app.study.summary import StudySummary

if TYPE_CHECKING:
    from desktop_app.store.entries.entry import Entry

# The index of words keeps the distance from row to row: the fewer rows a day has room for, the
# smaller the index. A day that is full goes on in the next one.
_ROWS_A_DAY = 1 << 14
_UNDATED = -(1 << 40)

DERIVED_SCHEMA = (
    """
    CREATE TABLE study (
        row INTEGER PRIMARY KEY,
        nct_number INTEGER NOT NULL,
        version_id INTEGER NOT NULL REFERENCES version,
        brief_title TEXT NOT NULL,
        overall_status TEXT NOT NULL,
        study_type TEXT NOT NULL,
        phases TEXT NOT NULL,
        enrollment_count ANY,
        enrollment_type TEXT NOT NULL,
        record_date TEXT,
        lead_sponsor TEXT NOT NULL,
        start_date TEXT,
        completion_date TEXT,
        conditions TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX study_of_number ON study (nct_number)",
    # Holds nothing but keys: to skip half a million rows is to read 8 MB and not 100.
    "CREATE INDEX study_row ON study (row)",
    """
    CREATE TABLE former_number (
        former INTEGER NOT NULL,
        nct_number INTEGER NOT NULL,
        PRIMARY KEY (former, nct_number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX former_of_study ON former_number (nct_number)",
)
DERIVED_TABLES = ("study", "former_number")

SUMMARY_COLUMNS = (
    "study.nct_number, study.brief_title, study.overall_status, study.study_type, study.phases, "
    "study.enrollment_count, study.enrollment_type, study.record_date, study.lead_sponsor, "
    "study.start_date, study.completion_date, study.conditions"
)


def first_row(date: str | None) -> int:
    """Return the lowest key of the studies of a date, written as records write it."""
    return _UNDATED if date is None else _ordinal(date) * _ROWS_A_DAY


@lru_cache(maxsize=16_384)
def _ordinal(date: str) -> int:
    return PartialDate.parse(date).first_day.toordinal()


_INSERT = f"INSERT INTO study VALUES ({', '.join('?' * 14)})"

KeyedEntry = tuple[int, "Entry", int]
"""The key of a row, what is kept of the study, and the id of its current version."""


def keyed(connection: apsw.Connection, new: Sequence[tuple[Entry, int]]) -> list[KeyedEntry]:
    """Give each study a key that is free, in the order of the records' dates."""
    last: dict[int, int] = {}
    return [
        (_next_row(connection, entry.summary.record_date, last), entry, version_id)
        for entry, version_id in new
    ]


def insert_summaries(connection: apsw.Connection, new: Iterable[KeyedEntry]) -> None:
    """Keep the rows of studies that have none."""
    former: list[tuple[int, int]] = []
    rows = []
    for row, entry, version_id in new:
        summary = entry.summary
        count = summary.enrollment_count
        if count is not None and count.bit_length() > 63:
            # Integers have 64 bits in the database.
            summary = summary._replace(enrollment_count=str(count))  # type: ignore[arg-type]
        rows.append((row, entry.nct_number, version_id, *summary))
        former += ((number, entry.nct_number) for number in entry.former_numbers)
    connection.executemany(_INSERT, rows)
    connection.executemany("INSERT INTO former_number VALUES (?, ?)", former)


def delete_summary(connection: apsw.Connection, nct_number: int) -> int | None:
    """Remove the row of a study and return the key that it had, if there was one."""
    connection.execute("DELETE FROM former_number WHERE nct_number = ?", (nct_number,))
    row: int | None = connection.execute(
        "DELETE FROM study WHERE nct_number = ? RETURNING row", (nct_number,)
    ).get
    return row


def current_version(connection: apsw.Connection, nct_number: int) -> int | None:
    """Return the id of the current version of a study, by its number or else a former one."""
    version_id: int | None = connection.execute(
        "SELECT version_id FROM study WHERE nct_number = ?1 UNION ALL "
        "SELECT version_id FROM former_number JOIN study USING (nct_number) WHERE former = ?1 "
        "LIMIT 1",
        (nct_number,),
    ).get
    return version_id


def count_studies(connection: apsw.Connection) -> int:
    """Return how many studies there are."""
    return int(connection.execute("SELECT count(*) FROM study").get)


def read_summaries(
    connection: apsw.Connection, offset: int, limit: int
) -> tuple[StudySummary, ...]:
    """Return some rows of the list of all studies, newest record first."""
    start = connection.execute(
        "SELECT row FROM study INDEXED BY study_row ORDER BY row DESC LIMIT 1 OFFSET ?", (offset,)
    ).get
    if start is None:
        return ()
    return make_summaries(
        connection.execute(
            f"SELECT {SUMMARY_COLUMNS} FROM study WHERE row <= ? ORDER BY row DESC LIMIT ?",
            (start, limit),
        )
    )


def read_summary(connection: apsw.Connection, nct_number: int) -> StudySummary | None:
    """Return the row of a study, by its number or else a former one; None where it is not held."""
    version_id = current_version(connection, nct_number)
    rows = connection.execute(
        f"SELECT {SUMMARY_COLUMNS} FROM version v JOIN study USING (nct_number) WHERE v.id = ?",
        (version_id,),
    )
    return next(iter(make_summaries(rows)), None)


def position_of(connection: apsw.Connection, nct_number: int) -> int | None:
    """Return how many studies stand before one in the list of all, None where it is not held."""
    row = connection.execute("SELECT row FROM study WHERE nct_number = ?", (nct_number,)).get
    if row is None:
        return None
    return int(
        connection.execute(
            "SELECT count(*) FROM study INDEXED BY study_row WHERE row > ?", (row,)
        ).get
    )


def make_summaries(rows: Iterable[tuple[object, ...]]) -> tuple[StudySummary, ...]:
    """Turn rows of SUMMARY_COLUMNS into values."""
    return tuple(_make_summary(*row) for row in rows)  # type: ignore[arg-type]


def _make_summary(
    nct_number: int,
    brief_title: str,
    overall_status: str,
    study_type: str,
    phases: str,
    enrollment_count: int | str | None,
    enrollment_type: str,
    record_date: str | None,
    lead_sponsor: str,
    start_date: str | None,
    completion_date: str | None,
    conditions: str,
) -> StudySummary:
    return StudySummary(
        nct_id=format_nct_id(nct_number),
        brief_title=brief_title,
        overall_status=overall_status,
        study_type=study_type,
        phases=_lines(phases),
        enrollment_count=None if enrollment_count is None else int(enrollment_count),
        enrollment_type=enrollment_type,
        record_date=_date(record_date),
        lead_sponsor=lead_sponsor,
        start_date=_date(start_date),
        completion_date=_date(completion_date),
        conditions=_lines(conditions),
    )


def _date(written: str | None) -> PartialDate | None:
    return PartialDate.parse(written) if written else None


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _next_row(connection: apsw.Connection, date: str | None, last: dict[int, int]) -> int:
    """Return the next free key of a date; ``last`` has the keys that were given away just now."""
    start = first_row(date)
    room = -_UNDATED if date is None else _ROWS_A_DAY
    while True:
        if start not in last:
            found = connection.execute(
                "SELECT max(row) FROM study WHERE row >= ? AND row < ?", (start, start + room)
            ).get
            last[start] = start - 1 if found is None else int(found)
        if last[start] + 1 < start + room:
            last[start] += 1
            return last[start]
        start, room = start + room, _ROWS_A_DAY
