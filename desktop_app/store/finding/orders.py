"""The orders in which studies are listed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from desktop_app.store.facets.packing import Facet


class SearchOrder(Enum):
    """What comes first in the result of a search.

    RELEVANCE puts studies first in whose numbers and titles all words occur, then those in whose
    conditions and interventions as well, then the others; each newest record first. That can be
    told to people, and takes no longer where half of the library fits; weighing how often words
    occur (bm25) has to weigh every study that fits, and takes seconds for a common word.
    """

    NEWEST = "newest"
    RELEVANCE = "relevance"


class SortColumn(Enum):
    """What studies can be sorted by; phases and statuses by their bits."""

    NUMBER = "number"
    TITLE = "title"
    STATUS = "status"
    PHASE = "phase"
    TYPE = "type"
    ENROLLMENT = "enrollment"
    SPONSOR = "sponsor"
    START = "start"
    COMPLETION = "completion"
    UPDATED = "updated"


class Sorting(NamedTuple):
    """An order by a column; what is not stated comes last in both directions."""

    column: SortColumn
    is_descending: bool = False


OLDEST = Sorting(SortColumn.UPDATED)
"""The order of the keys of rows, apart from records without a date."""

Order: TypeAlias = SearchOrder | Sorting


def _bits(facet: Facet) -> str:
    from desktop_app.store.facets.packing import PARTS

    part = PARTS[facet]
    return f"nullif(facet.packed >> {part.shift} & {part.full}, 0)"


@cache
def _keys() -> Mapping[SortColumn, tuple[str, bool, str]]:
    """Return the value, whether it may be missing, and the table that holds it."""
    # Loaded here, for the window is painted with an order that needs none of it.
    from desktop_app.store.facets.packing import Facet

    return {
        SortColumn.NUMBER: ("study.nct_number", False, "study"),
        SortColumn.TITLE: ("nullif(study.brief_title, '') COLLATE NOCASE", True, "study"),
        SortColumn.STATUS: (_bits(Facet.STATUS), True, "facet"),
        SortColumn.PHASE: (_bits(Facet.PHASE), True, "facet"),
        SortColumn.TYPE: (_bits(Facet.STUDY_TYPE), True, "facet"),
        SortColumn.ENROLLMENT: ("study.enrollment_count", True, "study"),
        SortColumn.SPONSOR: ("nullif(study.lead_sponsor, '') COLLATE NOCASE", True, "study"),
        SortColumn.START: ("facet.start", True, "facet"),
        SortColumn.COMPLETION: ("study.completion_date", True, "study"),
        SortColumn.UPDATED: ("{key}", False, ""),
    }


def ordering(order: Order) -> tuple[str, tuple[str, ...]]:
    """Return the clause of an order, and the tables that it needs."""
    if isinstance(order, SearchOrder):
        return "ORDER BY {key} DESC", ()
    value, may_be_missing, table = _keys()[order.column]
    direction = "DESC" if order.is_descending else "ASC"
    first = f"{value} {direction}" + (" NULLS LAST" if may_be_missing else "")
    if order.column is SortColumn.UPDATED:
        return f"ORDER BY {first}", ()
    return f"ORDER BY {first}, {{key}} DESC", (table,)
