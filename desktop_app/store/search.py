"""What a search of the library answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.store.finding.orders import Order, SearchOrder, SortColumn, Sorting

if TYPE_CHECKING:
    from desktop_app.store.queries.oddities import Misunderstood
    from desktop_app.study.summary import StudySummary

__all__ = ["Order", "SearchOrder", "SearchResult", "SortColumn", "Sorting"]


class SearchResult(NamedTuple):
    """Some of the studies that fit, and whether there are more after them.

    ``oddities`` tell what of the query was not understood; the rest was searched. Where it is not
    ``is_exact``, some that belong between these come with the whole result only.
    """

    summaries: tuple[StudySummary, ...]
    has_more: bool
    oddities: tuple[Misunderstood, ...] = ()
    is_exact: bool = True
