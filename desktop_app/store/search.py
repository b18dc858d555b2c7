"""Searching the library."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import apsw

from desktop_app.store.columns import TOKEN_COLUMNS
from desktop_app.store.summaries import SUMMARY_COLUMNS, make_summaries
from desktop_app.store.words import Query
from desktop_app.study.summary import StudySummary


class SearchOrder(Enum):
    """What comes first in the result of a search.

    RELEVANCE puts studies first in whose numbers and titles all words occur, then those in whose
    conditions and interventions as well, then the others; each newest record first. That can be
    told to people, and takes no longer where half of the library fits; weighing how often words
    occur (bm25) has to weigh every study that fits, and takes seconds for a common word.
    """

    NEWEST = "newest"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Some of the studies that fit, and whether there are more after them."""

    summaries: tuple[StudySummary, ...]
    has_more: bool


_Row = tuple[Any, ...]

# Each holds the one before.
_TIERS = ("{identifiers title}", "{identifiers title conditions interventions}")
_WIDE = 9_999_999
_FOUND = "FROM study_text CROSS JOIN study ON study.row = study_text.rowid WHERE study_text MATCH ?"


def find(
    connection: apsw.Connection, query: Query, order: SearchOrder, offset: int, limit: int
) -> SearchResult:
    """Return the studies that fit a query that is not empty."""
    rows: list[_Row] = []
    skip = offset
    for match in _tiers(query) if order is SearchOrder.RELEVANCE else (query.match,):
        tier = replace(query, match=match)
        rows += _newest(connection, tier, skip, limit + 1 - len(rows))
        if len(rows) > limit:
            break
        # Rows that were skipped are counted only where this tier did not hold them all.
        skip = max(0, skip - count(connection, tier)) if skip and not rows else 0
    return SearchResult(make_summaries(rows[:limit]), len(rows) > limit)


def _newest(connection: apsw.Connection, query: Query, offset: int, limit: int) -> list[_Row]:
    parameters: list[object] = [_in_texts(query.match)] if query.match else []
    order = "study_text.rowid DESC" if query.match else "study.row DESC"
    if query.number is not None:
        # The study of that number before those that mention it.
        order = "study.nct_number = ? DESC, study.row DESC"
        parameters.append(query.number)
    return connection.execute(
        f"SELECT {SUMMARY_COLUMNS} {_source(query)} ORDER BY {order} LIMIT ? OFFSET ?",
        (*parameters, limit, offset),
    ).fetchall()


def _tiers(query: Query) -> Iterator[str]:
    """Yield expressions that part what a query finds, the most relevant first."""
    if not query.match:
        yield query.match
        return
    within = [f"({columns} : ({query.match}))" for columns in _TIERS]
    yield within[0]
    yield f"{within[1]} NOT {within[0]}"
    yield f"({query.match}) NOT {within[1]}"


def count(connection: apsw.Connection, query: Query) -> int:
    """Return how many studies fit a query that is not empty."""
    if query.number_ranges:
        found = connection.execute(
            f"SELECT count(*) {_source(query)}", (_in_texts(query.match),) if query.match else ()
        ).get
    else:
        found = connection.execute(
            "SELECT count(*) FROM study_text WHERE study_text MATCH ?", (_in_texts(query.match),)
        ).get
    return int(found)


def _in_texts(match: str) -> str:
    return f"- {{{' '.join(TOKEN_COLUMNS)}}} : ({match})"


def _source(query: Query) -> str:
    # A plus keeps the index of numbers out: where a range holds a good part of all studies, going
    # through the newest is faster than sorting all that fit.
    ranges = [
        f"{'+' if high - low >= _WIDE else ''}study.nct_number BETWEEN {low} AND {high}"
        for low, high in query.number_ranges
    ]
    if query.match:
        return " AND ".join((_FOUND, *ranges))
    return "FROM study WHERE " + " AND ".join(ranges)
