from array import array
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.store.facets.packing import NO_RESULTS, NOT_STATED, RESULTS, Facet
from desktop_app.store.finding.found import Found
from desktop_app.store.library import Library
from desktop_app.store.queries.oddities import Problem
from desktop_app.store.search import Order, SearchOrder, SortColumn, Sorting
from tests.store.synthetic import content, open_library, read_record, record


def made(number: int, title: str, date: str = "2024-05-01", **parts: Any) -> dict[str, Any]:
    """Return a record; parts of modules by the names that the table below gives them."""
    value = content(number, date, identification={"briefTitle": title, **parts.pop("ids", {})})
    protocol = value["protocolSection"]
    protocol["statusModule"]["overallStatus"] = parts.pop("status", "RECRUITING")
    protocol["designModule"] = {
        "studyType": parts.pop("type", "INTERVENTIONAL"),
        "phases": parts.pop("phases", []),
        "enrollmentInfo": {"count": parts.pop("count", 10)},
    }
    if "start" in parts:
        protocol["statusModule"]["startDateStruct"] = {"date": parts.pop("start")}
    if "end" in parts:
        protocol["statusModule"]["completionDateStruct"] = {"date": parts.pop("end")}
    if "sponsor" in parts:
        name, kind = parts.pop("sponsor")
        protocol["sponsorCollaboratorsModule"] = {"leadSponsor": {"name": name, "class": kind}}
    criteria = parts.pop("criteria", "Inclusion Criteria:\n\n* Adults")
    protocol["eligibilityModule"] = {"eligibilityCriteria": criteria, **parts.pop("people", {})}
    protocol["conditionsModule"] = {"conditions": parts.pop("conditions", ["Asthma"])}
    places = parts.pop("places", [])
    protocol["contactsLocationsModule"] = {
        "locations": [{"city": city, "country": country} for city, country in places]
    }
    protocol["descriptionModule"] = {"briefSummary": parts.pop("summary", "A summary.")}
    value["hasResults"] = parts.pop("results", False)
    value["derivedSection"] = parts.pop("derived", {})
    assert not parts
    return value


