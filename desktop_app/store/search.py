"""Searching the library."""

from dataclasses import dataclass
from enum import Enum

import apsw

from desktop_app.store.summaries import SUMMARY_COLUMNS, make_summaries
from desktop_app.store.words import Query
from desktop_app.study.summary import StudySummary


class SearchOrder(Enum):
    """What comes first in the result of a search.

    RELEVANCE weighs how often a word occurs and where, which takes time when many studies fit.
    """

    NEWEST = "newest"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Some of the studies that fit, and whether there are more after them."""

    summaries: tuple[StudySummary, ...]
    has_more: bool


# In the order of the columns of the index of words.
_WEIGHTS = "10, 8, 5, 4, 1, 2, 2, 1"
_RELEVANCE = f"bm25(study_text, {_WEIGHTS}), study_text.rowid DESC"
_FOUND = "FROM study_text CROSS JOIN study ON study.row = study_text.rowid WHERE study_text MATCH ?"


def find(
    connection: apsw.Connection, query: Query, order: SearchOrder, offset: int, limit: int
) -> SearchResult:
    """Return the studies that fit a query that is not empty."""
    parameters: list[object] = [query.match] if query.match else []
    sql = f"SELECT {SUMMARY_COLUMNS} {_source(query)}"
    if query.number is not None:
        # The study of that number before those that mention it.
        sql += " ORDER BY study.nct_number = ? DESC, study.row DESC"
        parameters.append(query.number)
    elif query.match and order is SearchOrder.RELEVANCE:
        sql += f" ORDER BY {_RELEVANCE}"
    else:
        sql += f" ORDER BY {'study_text.rowid' if query.match else 'study.row'} DESC"
    rows = connection.execute(
        sql + " LIMIT ? OFFSET ?", (*parameters, limit + 1, offset)
    ).fetchall()
    return SearchResult(make_summaries(rows[:limit]), len(rows) > limit)


def count(connection: apsw.Connection, query: Query) -> int:
    """Return how many studies fit a query that is not empty."""
    if query.number_ranges:
        found = connection.execute(
            f"SELECT count(*) {_source(query)}", (query.match,) if query.match else ()
        ).get
    else:
        found = connection.execute(
            "SELECT count(*) FROM study_text WHERE study_text MATCH ?", (query.match,)
        ).get
    return int(found)


def _source(query: Query) -> str:
    ranges = [f"study.nct_number BETWEEN {low} AND {high}" for low, high in query.number_ranges]
    if query.match:
        return " AND ".join((_FOUND, *ranges))
    return "FROM study WHERE " + " AND ".join(ranges)
