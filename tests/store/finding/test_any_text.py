import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.store.library import Library
from desktop_app.store.queries.fields import FIELDS
from desktop_app.store.search import SearchOrder, SortColumn, Sorting
from tests.store.synthetic import open_library, record

_PIECES = (
    *(f"{field.name}:" for field in FIELDS),
    *("asthma", "a", "sto", "study", "NCT00", "NCT00000001", "2", "2024", ">", "<", "..", ","),
    *(" ", " ", '"', "(", ")", " OR ", " -", "NOT ", "*", "'", "é", "\\", "%", "recruiting"),
)
_TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=40),
    st.lists(st.sampled_from(_PIECES), max_size=14).map("".join),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = open_library(tmp_path_factory.mktemp("any"))
    for number in (1, 2):
        library.add(record(number))
    return library


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(query=_TEXTS)
def test_any_text_is_a_query_that_finds_the_same_whichever_way(
    library: Library, query: str
) -> None:
    count = library.count_matches(query)
    kept = set()
    for order in (
        SearchOrder.NEWEST,
        SearchOrder.RELEVANCE,
        Sorting(SortColumn.TITLE),
        Sorting(SortColumn.UPDATED),
    ):
        rows = library.search(query, order=order).summaries
        *_, whole = library.find(query, order=order)
        assert library.found_page(whole, 0, 9) == rows
        assert whole.total == count == len(rows)
        kept.add(frozenset(row.nct_id for row in rows))
    assert len(kept) == 1
    library.explain(["NCT00000001"], query)
    library.completions(query, len(query))
    library.find_identifier(query)
    assert library.count() == 2
