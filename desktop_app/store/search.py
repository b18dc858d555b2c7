"""What a search of the library answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import apsw

from desktop_app.store.finding.orders import Order, SearchOrder, SortColumn, Sorting
from desktop_app.store.summaries import read_summaries

if TYPE_CHECKING:
    from desktop_app.store.queries.oddities import Misunderstood
    from desktop_app.study.summary import StudySummary

__all__ = ["Order", "SearchOrder", "SearchResult", "SortColumn", "Sorting", "every_study"]


class SearchResult(NamedTuple):
    """Some of the studies that fit, and whether there are more after them.

    ``oddities`` tell what of the query was not understood; the rest was searched. Where it is not
    ``is_exact``, some that belong between these come with the whole result only.
    """

    summaries: tuple[StudySummary, ...]
    has_more: bool
    oddities: tuple[Misunderstood, ...] = ()
    is_exact: bool = True


def every_study(
    connection: apsw.Connection, offset: int, limit: int, oddities: tuple[Misunderstood, ...] = ()
) -> SearchResult:
    """Return some of all studies, newest record first: what a query without words finds."""
    every = read_summaries(connection, offset, limit + 1)
    return SearchResult(every[:limit], len(every) > limit, oddities)