TERMS = {
    "conditionBrowseModule": {
        "meshes": [{"id": "D001943", "term": "Breast Neoplasms"}],
        "ancestors": [{"id": "D009371", "term": "Neoplasms by Site"}],
    }
}
SHELF = (
    made(
        1, "Breast cancer and tamoxifen", "2024-01-01",
        phases=["PHASE2", "PHASE3"], places=[("Boston", "United States"), ("Lyon", "France")],
        sponsor=("Pfizer", "INDUSTRY"), start="2020-03", end="2026-06-30", count=200,
        people={"sex": "FEMALE", "minimumAge": "18 Years", "stdAges": ["ADULT", "OLDER_ADULT"]},
        derived=TERMS, conditions=["Breast Cancer"], results=True,
    ),
    made(
        2, "Cancer of the breast, a registry", "2024-02-01", status="COMPLETED",
        type="OBSERVATIONAL", places=[("Seoul", "Korea, Republic of")], start="2024-02-15",
        people={"sex": "ALL", "minimumAge": "12 Years", "maximumAge": "17 Years",
                "stdAges": ["CHILD"]},
        criteria="Inclusion Criteria:\n\n* Girls\n\nExclusion Criteria:\n\n* Heart failure",
    ),
    made(
        3, "Heart failure at home", "2024-03-01", phases=["PHASE2"], status="SUSPENDED",
        places=[("Tromsø", "Norway")], sponsor=("Zürich Hospital", "OTHER"), start="2019",
        people={"sex": "MALE", "maximumAge": "65 Years", "stdAges": ["CHILD", "ADULT"]},
        count=30,
    ),
    made(
        4, "An app for failing hearts", "2024-04-01", phases=["NA"],
        summary="Breast\ncancer is not what this is about. The “heart failure” app.",
        places=[("Niamey", "Niger"), ("Abuja", "Nigeria")], start="2024-01-10", count=5,
        people={"stdAges": ["ADULT"]},
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = open_library(tmp_path_factory.mktemp("finding"))
    for each in SHELF:
        library.add(read_record(each))
    return library


def whole(library: Library, query: str, order: Order = SearchOrder.NEWEST) -> Found:
    *_, last = library.find(query, order=order)
    assert last.is_complete
    return last


def numbers(library: Library, query: str, order: Order = SearchOrder.NEWEST) -> list[int]:
    """Return what a query finds; all ways of asking must agree."""
    first = [int(one.nct_id[3:]) for one in library.search(query, order=order).summaries]
    found = whole(library, query, order)
    assert [int(one.nct_id[3:]) for one in library.found_page(found, 0, 100)] == first
    assert found.total == library.count_matches(query) == len(first)
    return first


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("breast ", [4, 2, 1]),
        ('"breast cancer"', [4, 1]),
        ('"Breast  CANCER" ', [4, 1]),
        ('"heart failure"', [4, 3, 2]),
        ('-"breast cancer"', [3, 2]),
        ('breast -"breast cancer"', [2]),
        ('"breast cancer" OR home ', [4, 3, 1]),
        ('"breast cancer" tamoxifen ', [1]),
        ('"cancer"', [4, 2, 1]),
        ("breast -tamoxifen ", [4, 2]),
        ("-tamoxifen", [4, 3, 2]),
        ("-tamoxifen -app", [3, 2]),
        ("tamoxifen OR app ", [4, 1]),
        ("(tamoxifen OR app) phase:2 ", [1]),
        ("-(tamoxifen OR app) ", [3, 2]),
        ("neoplasm", [1]),
        ("neoplasms ", [1]),
        ("condition:neoplasms ", [1]),
        ("condition:breast ", [1]),
        ('condition:"breast cancer"', [1]),
        ('condition:"cancer breast"', []),
        ('title:"heart failure"', [3]),
        ("title:heart ", [4, 3]),
        ("title:he", [4, 3]),
        ("title:hear", [4, 3]),
        ("criteria:heart ", [2]),
        ("city:boston ", [1]),
        ("city:tromso ", [3]),
        ("tromso", [3]),
        ("sponsor:pfizer ", [1]),
        ("sponsor:zurich ", [3]),
    ],
)
def test_words_and_phrases(shelf: Library, query: str, expected: list[int]) -> None:
    assert numbers(shelf, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("status:recruiting", [4, 1]),
        ("status:recruiting,suspended", [4, 3, 1]),
        ("status:suspended", [3]),
        ("status:suspended,terminated heart ", [3]),
        ("-status:recruiting", [3, 2]),
        ("phase:2", [3, 1]),
        ("phase:2/3", [1]),
        ("phase:2 phase:3", [1]),
        ("phase:na", [4]),
        ("phase:none", [2]),
        ("phase:na,none", [4, 2]),
        ("type:observational", [2]),
        ("sex:f", [1]),
        ("sex:none", [4]),
        ("sex:m,f", [3, 1]),
        ("-sex:m", [4, 2, 1]),
        ("age:12", [4, 3, 2]),
        ("age:17", [4, 3, 2]),
        ("age:18", [4, 3, 1]),
        ("age:12..20", [4, 3, 2, 1]),
        ("age:>65", [4, 1]),
        ("age:child", [3, 2]),
        ("age:child,older", [3, 2, 1]),
        ("class:industry", [1]),
        ("country:usa", [1]),
        ("country:france,norway", [3, 1]),
        ('country:"South Korea"', [2]),
        ("country:niger", [4]),
        ("-country:niger", [3, 2, 1]),
        ("-country:niger -breast ", [3]),
        ("country:nige", [4]),
        ("has:results", [1]),
        ('has:"no results"', [4, 3, 2]),
        ("-has:results", [4, 3, 2]),
        ("start:2024", [4, 2]),
        ("start:>2024-01", [2]),
        ("start:<2020", [3]),
        ("start:2019,2020", [3, 1]),
        ("start:2024-02..2024-03", [2]),
        ("completion:2026", [1]),
        ("completion:none", [4, 3, 2]),
        ("updated:2024-03", [3]),
        ("updated:>=2024-03", [4, 3]),
        ("updated:2024-02-01", [2]),
        ("updated:<2024-02", [1]),
        ("enrollment:>10", [3, 1]),
        ("enrollment:5..30", [4, 3, 2]),
        ("breast status:completed", [2]),
        ("status:suspended OR breast ", [4, 3, 2, 1]),
        ("breast OR home status:suspended ", [3]),
        ("is:starred", []),
        ("has:note", []),
        ("-is:starred breast ", [4, 2, 1]),
    ],
)
def test_fields(shelf: Library, query: str, expected: list[int]) -> None:
    assert numbers(shelf, query) == expected


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("country:atlantis breast ", Problem.NO_COUNTRY),
        ("tag:urgent breast ", Problem.NO_TAG),
        ("collection:mine breast ", Problem.NO_COLLECTION),
        ("stats:recruiting breast ", Problem.NEAR_FIELD),
    ],
)
def test_what_the_library_does_not_know_is_told(
    shelf: Library, query: str, problem: Problem
) -> None:
    assert numbers(shelf, query) == [4, 2, 1]
    (oddity,) = shelf.search(query).oddities
    assert oddity.problem is problem
    assert whole(shelf, query).oddities == (oddity,)


