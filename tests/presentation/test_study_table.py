from desktop_app.presentation.study_table import studies_table
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study
from tests.studies import study_with

FULL = {
    "identificationModule": {
        "nctId": "NCT01234567",
        "briefTitle": "A title",
        "officialTitle": "A longer title",
        "acronym": "AT",
    },
    "statusModule": {
        "overallStatus": "RECRUITING",
        "startDateStruct": {"date": "2020-01", "type": "ACTUAL"},
        "primaryCompletionDateStruct": {"date": "2027-02-03", "type": "ESTIMATED"},
        "completionDateStruct": {"date": "2028"},
        "lastUpdatePostDateStruct": {"date": "2026-05-06", "type": "ACTUAL"},
    },
    "designModule": {
        "studyType": "INTERVENTIONAL",
        "phases": ["PHASE1", "PHASE2"],
        "enrollmentInfo": {"count": 12345, "type": "ESTIMATED"},
    },
    "conditionsModule": {"conditions": ["Asthma", "COPD"]},
    "armsInterventionsModule": {
        "interventions": [{"type": "DRUG", "name": "Aspirin"}, {"name": "Rest"}]
    },
    "sponsorCollaboratorsModule": {"leadSponsor": {"name": "A sponsor", "class": "INDUSTRY"}},
    "eligibilityModule": {
        "sex": "FEMALE",
        "minimumAge": "18 Years",
        "stdAges": ["ADULT", "OLDER_ADULT"],
        "healthyVolunteers": False,
    },
    "contactsLocationsModule": {
        "locations": [{"country": "Peru"}, {"country": "Chile"}, {"country": "Peru"}, {}]
    },
}


def _row(study: Study) -> dict[str, str]:
    table = studies_table([study])
    (row,) = table.rows
    assert len(set(table.columns)) == len(table.columns) == len(row)
    return dict(zip(table.columns, row, strict=True))


def test_a_study_is_a_row_with_a_value_in_each_cell() -> None:
    assert _row(study_with(**FULL)) == {
        "NCT Number": "NCT01234567",
        "Brief Title": "A title",
        "Official Title": "A longer title",
        "Acronym": "AT",
        "Overall Recruitment Status": "Recruiting",
        "Study Phase": "Phase 1/Phase 2",
        "Study Type": "Interventional",
        "Conditions": "Asthma | COPD",
        "Interventions": "Drug: Aspirin | Rest",
        "Lead Sponsor": "A sponsor",
        "Enrollment": "12345",
        "Enrollment Type": "Estimated",
        "Sex": "Female",
        "Minimum Age": "18 years",
        "Maximum Age": "No limit",
        "Accepts Healthy Volunteers": "No",
        "Study Start Date": "2020-01",
        "Study Start Date Type": "Actual",
        "Primary Completion Date": "2027-02-03",
        "Primary Completion Date Type": "Estimated",
        "Study Completion Date": "2028",
        "Study Completion Date Type": "Not stated",
        "Countries": "Chile | Peru",
        "Number of Sites": "4",
        "Results Posted": "Not stated",
        "Record Date": "2026-05-06",
        "Address": "https://clinicaltrials.gov/study/NCT01234567",
    }


def test_not_stated_not_applicable_and_none_are_told_apart() -> None:
    assert set(_row(Study()).values()) == {"Not stated"}
    none = _row(study_with(designModule={"enrollmentInfo": {"count": 0, "type": "ACTUAL"}}))
    assert (none["Enrollment"], none["Enrollment Type"]) == ("0", "Actual")
    access = _row(study_with(designModule={"studyType": "EXPANDED_ACCESS"}))
    assert (access["Enrollment"], access["Study Phase"]) == ("Not applicable", "Not applicable")
    unknown = _row(study_with(designModule={"enrollmentInfo": {"count": 99_999_999}}))
    assert unknown["Enrollment"] == "Not stated"


def test_results_are_posted_where_the_record_holds_some() -> None:
    held, _ = read_ctgov_json(b'{"protocolSection": {}, "resultsSection": {"moreInfoModule": {}}}')
    assert _row(held)["Results Posted"] == "Yes"
    none, _ = read_ctgov_json(b'{"protocolSection": {}, "hasResults": false}')
    assert _row(none)["Results Posted"] == "No"


def test_a_number_that_is_none_of_the_registry_has_no_address() -> None:
    row = _row(study_with(identificationModule={"nctId": "NCT1/../x"}))
    assert row["Address"] == "Not stated"
