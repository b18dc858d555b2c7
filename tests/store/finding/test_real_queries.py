"""Real records are found by what a person knows of them."""

from collections.abc import Iterator

import pytest

from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import SourceDocument, SourceFormat
from desktop_app.store.entries.content import raw_record
from desktop_app.store.library import Library
from desktop_app.store.prepared import prepare_document
from tests.real_records import needs_records, record_files
from tests.store.synthetic import open_library

pytestmark = needs_records


@pytest.fixture(scope="module")
def records() -> dict[str, JsonObject]:
    found = {}
    for file in record_files("ctgov_json", "*.json", step=12):
        raw = raw_record(file.read_bytes())
        if raw is not None:
            found[raw["protocolSection"]["identificationModule"]["nctId"]] = raw
    return found


@pytest.fixture(scope="module")
def library(
    tmp_path_factory: pytest.TempPathFactory, records: dict[str, JsonObject]
) -> Iterator[Library]:
    with open_library(tmp_path_factory.mktemp("real")) as library:
        documents = (
            SourceDocument(file.read_bytes(), SourceFormat.CTGOV_JSON, file.name)
            for file in record_files("ctgov_json", "*.json", step=12)
        )
        prepared = (prepare_document(document) for document in documents)
        list(library.add_all(record for record in prepared if record is not None))
        yield library


def found(library: Library, query: str) -> set[str]:
    return {one.nct_id for one in library.search(query, limit=1_000).summaries}


def test_each_is_found_by_its_title_as_a_phrase(
    library: Library, records: dict[str, JsonObject]
) -> None:
    for nct_id, raw in records.items():
        title = raw["protocolSection"]["identificationModule"]["briefTitle"].replace('"', " ")
        assert nct_id in found(library, f'"{title}"'), title
        assert nct_id in found(library, f'title:"{title}"'), title


def test_each_is_found_by_its_other_numbers(
    library: Library, records: dict[str, JsonObject]
) -> None:
    for nct_id, raw in records.items():
        module = raw["protocolSection"]["identificationModule"]
        others = [one["id"] for one in module.get("secondaryIdInfos", ()) if "id" in one]
        for number in (module.get("orgStudyIdInfo", {}).get("id", ""), *others):
            if len(number) >= 6 and any(letter.isdigit() for letter in number):
                assert nct_id in library.find_identifier(number), number
                # Of several words in a sentence nobody can tell which are the number.
                if " " not in number:
                    assert nct_id in library.find_identifier(f"Protocol {number}."), number


def test_terms_of_mesh_and_their_ancestors_find_studies(
    library: Library, records: dict[str, JsonObject]
) -> None:
    neoplasms = found(library, "condition:neoplasms ")
    below = {
        nct_id
        for nct_id, raw in records.items()
        for mesh in raw.get("derivedSection", {})
        .get("conditionBrowseModule", {})
        .get("ancestors", ())
        if "Neoplasms" in mesh["term"]
    }
    assert below
    assert below <= neoplasms
    assert neoplasms <= found(library, "neoplasm")


def test_filters_agree_with_the_records(library: Library, records: dict[str, JsonObject]) -> None:
    def of(*path: str) -> dict[str, object]:
        values: dict[str, object] = {}
        for nct_id, raw in records.items():
            value: object = raw["protocolSection"]
            for name in path:
                value = value.get(name, {}) if isinstance(value, dict) else {}
            values[nct_id] = value
        return values

    statuses = of("statusModule", "overallStatus")
    for status in {str(one) for one in statuses.values()}:
        expected = {nct_id for nct_id, one in statuses.items() if one == status}
        assert found(library, f"status:{status}") == expected
    sexes = of("eligibilityModule", "sex")
    for sex in ("FEMALE", "MALE", "ALL"):
        expected = {nct_id for nct_id, one in sexes.items() if one == sex}
        assert found(library, f"sex:{sex}") == expected
    places = of("contactsLocationsModule", "locations")
    for country in ("France", "United States", "Japan"):
        expected = {
            nct_id
            for nct_id, sites in places.items()
            if isinstance(sites, list) and any(site.get("country") == country for site in sites)
        }
        assert found(library, f'country:"{country}"') == expected


def test_what_is_found_is_explained_with_the_words(library: Library) -> None:
    for query in ("cancer", "insulin ", "pregnant ", "placebo controlled "):
        rows = [one.nct_id for one in library.search(query, limit=50).summaries]
        explained = library.explain(rows, query)
        assert len(explained) >= 0.9 * len(rows)
        for one in explained.values():
            marked = [one.text[start : start + length].lower() for start, length in one.marks]
            assert marked
            assert all(word.startswith(tuple(w[:4] for w in query.split())) for word in marked)