def counts(library: Library, query: str, facet: Facet) -> Mapping[str, int]:
    found = whole(library, query).counts
    assert found is not None
    return {value: count for value, count in found[facet].items() if count}


def test_filters_are_counted(shelf: Library) -> None:
    assert counts(shelf, "", Facet.STATUS) == {"RECRUITING": 2, "COMPLETED": 1, "SUSPENDED": 1}
    assert counts(shelf, "", Facet.PHASE) == {"PHASE2": 2, "PHASE3": 1, "NA": 1, NOT_STATED: 1}
    assert counts(shelf, "", Facet.COUNTRY)["France"] == 1
    assert counts(shelf, "", Facet.RESULTS) == {RESULTS: 1, NO_RESULTS: 3}
    assert counts(shelf, "", Facet.START_YEAR) == {"2019": 1, "2020": 1, "2024": 2}
    assert counts(shelf, "breast ", Facet.SEX) == {"FEMALE": 1, "ALL": 1, NOT_STATED: 1}
    assert counts(shelf, '"breast cancer"', Facet.SEX) == {"FEMALE": 1, NOT_STATED: 1}


def test_the_choice_of_a_filter_does_not_narrow_its_own_counts(shelf: Library) -> None:
    for query in ("status:recruiting", "status:recruiting breast ", 'status:recruiting "a"'):
        every = counts(shelf, query.removeprefix("status:recruiting"), Facet.STATUS)
        assert counts(shelf, query, Facet.STATUS) == every
    assert counts(shelf, "status:recruiting", Facet.PHASE) == {"PHASE2": 1, "PHASE3": 1, "NA": 1}
    both = "status:recruiting country:france"
    assert counts(shelf, both, Facet.STATUS) == {"RECRUITING": 1}
    here = dict.fromkeys(("France", "United States", "Niger", "Nigeria"), 1)
    assert counts(shelf, both, Facet.COUNTRY) == here
    assert counts(shelf, both, Facet.PHASE) == {"PHASE2": 1, "PHASE3": 1}
    assert counts(shelf, "status:suspended", Facet.STATUS)["RECRUITING"] == 2
    assert counts(shelf, "sex:f breast ", Facet.SEX)["ALL"] == 1
    years = "start:2024 status:recruiting"
    assert counts(shelf, years, Facet.START_YEAR) == {"2020": 1, "2024": 1}


@pytest.mark.parametrize(
    ("column", "ascending", "descending"),
    [
        (SortColumn.NUMBER, [1, 2, 3, 4], [4, 3, 2, 1]),
        (SortColumn.TITLE, [4, 1, 2, 3], [3, 2, 1, 4]),
        (SortColumn.ENROLLMENT, [4, 2, 3, 1], [1, 3, 2, 4]),
        (SortColumn.START, [3, 1, 4, 2], [2, 4, 1, 3]),
        (SortColumn.COMPLETION, [1, 4, 3, 2], [1, 4, 3, 2]),
        (SortColumn.UPDATED, [1, 2, 3, 4], [4, 3, 2, 1]),
        (SortColumn.PHASE, [4, 3, 1, 2], [1, 3, 4, 2]),
        (SortColumn.STATUS, [2, 4, 1, 3], [3, 4, 1, 2]),
        (SortColumn.TYPE, [4, 3, 1, 2], [2, 4, 3, 1]),
        (SortColumn.SPONSOR, [4, 2, 1, 3], [3, 1, 4, 2]),
    ],
)
def test_studies_are_sorted_by_any_column(
    shelf: Library, column: SortColumn, ascending: list[int], descending: list[int]
) -> None:
    assert numbers(shelf, "", Sorting(column)) == ascending
    assert numbers(shelf, "", Sorting(column, is_descending=True)) == descending
    for query in ("breast ", '"breast cancer"', "status:recruiting"):
        kept = set(numbers(shelf, query))
        assert numbers(shelf, query, Sorting(column)) == [n for n in ascending if n in kept]


