from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.facets.packing import Facet
from desktop_app.store.library import Library
from desktop_app.store.personal import named_plans, plans
from desktop_app.store.personal.values import TagColour
from desktop_app.store.personal.writer import PersonalWriter
from desktop_app.store.search import SearchOrder, SortColumn, Sorting
from tests.store.synthetic import open_library, record


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as library:
        for number, title in enumerate(("Gout", "Asthma", "Asthma and gout", "Eczema"), 1):
            library.add(record(number, f"2024-0{number}-01", identification={"briefTitle": title},
                               conditionsModule={"conditions": []}))  # fmt: skip
        writer = PersonalWriter(library.personal_path)
        for plan in (
            plans.star([1, 3], starred=True),
            named_plans.create_tag("To do", TagColour.RED, [2]),
            named_plans.create_tag("Toes", TagColour.RED, [1]),
            named_plans.create_collection("Joints", [1, 3]),
            plans.set_own_status([4], "screening"),
            plans.set_note(4, "Ask whether gouty patients may join; Sjögren’s"),
            plans.set_note(1, "Nothing"),
        ):
            writer.perform(plan)
        writer.close()
        library.set_opened("NCT00000002")
        yield library


def numbers(library: Library, query: str) -> list[int]:
    found = [int(one.nct_id[3:]) for one in library.search(query).summaries]
    *_, whole = library.find(query)
    assert [int(one.nct_id[3:]) for one in library.found_page(whole, 0, 9)] == found
    assert library.count_matches(query) == whole.total == len(found)
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("is:starred", [3, 1]),
        ("has:star", [3, 1]),
        ("-is:starred", [4, 2]),
        ("is:starred asthma ", [3]),
        ('tag:"to do"', [2]),
        ("tag:to", [2, 1]),
        ("tag:TOES", [1]),
        ('tag:"to do",toes', [2, 1]),
        ("-tag:toes", [4, 3, 2]),
        ("has:tag", [2, 1]),
        ("collection:joints", [3, 1]),
        ("own:screening", [4]),
        ("own:scr", [4]),
        ("has:note", [4, 1]),
        ("note:gouty ", [4]),
        ("note:sjogren ", [4]),
        ("note:patient", [4]),
        ("note:zzz ", []),
        ("is:opened", [2]),
        ("is:unread", [4, 3, 1]),
        ("is:changed", []),
        ("is:starred OR tag:toes OR own:screening ", [4, 3, 1]),
    ],
)
def test_studies_are_found_by_what_the_person_did(
    library: Library, query: str, expected: list[int]
) -> None:
    assert numbers(library, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("gout", [4, 3, 1]),
        ("gouts ", [3, 1]),
        ("gouty ", [4]),
        ("sjo", [4]),
        ("sjogren patients ", [4]),
        ("whether is:starred ", []),
        ("whether own:screening ", [4]),
        ("whether status:recruiting ", [4]),
        ("whether status:completed ", []),
        ("title:whether ", []),
        ('"may join"', [4]),
    ],
)
def test_plain_words_find_notes_as_well(library: Library, query: str, expected: list[int]) -> None:
    assert numbers(library, query) == expected


def test_a_study_is_changed_until_its_new_version_was_opened(library: Library) -> None:
    library.add(record(2, "2025-01-01"))
    assert numbers(library, "is:changed") == [2]
    assert numbers(library, "study is:changed") == [2]
    assert numbers(library, "-is:changed") == [4, 3, 1]


def test_studies_that_are_found_by_their_notes_are_counted_and_sorted_too(
    library: Library,
) -> None:
    *_, whole = library.find("gout")
    assert whole.counts is not None
    assert whole.counts[Facet.STATUS] == {"RECRUITING": 3}
    for order, expected in (
        (SearchOrder.RELEVANCE, [3, 1, 4]),
        (Sorting(SortColumn.TITLE), [3, 4, 1]),
        (Sorting(SortColumn.TITLE, is_descending=True), [1, 4, 3]),
    ):
        rows = library.search("gout", order=order).summaries
        assert [int(one.nct_id[3:]) for one in rows] == expected
        *_, whole = library.find("gout", order=order)
        assert library.found_page(whole, 0, 9) == rows


def test_a_note_explains_why_its_study_was_found(library: Library) -> None:
    found = library.explain(["NCT00000004"], "gout")["NCT00000004"]
    assert found.label == "Your note"
    assert "gouty" in found.text


def test_names_of_tags_and_collections_complete_a_query(library: Library) -> None:
    assert [one.text for one in library.completions("tag:", 4)] == ['"To do"', "Toes"]
    assert [one.text for one in library.completions("collection:j", 12)] == ["Joints"]
    assert "screening" in [one.text for one in library.completions("own:", 4)]
