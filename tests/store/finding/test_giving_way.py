"""A query that is wanted no more ends at once, wherever it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.store.facets.packing import Facet
from desktop_app.store.finding.finder import giving_way
from desktop_app.store.library import Library
from tests.store.synthetic import open_library, record

ENDLESS = (
    "WITH RECURSIVE every (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM every) "
    "SELECT count(*) FROM every"
)


class Unwanted(Exception):
    """Says that nothing is wanted any more."""


def after(calls: int) -> Callable[[], None]:
    """Returns what raises once it was called so often."""
    left = [calls]

    def give_way() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Unwanted

    return give_way


def test_a_statement_ends_while_it_runs(library: Library) -> None:
    connection = library._reading
    with pytest.raises(Unwanted), giving_way(connection, after(3)):
        connection.execute(ENDLESS).fetchall()
    assert connection.execute("SELECT 1").get == 1


@pytest.mark.parametrize("query", ["", "heart", "status:recruiting"])
def test_a_query_ends_between_any_two_steps(library: Library, query: str) -> None:
    library.add(record(1))
    calls = 0
    while True:
        try:
            every = list(library.find(query, give_way=after(calls)))
        except Unwanted:
            calls += 1
        else:
            break
    assert calls > 2
    assert every[-1].counts is not None


def test_all_studies_are_counted_again_only_where_the_library_changed(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.add(record(1))
        first = list(library.find(""))[-1].counts
        assert list(library.find(""))[-1].counts is first
        library.add(record(2))
        second = list(library.find(""))[-1].counts
    assert first is not None
    assert second is not None
    totals = [sum(counts[Facet.STATUS].values()) for counts in (first, second)]
    assert totals == [1, 2]