def test_records_without_a_date_come_last_in_both_directions(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        for number, day in enumerate((None, "2024-01-01", "2025-01-01"), 1):
            library.add(record(number, day))
        for query in ("", "study ", "status:recruiting"):
            assert numbers(library, query, Sorting(SortColumn.UPDATED)) == [2, 3, 1]
            newest = Sorting(SortColumn.UPDATED, is_descending=True)
            assert numbers(library, query, newest) == [3, 2, 1]


def test_a_place_in_what_was_found_is_known(shelf: Library) -> None:
    found = whole(shelf, "breast ")
    assert [shelf.found_place(found, f"NCT{n:08d}") for n in (4, 2, 1, 3, 9)] == [
        *(0, 1, 2, None, None)
    ]
    assert [one.nct_id for one in shelf.found_page(found, 1, 1)] == ["NCT00000002"]


def test_a_page_of_the_most_relevant_goes_on_where_the_one_before_ended(shelf: Library) -> None:
    every = numbers(shelf, "breast cancer ", SearchOrder.RELEVANCE)
    assert every == [2, 1, 4]
    pages = [
        shelf.search("breast cancer ", order=SearchOrder.RELEVANCE, offset=n, limit=1)
        for n in range(3)
    ]
    assert [int(page.summaries[0].nct_id[3:]) for page in pages] == every


def test_texts_are_looked_at_for_as_long_as_there_is_time(shelf: Library) -> None:
    cut = shelf.search('"breast cancer"', seconds=0.0)
    assert cut.has_more
    assert len(cut.summaries) <= 1
    assert len(shelf.search('"breast cancer"', seconds=60.0).summaries) == 2
    assert not shelf.search("breast ", seconds=0.0).has_more


def test_an_update_today_is_one_of_the_last_days(tmp_path: Path) -> None:
    days = [date.today() - timedelta(days=days) for days in (0, 5, 40)]
    with open_library(tmp_path) as library:
        for number, day in enumerate(days, 1):
            library.add(read_record(made(number, "A study", str(day))))
        assert numbers(library, "updated:<30d") == [1, 2]
        assert numbers(library, "updated:>30d") == [3]
        assert numbers(library, "updated:today") == [1]


def test_the_study_of_a_number_comes_first_and_pushes_none_out_of_the_pages(
    library: Library,
) -> None:
    library.add(record(1, "2020-01-01"))
    module = {"briefSummary": "It goes on from NCT00000001."}
    dates = {number: f"2024-01-{number:02d}" for number in range(2, 9)}
    list(library.add_all(record(n, date, descriptionModule=module) for n, date in dates.items()))
    pages = [
        library.search("NCT00000001", offset=offset, limit=3).summaries for offset in (0, 3, 6)
    ]
    found = [int(summary.nct_id[3:]) for page in pages for summary in page]
    assert found == [1, 8, 7, 6, 5, 4, 3, 2]


def test_more_words_than_are_looked_for_are_told(library: Library) -> None:
    library.add(record())
    words = ".".join(["asthma"] * 101)
    (oddity,) = library.search(words).oddities
    assert (oddity.problem, oddity.count) == (Problem.TOO_LONG, 100)
    assert library.search(".".join(["asthma"] * 100)).oddities == ()


def test_a_page_of_any_length_is_read(library: Library) -> None:
    library.add(record())
    (row,) = list(library.find("asthma"))[-1].rows
    found = Found(array("q", [*range(1, 50_000), row]))
    assert [one.nct_id for one in library.found_page(found, 0, 60_000)] == ["NCT00000001"]
