import json

import pytest

from desktop_app.errors import RecordFormatError
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.enumerations import Phase, Status
from tests.real_records import needs_records, record_files
from tests.studies import record_bytes


def test_an_unknown_term_is_kept_and_told() -> None:
    content = record_bytes(
        statusModule={"overallStatus": "ON_HOLIDAY"}, designModule={"phases": ["PHASE2", "PHASE9"]}
    )
    study, oddities = read_ctgov_json(content)
    assert study.protocol_section.status_module.overall_status == "ON_HOLIDAY"
    assert study.protocol_section.design_module.phases == (Phase.PHASE2, "PHASE9")
    assert {oddity.path for oddity in oddities} == {
        "protocolSection.statusModule.overallStatus",
        "protocolSection.designModule.phases",
    }


def test_an_unknown_element_is_kept_and_told() -> None:
    study, oddities = read_ctgov_json(record_bytes(designModule={"shoeSize": {"left": 43}}))
    assert study.protocol_section.design_module.model_extra == {"shoeSize": {"left": 43}}
    assert [oddity.path for oddity in oddities] == ["protocolSection.designModule.shoeSize"]


@pytest.mark.parametrize("count", ["NaN", "Infinity", "1e999", "1" * 5000, '"many"', "[1]"])
def test_a_number_that_is_none_is_left_out_and_told(count: str) -> None:
    content = record_bytes(
        designModule={"enrollmentInfo": {"count": "HERE", "type": "ACTUAL"}}
    ).replace(b'"HERE"', count.encode())
    study, oddities = read_ctgov_json(content)
    enrollment = study.protocol_section.design_module.enrollment_info
    assert (enrollment.count, str(enrollment.type)) == (None, "ACTUAL")
    assert [oddity.path for oddity in oddities] == [
        "protocolSection.designModule.enrollmentInfo.count"
    ]


def test_a_date_in_words_is_left_out_and_told_and_the_rest_is_read() -> None:
    content = record_bytes(
        statusModule={
            "overallStatus": "COMPLETED",
            "startDateStruct": {"date": "Spring 2015", "type": "ACTUAL"},
        }
    )
    study, oddities = read_ctgov_json(content)
    status = study.protocol_section.status_module
    assert status.overall_status is Status.COMPLETED
    assert status.start_date_struct.date is None
    assert "'Spring 2015' is left out" in oddities[0].note


def test_several_unreadable_items_of_one_list_leave_the_others() -> None:
    content = record_bytes(conditionsModule={"conditions": [1, "Asthma", 2, "Cough", {}]})
    study, oddities = read_ctgov_json(content)
    assert study.protocol_section.conditions_module.conditions == ("Asthma", "Cough")
    assert len(oddities) == 3


def test_null_is_an_absent_element() -> None:
    study, oddities = read_ctgov_json(
        record_bytes(conditionsModule=None, designModule={"phases": None, "studyType": None})
    )
    assert study.protocol_section.design_module.phases == ()
    assert oddities == ()


def test_bytes_that_are_not_utf_8_cost_one_character_each() -> None:
    content = record_bytes().replace(b"Study NCT", b"\xc9tude NCT")
    study, oddities = read_ctgov_json(content)
    assert study.protocol_section.identification_module.brief_title == "\ufffdtude NCT01234567"
    assert "not UTF-8" in oddities[0].note


def test_half_a_character_is_replaced_and_question_marks_stay() -> None:
    content = record_bytes().replace(b"Study NCT", b"Why? \\ud800 NCT")
    study, oddities = read_ctgov_json(content)
    assert study.protocol_section.identification_module.brief_title == "Why? \ufffd NCT01234567"
    assert len(oddities) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_with_and_without_marks_are_read(encoding: str) -> None:
    text = record_bytes().decode().replace("Study NCT", "Étude ≥ NCT")
    study, _ = read_ctgov_json(text.encode(encoding))
    assert study.protocol_section.identification_module.brief_title == "Étude ≥ NCT01234567"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[]", "not an object"),
        (b'{"protocolSection": {', "not complete JSON"),
        (b'{"FullStudy": {}}', "old API"),
        (b'{"a": 1}', "no protocolSection"),
        (b'{"study": {}, "usdmVersion": "3.0"}', "USDM"),
        (b'{"ctNumber": "2022-1", "ctStatus": 4}', "CTIS"),
    ],
)
def test_what_is_no_study_says_why(content: bytes, sentence: str) -> None:
    with pytest.raises(RecordFormatError, match=sentence):
        read_ctgov_json(content)


@needs_records
def test_real_records_give_back_every_value_that_they_hold() -> None:
    files = record_files("ctgov_json", "*.json", step=7)
    assert files
    for file in files:
        raw = json.loads(file.read_bytes())
        study, _ = read_ctgov_json(file.read_bytes())
        back = study.model_dump(mode="json", by_alias=True, exclude_unset=True)
        assert back == raw, file.name


@needs_records
def test_only_elements_of_the_old_beta_are_odd_in_real_records() -> None:
    odd = {
        oddity.path
        for folder in ("ctgov_json", "ctgov_json_partial")
        for file in record_files(folder, "*.json")
        for oddity in read_ctgov_json(file.read_bytes())[1]
    }
    assert odd == {
        "derivedSection.miscInfoModule.modelPredictions",
        "protocolSection.contactsLocationsModule.locations_nested",
        "protocolSection.armsInterventionsModule.interventions[].interventionMappedName",
    }
