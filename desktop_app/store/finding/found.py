"""The whole of what a query finds: its rows in their order, and the counts of its filters."""

import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice

import apsw

from desktop_app.store.finding.counting import (
    CountsOfAll,
    FacetCounts,
    facet_counts,
    groups_of_plan,
    groups_of_rows,
)
from desktop_app.store.finding.looking import Looker
from desktop_app.store.finding.orders import Order, SearchOrder
from desktop_app.store.finding.plans import plan_of
from desktop_app.store.finding.resolved import Choice, Every
from desktop_app.store.finding.rows import looked_at, noted_rows, rows_in_order
from desktop_app.store.queries.oddities import Misunderstood
from desktop_app.store.summaries import count_studies

_AT_ONCE = 20_000
_LOOKED_AT_ONCE = 50
_FIRST_REPORT = 0.3
_REPORTS_GROW = 2.0


@dataclass(frozen=True)
class Found:
    """What a query finds.

    ``rows`` are the keys of its rows, in the order asked; they hold as long as the library is not
    changed. While ``is_complete`` is false, there are at least so many, and more may come at the
    end. ``counts`` of the filters come last, None until then. Where ``all_studies`` tells how
    many there are, it is all of them as they are stored, and ``rows`` are not needed.
    """

    rows: "array[int]"
    is_complete: bool = True
    all_studies: int | None = None
    counts: FacetCounts | None = None
    oddities: tuple[Misunderstood, ...] = ()
    order: Order = field(default=SearchOrder.NEWEST)

    @property
    def total(self) -> int:
        """Return how many there are."""
        return len(self.rows) if self.all_studies is None else self.all_studies

    def place_of(self, row: int) -> int | None:
        """Return where a row stands, None where it was not found."""
        try:
            return self.rows.index(row)
        except ValueError:
            return None


def find_all(
    connection: apsw.Connection,
    root: Every,
    order: Order,
    looker: Looker,
    counts_of_all: CountsOfAll,
    give_way: Callable[[], None],
) -> Iterator[Found]:
    """Yield what a query finds, each time more of it: rows, then all rows, then the counts.

    ``give_way`` is called again and again, and raises where nothing is wanted any more.
    """
    if not root.parts and order is SearchOrder.NEWEST:
        found = Found(array("q"), all_studies=count_studies(connection), order=order)
        yield found
        yield replace(found, counts=counts_of_all.counts(give_way))
        return
    found = Found(array("q"), is_complete=False, order=order)
    for found in _growing(connection, root, order, looker, give_way):
        yield found
    if not root.parts:
        yield replace(found, counts=counts_of_all.counts(give_way))
        return
    plan = plan_of(root)
    if plan.looked_at:
        every = without_choices(root)
        rows = found.rows if every == root else _all_rows(connection, every, looker, give_way)
        groups = [groups_of_rows(connection, rows)]
    else:
        groups = [groups_of_plan(connection, plan_of(without_choices(root)))]
        noted = noted_rows(connection, without_choices(root), looker)
        if noted:
            groups.append(groups_of_rows(connection, _missing(connection, root, noted)))
    counts = facet_counts(connection, groups, plan.choices, give_way)
    yield replace(found, counts=counts)


def without_choices(root: Every) -> Every:
    """Return a query without what filters choose."""
    return Every(tuple(part for part in root.parts if not isinstance(part, Choice)))


def _growing(
    connection: apsw.Connection,
    root: Every,
    order: Order,
    looker: Looker,
    give_way: Callable[[], None],
) -> Iterator[Found]:
    rows = array("q")
    plan = plan_of(root)
    step = _LOOKED_AT_ONCE if plan.looked_at else _AT_ONCE
    pause, told = _FIRST_REPORT, time.monotonic()
    with closing(rows_in_order(connection, root, order, looker)) as every:
        fitting = looked_at(every, plan, looker)
        while part := tuple(islice(fitting, step)):
            rows.extend(part)
            give_way()
            if plan.looked_at and time.monotonic() - told >= pause:
                yield Found(rows[:], is_complete=False, order=order)
                pause, told = pause * _REPORTS_GROW, time.monotonic()
    yield Found(rows, order=order)


def _all_rows(
    connection: apsw.Connection, root: Every, looker: Looker, give_way: Callable[[], None]
) -> "array[int]":
    *_, found = _growing(connection, root, SearchOrder.NEWEST, looker, give_way)
    return found.rows


def _missing(connection: apsw.Connection, root: Every, noted: list[int]) -> list[int]:
    """Return of the rows that are found by their notes those that are not found without them."""
    plan = plan_of(without_choices(root))
    sql = "SELECT 1 FROM study_text WHERE study_text MATCH ? AND rowid = ?"
    return [row for row in noted if connection.execute(sql, (plan.match, row)).get is None]
