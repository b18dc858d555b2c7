"""Studies by the keys of their rows."""

from collections.abc import Sequence
from typing import Any

import apsw

from desktop_app.store.summaries import SUMMARY_COLUMNS, make_summaries
from desktop_app.study.summary import StudySummary

_AT_ONCE = 500
"""A statement takes only so many thousands of values."""


def read_rows(connection: apsw.Connection, rows: Sequence[int]) -> tuple[StudySummary, ...]:
    """Return the studies of some rows in their order; rows that are not there are left out."""
    known: dict[int, tuple[Any, ...]] = {}
    for start in range(0, len(rows), _AT_ONCE):
        part = tuple(rows[start : start + _AT_ONCE])
        marks = ", ".join("?" * len(part))
        sql = f"SELECT {SUMMARY_COLUMNS}, study.row FROM study WHERE row IN ({marks})"
        found: list[Any] = connection.execute(sql, part).fetchall()
        known.update((row[-1], row[:-1]) for row in found)
    return make_summaries(known[row] for row in rows if row in known)


def row_of(connection: apsw.Connection, nct_number: int) -> int | None:
    """Return the key of the row of a study by its number; None where it is not held."""
    row: int | None = connection.execute(
        "SELECT row FROM study WHERE nct_number = ?", (nct_number,)
    ).get
    return row
