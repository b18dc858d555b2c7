"""How many of the studies that a query finds have each value of each filter.

The choice of a filter does not narrow its own counts: they tell what choosing another value would
find.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import apsw

from desktop_app.store.facets.packing import NO_RESULTS, NOT_STATED, PARTS, RESULTS, Facet
from desktop_app.store.finding.plans import Plan
from desktop_app.store.finding.resolved import Choice

FacetCounts: TypeAlias = Mapping[Facet, Mapping[str, int]]
"""Numbers of studies by facet and value: a term, a year, the name of a country, NOT_STATED."""

Groups: TypeAlias = Iterable[tuple[int, int, int]]
"""The bits of facets, the id of a set of countries, and how many studies have both."""

_AT_ONCE = 20_000
_ROWS_AT_ONCE = 500
_IDS_AT_ONCE = 2_000


def groups_of_plan(connection: apsw.Connection, plan: Plan) -> Groups:
    """Return the groups of all that a plan finds, which must be one without choices."""
    sql, parameters = plan.select(
        "facet.packed, facet.countries, count(*)",
        tables=("facet",),
        ending="GROUP BY facet.packed, facet.countries",
    )
    return _groups(connection.execute(sql, parameters))


def _groups(rows: Iterable[tuple[Any, ...]]) -> Groups:
    return ((packed, countries, count) for packed, countries, count in rows)


def groups_of_rows(connection: apsw.Connection, rows: Sequence[int]) -> Groups:
    """Return the groups of some rows."""
    found: Counter[tuple[int, int]] = Counter()
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        part = ", ".join(map(str, rows[start : start + _ROWS_AT_ONCE]))
        found.update(
            connection.execute(f"SELECT packed, countries FROM facet WHERE row IN ({part})")
        )
    return [(packed, countries, count) for (packed, countries), count in found.items()]


def counts_of_all(connection: apsw.Connection, give_way: Callable[[], None]) -> FacetCounts:
    """Return the counts of all facets over the whole library; for ``give_way`` see below."""
    by_packed = "SELECT packed, count(*) FROM facet GROUP BY packed"
    by_set = "SELECT countries, count(*) FROM facet GROUP BY countries"
    whole: Counter[int] = Counter(dict(connection.execute(by_packed)))
    counts: dict[Facet, Mapping[str, int]] = {}
    for facet in PARTS:
        # An interrupt is heard while a statement runs, and lost between two of them.
        give_way()
        counts[facet] = _by_term(facet, whole, None)
    give_way()
    sets: Counter[int] = Counter(dict(connection.execute(by_set)))
    counts[Facet.COUNTRY] = _by_country(connection, sets, give_way)
    return counts


class CountsOfAll:
    """The counts over the whole library, counted once for each state of it.

    They are asked for whenever a search is cleared. The connection must be one that only reads.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._state: object = None
        self._counts: FacetCounts = {}

    def counts(self, give_way: Callable[[], None]) -> FacetCounts:
        """Return the counts as of now."""
        state = self._connection.pragma("data_version")
        if state != self._state:
            self._counts = counts_of_all(self._connection, give_way)
            self._state = state
        return self._counts


def facet_counts(
    connection: apsw.Connection,
    groups: Iterable[Groups],
    choices: Sequence[Choice],
    give_way: Callable[[], None],
) -> FacetCounts:
    """Return the counts of all facets; ``give_way`` raises where they are wanted no more."""
    by_set: Counter[int] = Counter()
    fits = _Fits(choices)
    others = {choice.facet for choice in choices}
    whole: Counter[int] = Counter()
    alone: dict[Facet, Counter[int]] = {facet: Counter() for facet in others}
    for group in groups:
        for place, (packed, countries, count) in enumerate(group):
            if place % _AT_ONCE == 0:
                give_way()
            wrong = fits.wrong(packed, countries) if others else ()
            if not wrong:
                whole[packed] += count
                by_set[countries] += count
            elif len(wrong) == 1:
                facet = wrong[0]
                if facet is Facet.COUNTRY:
                    by_set[countries] += count
                else:
                    alone[facet][packed] += count
    counts: dict[Facet, Mapping[str, int]] = {}
    for facet in PARTS:
        give_way()
        counts[facet] = _by_term(facet, whole, alone.get(facet))
    counts[Facet.COUNTRY] = _by_country(connection, by_set, give_way)
    return counts


class _Fits:
    """Tells which choices a group does not fit."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._tests = [(choice.facet, _test(choice)) for choice in choices]

    def wrong(self, packed: int, countries: int) -> tuple[Facet, ...]:
        found = {facet for facet, test in self._tests if not test(packed, countries)}
        return tuple(found)


def _test(choice: Choice) -> Callable[[int, int], bool]:
    if choice.facet is Facet.COUNTRY:
        return lambda _packed, countries: countries in choice.sets
    part = PARTS[choice.facet]
    shift, full, bits = part.shift, part.full, choice.bits
    if not part.is_mask:
        return lambda packed, _countries: (packed >> shift & full) in bits
    fitting = frozenset(
        value
        for value in range(full + 1)
        if any((value & one == one) if one else value == 0 for one in bits)
    )
    return lambda packed, _countries: (packed >> shift & full) in fitting


def _by_term(facet: Facet, whole: Counter[int], others: Counter[int] | None) -> Mapping[str, int]:
    part = PARTS[facet]
    by_bits: Counter[int] = Counter()
    for counts in (whole, others or Counter[int]()):
        for packed, count in counts.items():
            by_bits[packed >> part.shift & part.full] += count
    by_term: Counter[str] = Counter()
    for bits, count in by_bits.items():
        for term in part.terms_in(bits):
            by_term[term] += count
    if facet is Facet.RESULTS:
        return {RESULTS: by_term[RESULTS], NO_RESULTS: by_term[NOT_STATED]}
    return by_term


def _by_country(
    connection: apsw.Connection, by_set: Counter[int], give_way: Callable[[], None]
) -> Mapping[str, int]:
    by_name: Counter[str] = Counter()
    ids = sorted(by_set)
    for start in range(0, len(ids), _IDS_AT_ONCE):
        give_way()
        part = ", ".join(map(str, ids[start : start + _IDS_AT_ONCE]))
        for row, names in connection.execute(
            f"SELECT id, names FROM country_set WHERE id IN ({part})"
        ):
            for name in names.split("\n"):
                by_name[name] += by_set[row]
    return by_name
