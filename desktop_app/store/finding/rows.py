"""The rows that a query finds, in their order, one after the other."""

from collections.abc import Generator, Iterator
from contextlib import closing
from heapq import merge
from itertools import chain, islice

import apsw

from desktop_app.store.finding.looking import Looker
from desktop_app.store.finding.orders import OLDEST, Order, SearchOrder, Sorting, ordering
from desktop_app.store.finding.plans import Plan, notes_match, plan_of, tiers
from desktop_app.store.finding.resolved import Condition, Every

_MOST_NOTES = 50_000
_READ_AHEAD, _MOST_READ_AHEAD = 4, 64
"""Documents that are read together: few for the first rows, which are waited for."""
# Records without a date have keys below 0.
_OLDEST_FIRST = (Condition("{key} >= 0"), Condition("{key} < 0"))


def rows_in_order(
    connection: apsw.Connection,
    root: Every,
    order: Order,
    looker: Looker,
    *,
    most: int | None = None,
    is_quick: bool = False,
) -> Generator[int]:
    """Yield the keys of the rows that a query finds; close it when enough are there.

    Rows are read as they are asked for where the order allows. ``most`` is how many are wanted at
    most: an order by a column is found sooner for few. Where texts have to be looked at, that is
    not yet done: see ``looked_at``.
    """
    noted = noted_rows(connection, root, looker)
    if order is SearchOrder.RELEVANCE:
        yield from _by_tiers(connection, root, noted, is_quick=is_quick)
    elif isinstance(order, Sorting) and noted:
        yield from _sorted_with(connection, root, order, noted)
    else:
        plan = plan_of(root, is_quick=is_quick)
        limit = most if isinstance(order, Sorting) and not plan.looked_at else None
        with closing(_rows(connection, plan, order, limit)) as rows:
            yield from _without_repeats(merge(rows, noted, reverse=True)) if noted else rows


def looked_at(rows: Iterator[int], plan: Plan, looker: Looker) -> Generator[int]:
    """Yield of rows those whose texts are as the query says, for as long as there is time."""
    if not plan.looked_at:
        yield from rows
        return
    step = _READ_AHEAD
    while part := list(islice(rows, step)):
        looker.read_ahead(part, plan.looked_at)
        for row in part:
            if looker.fits(row, plan.looked_at):
                yield row
            if looker.is_late():
                return
        step = min(step * 2, _MOST_READ_AHEAD)


def noted_rows(connection: apsw.Connection, root: Every, looker: Looker) -> list[int]:
    """Return the rows of studies in whose notes all words are, newest first."""
    match = notes_match(root)
    if not match:
        return []
    sql = (
        "SELECT study.row FROM personal.note_words JOIN study "
        "ON study.nct_number = note_words.rowid WHERE note_words MATCH ? LIMIT ?"
    )
    found = sorted((row for (row,) in connection.execute(sql, (match, _MOST_NOTES))), reverse=True)
    if not found:
        return []
    looker.noted = frozenset(found)
    return _fitting(connection, root, found)


def _fitting(connection: apsw.Connection, root: Every, rows: list[int]) -> list[int]:
    """Return of some rows those that the other conditions allow."""
    plan = plan_of(root)
    among = Condition(f"{{key}} IN ({', '.join(map(str, rows))})")
    rest = Plan("", plan.conditions, plan.choices)
    sql, parameters = rest.select("{key}", tables=("facet",), also=among)
    return sorted((row for (row,) in connection.execute(sql, parameters)), reverse=True)


def _rows(
    connection: apsw.Connection, plan: Plan, order: Order, limit: int | None = None
) -> Generator[int]:
    clause, tables = ordering(order)
    ending = clause if limit is None else f"{clause} LIMIT {limit}"
    # A cursor that is not read to its end would keep the library as it is now from changing.
    with closing(connection.cursor()) as cursor:
        for part in _OLDEST_FIRST if order == OLDEST else (None,):
            sql, parameters = plan.select("{key}", tables=tables, ending=ending, also=part)
            yield from chain.from_iterable(cursor.execute(sql, parameters))


def _by_tiers(
    connection: apsw.Connection, root: Every, noted: list[int], *, is_quick: bool
) -> Generator[int]:
    missing = set(noted)
    for plan in tiers(root, is_quick=is_quick):
        with closing(_rows(connection, plan, SearchOrder.NEWEST)) as rows:
            for row in rows:
                missing.discard(row)
                yield row
    yield from sorted(missing, reverse=True)


def _sorted_with(
    connection: apsw.Connection, root: Every, order: Sorting, noted: list[int]
) -> Generator[int]:
    """Yield rows in an order by a column, with those that are found by their notes alone."""
    plan = plan_of(root)
    clause, tables = ordering(order)
    found = "+{key} IN (SELECT rowid FROM study_text WHERE study_text MATCH ?)"
    either = Condition(f"({found} OR {{key}} IN ({', '.join(map(str, noted))}))", (plan.match,))
    whole = Plan("", plan.conditions, plan.choices)
    sql, parameters = whole.select("{key}", tables=("facet", *tables), ending=clause, also=either)
    with closing(connection.cursor()) as cursor:
        yield from chain.from_iterable(cursor.execute(sql, parameters))


def _without_repeats(rows: Iterator[int]) -> Generator[int]:
    last = None
    for row in rows:
        if row != last:
            yield row
        last = row
