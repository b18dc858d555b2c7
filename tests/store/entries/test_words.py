from typing import Any

import pytest

from desktop_app.store.columns import COLUMNS
from desktop_app.store.entries.words import study_words
from tests.store.synthetic import content


def texts(value: dict[str, Any]) -> dict[str, str]:
    return dict(zip(COLUMNS, study_words(value), strict=True))


LOCATION = {
    "facility": "Harbour Clinic",
    "city": "Malmö",
    "country": "Sweden",
    "geoPoint": {"lat": 55.6, "lon": 13.0},
    "contacts": [{"name": "Ada Example", "email": "ada@example.org"}],
}


@pytest.mark.parametrize(
    ("column", "words", "elements"),
    [
        ("identifiers", "AB-17", {"identification": {"orgStudyIdInfo": {"id": "AB-17"}}}),
        ("title", "SLEEPWELL", {"identification": {"acronym": "SLEEPWELL"}}),
        ("conditions", "Eczema", {"conditionsModule": {"conditions": ["Eczema"]}}),
        (
            "interventions",
            "Zinc",
            {"armsInterventionsModule": {"interventions": [{"name": "Zinc", "type": "DRUG"}]}},
        ),
        ("eligibility", "Adults", {}),
        ("places", "Malmö", {"contactsLocationsModule": {"locations": [LOCATION]}}),
        ("people", "Ada Example", {"contactsLocationsModule": {"locations": [LOCATION]}}),
        ("people", "Aurora Institute", {}),
        ("other", "A summary.", {}),
    ],
)
def test_each_text_is_in_its_column_and_no_other(
    column: str, words: str, elements: dict[str, Any]
) -> None:
    found = texts(content(**elements))
    assert [name for name in COLUMNS if words in found[name]] == [column]


def test_index_terms_of_conditions_and_their_ancestors_are_conditions() -> None:
    value = content()
    value["derivedSection"] = {
        "conditionBrowseModule": {
            "meshes": [{"term": "Dermatitis, Atopic"}],
            "ancestors": [{"term": "Skin Diseases, Genetic"}],
        }
    }
    assert {"Dermatitis, Atopic", "Skin Diseases, Genetic"} <= set(
        texts(value)["conditions"].split("\n")
    )


def test_codes_are_found_as_codes_and_in_words() -> None:
    assert {"PHASE1", "Phase 1", "PHASE2", "Phase 2"} <= set(texts(content())["other"].split("\n"))


def test_elements_that_the_schema_does_not_know_are_collected() -> None:
    value = content()
    value["protocolSection"]["noveltyModule"] = {"parts": [{"remark": "A marvel", "count": 3}]}
    assert "A marvel" in texts(value)["other"].split("\n")


def test_a_text_that_is_repeated_is_collected_once() -> None:
    groups = [{"id": f"OG{n}", "title": "Placebo group"} for n in range(40)]
    value = content()
    value["resultsSection"] = {"outcomeMeasuresModule": {"outcomeMeasures": [{"groups": groups}]}}
    assert texts(value)["other"].count("Placebo group") == 1


def test_figures_and_dates_are_no_words() -> None:
    value = content(date="2019-08-07")
    value["resultsSection"] = {
        "baselineCharacteristicsModule": {
            "denoms": [{"units": "Participants", "counts": [{"groupId": "BG000", "value": "4711"}]}]
        }
    }
    found = texts(value)
    assert "Participants" in found["other"]
    assert not any("4711" in text or "2019" in text for text in found.values())
