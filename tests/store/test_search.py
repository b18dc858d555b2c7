import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.readers.reading import ReadRecord
from desktop_app.store.failures import SearchInterrupted, store_failures
from desktop_app.store.library import Library
from desktop_app.store.search import SearchOrder
from tests.store.synthetic import open_library, record


def found(library: Library, query: str, order: SearchOrder = SearchOrder.NEWEST) -> list[int]:
    result = library.search(query, order=order)
    assert library.count_matches(query) == len(result.summaries)
    return [int(summary.nct_id[3:]) for summary in result.summaries]


def titled(number: int, title: str, date: str = "2024-05-01", **elements: Any) -> ReadRecord:
    return record(number, date, identification={"briefTitle": title}, **elements)


@pytest.fixture
def shelf(library: Library) -> Library:
    summary = {"briefSummary": "Rolls over from NCT03816852, in Sjögren’s syndrome."}
    for each in (
        titled(1, "Hypertension in adults", "2024-01-01"),
        titled(2, "SARS-CoV-2 vaccines: a study of naïve children", "2024-02-01"),
        titled(3, "Sarcoma and gabapentin", "2024-03-01", descriptionModule=summary),
        titled(3_816_852, "Mesenchymal stem cells", "2024-01-15"),
        titled(3_816_999, "Running for the heart", "2024-04-01"),
    ):
        library.add(each)
    return library


def test_an_empty_query_finds_all_newest_first(shelf: Library) -> None:
    assert found(shelf, "  ") == [3_816_999, 3, 2, 3_816_852, 1]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("hypertension", [1]),
        ("HYPERTENSION ", [1]),
        ("vaccine ", [2]),
        ("naive", [2]),
        ("NAÏVE child", [2]),
        ("sjogren", [3]),
        ("Sjögren's syndromes", [3]),
        ("runs ", [3_816_999]),
        ("sars", [2]),
        ("sarc", [3]),
        ("gas", []),
        ("stem cell", [3_816_852]),
        ("cell stem", [3_816_852]),
        ("stem hypertension", []),
        ("asthma s", [3, 2, 3_816_852]),
        ("phase 2 hear", [3_816_999]),
        ("recruiting mesenchymal", [3_816_852]),
        ("Aurora Institute hyper", [1]),
        ("zzz", []),
    ],
)
def test_all_words_must_occur_somewhere(shelf: Library, query: str, numbers: list[int]) -> None:
    assert found(shelf, query) == numbers


@pytest.mark.parametrize("word", ["hypertension", "vaccines", "running", "mesenchymal", "children"])
def test_nothing_is_lost_on_the_way_while_a_word_is_typed(shelf: Library, word: str) -> None:
    (number,) = found(shelf, word + " ")
    for length in range(1, len(word) + 1):
        assert number in found(shelf, word[:length]), word[:length]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("NCT03816852", [3_816_852, 3]),
        ("nct03816852 ", [3_816_852, 3]),
        ("03816852", [3_816_852, 3]),
        ("NCT0381", [3_816_999, 3, 3_816_852]),
        ("NCT038169", [3_816_999]),
        ("NCT03", [3_816_999, 3_816_852]),
        ("NCT0", [3_816_999, 3, 2, 3_816_852, 1]),
        ("nct", [3_816_999, 3, 2, 3_816_852, 1]),
        ("NCT03 heart", [3_816_999]),
        ("NCT1", []),
        ("NCT0381 mesen", [3_816_852]),
    ],
)
def test_a_study_is_found_by_its_number_or_the_beginning_of_it(
    shelf: Library, query: str, numbers: list[int]
) -> None:
    assert found(shelf, query) == numbers


def test_a_former_number_finds_the_study(library: Library) -> None:
    library.add(record(31, identification={"nctIdAliases": ["NCT00000030"]}))
    assert found(library, "NCT00000030") == [31]


