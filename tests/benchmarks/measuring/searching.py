"""Searches as they are typed: from a key to the rows, and to the whole result with its counts."""

import string
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from desktop_app.readers.detect import reread
from desktop_app.store.finding.found import Found
from desktop_app.store.library import Library
from desktop_app.store.search import Order, SearchOrder, SortColumn, Sorting
from tests.benchmarks.measuring.tables import percentile

ROWS = 100
"""The page that the list asks for."""
LIMIT = 50
STORE_LIMIT = 25
"""Milliseconds from key to painted rows, and the part of it that is for the store."""

TYPED = (
    "cancer", "breast cancer", "study of patients", "hypertension", "diabetes type 2",
    "covid-19 vaccine", "pembrolizumab", "treatment", "neuropathic pain", "randomized placebo",
    "houston texas", "müller", "stomach", "heart failure ", "Neoplasms by Site",
)  # fmt: skip
PHRASES = (
    '"heart failure"', '"standard of care"', '"breast cancer" -metastatic', '"quality of life"',
    '"type 2 diabetes" insulin', '"randomized study"',
)  # fmt: skip
FIELDS = (
    "condition:cancer", "intervention:metformin", 'sponsor:"University of"', "country:Germany",
    "city:Houston", "status:recruiting", "phase:2", "type:observational", "sex:female", "age:12",
    "start:>2024-01", "updated:<365d", "has:results", "condition:asthma country:France phase:3",
    "cancer status:recruiting", "cancer -condition:breast OR condition:lung",
)  # fmt: skip
ORDERS = tuple(Sorting(column, is_descending=way) for column in SortColumn for way in (False, True))


@dataclass(slots=True)
class Times:
    """Milliseconds of searches of one kind."""

    name: str
    first: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    is_search: bool = True

    def add(self, query: str, first: tuple[float, float], rest: float | None) -> None:
        """Note how long the rows took, with the work in it, and all that follows."""
        self.first.append(first[0])
        self.worked.append(first[1])
        self.slowest = max(self.slowest, (first[0], query))
        if rest is not None:
            self.whole.append(first[0] + rest)

    def row(self) -> tuple[str, ...]:
        """Return name, number, p50, p95 and the slowest; then the same of the whole result."""
        cells = [f"{percentile(self.first, part):.1f}" for part in (0.5, 0.95)]
        cells.append(f"{percentile(self.worked, 0.95):.1f}")
        more = [f"{percentile(self.whole, part):.0f}" if self.whole else "" for part in (0.5, 0.95)]
        slowest = f"{self.slowest[0]:.1f}"
        return self.name, str(len(self.first)), *cells, slowest, self.slowest[1][:40], *more


HEADER = (
    *("what", "searches", "p50", "p95", "p95 of work", "slowest", "which"),
    *("whole p50", "whole p95"),
)


def measure(folder: Path) -> list[Times]:
    """Search the library of a folder; returns what each kind took."""
    with Library.open(folder, reader=reread, read_only=True) as library:
        return [
            _searched(library, "one letter", string.ascii_lowercase),
            _searched(library, "two letters", _two_letters()),
            _searched(library, "typed key by key", _keys(TYPED)),
            _searched(library, "phrases", PHRASES),
            _searched(library, "fields and filters", FIELDS),
            _sorted(library, ""),
            _sorted(library, "cancer"),
            _scrolled(library),
        ]


def _keys(queries: Iterable[str]) -> Iterator[str]:
    """Yield what stands in the search box after each key."""
    return (query[:length] for query in queries for length in range(1, len(query) + 1))


def _two_letters() -> Iterator[str]:
    return (first + second for first in "abcdefghimnoprstuv" for second in "aeiory")


def _searched(library: Library, name: str, queries: Iterable[str]) -> Times:
    times = Times(name)
    for query in queries:
        first = _timed(partial(library.search, query, limit=ROWS))
        times.add(query, first, _timed(partial(_find, library, query))[0])
    return times


def _sorted(library: Library, query: str) -> Times:
    times = Times(f"sorted by a column: {query or 'all'}", is_search=False)
    for order in ORDERS:
        first = _timed(partial(library.search, query, order=order, limit=ROWS))
        rest, _ = _timed(partial(_find, library, query, order))
        way = "down" if order.is_descending else "up"
        times.add(f"{order.column.name} {way}", first, rest)
    return times


def _scrolled(library: Library) -> Times:
    """Look at pages far down in what was found."""
    times = Times("pages far down", is_search=False)
    for query in ("", "cancer", "s"):
        found = _find(library, query)
        for part in range(20):
            offset = found.total * part // 20
            page = _timed(partial(library.found_page, found, offset, ROWS))
            times.add(f"{query or 'all'} from {offset:,}", page, None)
    return times


def _find(library: Library, query: str, order: Order = SearchOrder.NEWEST) -> Found:
    """Return the whole of what a query finds, with the counts of the filters."""
    *_, found = library.find(query, order=order)
    return found


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds that something takes, and those of them in which it worked."""
    start, worked = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - start) * 1_000, (time.thread_time() - worked) * 1_000