def test_relevance_puts_titles_first_then_conditions_then_the_rest(library: Library) -> None:
    gout = {"conditionsModule": {"conditions": ["Gout"]}}
    summary = {"descriptionModule": {"briefSummary": "For gout."}}
    for each in (
        titled(1, "Gout", "2020-01-01"),
        titled(2, "Pain", "2021-01-01", **gout),
        titled(3, "Pain", "2022-01-01", **summary),
        titled(4, "Gout", "2019-01-01", **gout),
    ):
        library.add(each)
    assert found(library, "gout") == [3, 2, 1, 4]
    assert found(library, "gout", SearchOrder.RELEVANCE) == [1, 4, 2, 3]
    pages = [
        library.search("gout", order=SearchOrder.RELEVANCE, offset=offset, limit=1)
        for offset in range(5)
    ]
    assert [int(page.summaries[0].nct_id[3:]) for page in pages[:4]] == [1, 4, 2, 3]
    assert [page.has_more for page in pages] == [True, True, True, False, False]
    assert pages[4].summaries == ()


def test_a_page_tells_whether_there_is_more(shelf: Library) -> None:
    first = shelf.search("asthma", limit=3)
    assert first.has_more
    second = shelf.search("asthma", offset=3, limit=3)
    assert not second.has_more
    assert [int(summary.nct_id[3:]) for summary in second.summaries] == [3_816_852, 1]
    assert shelf.search("", limit=4).has_more
    assert not shelf.search("", limit=5).has_more


def test_only_the_current_version_is_found(library: Library) -> None:
    library.add(titled(1, "Gout", "2024-01-01"))
    library.add(titled(1, "Eczema", "2025-01-01"))
    library.add(titled(1, "Migraine", "2023-01-01"))
    assert found(library, "eczema") == [1]
    assert found(library, "gout") == []
    assert found(library, "migraine") == []


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = open_library(tmp_path_factory.mktemp("search"))
    library.add(record(1))
    return library


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(query=st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_a_query(searched: Library, query: str) -> None:
    for order in SearchOrder:
        matches = len(searched.search(query, order=order).summaries)
        assert matches == searched.count_matches(query)


@pytest.mark.parametrize(
    "query",
    ['"', "'", '"" OR ""', "a* b^2", "NEAR(a b)", "title:asthma", "-asthma", "a\0b", "\ud800",
     "x" * 100_000, "%_", "; DROP TABLE study", "{title}: a", "NCT", "nct" + "9" * 50, "١٢٣",
     " ".join(f"word{number}" for number in range(300))],
)  # fmt: skip
def test_operators_and_odd_characters_are_data(shelf: Library, query: str) -> None:
    for order in SearchOrder:
        assert len(shelf.search(query, order=order).summaries) == shelf.count_matches(query)
    assert shelf.count() == 5


def count_until_interrupted(library: Library) -> None:
    for _ in range(10_000):
        library.count_matches("s")


def find_until_interrupted(library: Library) -> None:
    for _ in range(10_000):
        for found in library.find("study status:recruiting"):
            assert found.total


@pytest.mark.parametrize(
    "search_until_interrupted", [count_until_interrupted, find_until_interrupted]
)
def test_a_running_search_gives_way(
    folder: Path, search_until_interrupted: Callable[[Library], None]
) -> None:
    with open_library(folder) as library:
        list(library.add_all(record(number) for number in range(1, 1_500)))
        started, stop = threading.Event(), threading.Event()

        def keep_interrupting() -> None:
            started.set()
            while not stop.is_set():
                library.interrupt()

        thread = threading.Thread(target=keep_interrupting)
        thread.start()
        started.wait(10)
        try:
            for _ in range(25):
                with pytest.raises(SearchInterrupted):
                    search_until_interrupted(library)
        finally:
            stop.set()
            thread.join()
        assert library.count_matches("s") == 1_499


def test_a_search_that_is_wanted_no_more_ends(shelf: Library) -> None:
    class NotWanted(Exception):
        pass

    def give_way() -> None:
        raise NotWanted

    with pytest.raises(NotWanted):
        list(shelf.find("asthma", give_way=give_way))
    *_, whole = shelf.find("asthma")
    assert whole.total == 5


def test_what_an_interrupted_search_was_reading_is_let_go(tmp_path: Path) -> None:
    """An open cursor that the error kept would have the next search interrupted as well."""
    connection = apsw.Connection(str(tmp_path / "numbers"))
    read: list[weakref.ref[apsw.Cursor]] = []

    def interrupted_between_rows() -> None:
        cursor = connection.execute("SELECT 1 UNION ALL SELECT 2")
        read.append(weakref.ref(cursor))
        raise apsw.InterruptError

    with pytest.raises(SearchInterrupted) as kept, store_failures(tmp_path):
        interrupted_between_rows()
    assert read[0]() is None, kept
    connection.close()
