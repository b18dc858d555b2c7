from datetime import date

import pytest

from desktop_app.languages import speaking
from desktop_app.presentation.age_words import age_range_words
from desktop_app.presentation.header import last_updated, study_header
from desktop_app.presentation.wording import (
    age_of_record,
    date_words,
    enrollment_words,
    masking_words,
    phase_of,
    sites_and_open,
    sites_counted,
)
from desktop_app.study.study import ProtocolSection
from tests.studies import study_with


def _protocol(**modules: object) -> ProtocolSection:
    return study_with(**modules).protocol_section


@pytest.mark.parametrize(
    ("eligibility", "words"),
    [
        ({"minimumAge": "19 Years", "maximumAge": "40 Years"}, "19 to 40 years"),
        ({"minimumAge": "6 Months", "maximumAge": "2 Years"}, "6 months to 2 years"),
        ({"minimumAge": "18 Years", "stdAges": ["ADULT", "OLDER_ADULT"]}, "18 years and over"),
        (
            {"minimumAge": "18 Years"},
            "From 18 years, upper limit not stated",
        ),
        ({"minimumAge": "18 Years", "maximumAge": "N/A"}, "18 years and over"),
        ({"minimumAge": "N/A", "maximumAge": "N/A"}, "No age limit"),
        ({"stdAges": ["CHILD", "ADULT", "OLDER_ADULT"]}, "No age limit"),
        ({}, "Ages not stated"),
        ({"maximumAge": "17 Years", "stdAges": ["CHILD"]}, "Up to 17 years (no lower limit)"),
        ({"stdAges": ["OLDER_ADULT"]}, "No upper limit, lower not stated"),
        ({"stdAges": ["CHILD"]}, "No lower limit, upper limit not stated"),
        ({"maximumAge": "17 Years"}, "Up to 17 years (lower limit not stated)"),
        ({"minimumAge": "0 Years", "maximumAge": "1 Year"}, "0 to 1 year"),
    ],
)
def test_no_limit_not_stated_and_zero_are_told_apart(
    eligibility: dict[str, object], words: str
) -> None:
    assert age_range_words(_protocol(eligibilityModule=eligibility).eligibility_module) == words


@pytest.mark.parametrize(
    ("info", "words"),
    [
        ({"count": 12, "type": "ESTIMATED"}, ("12", "estimated")),
        ({"count": 0, "type": "ACTUAL"}, ("0", "actual")),
        ({"count": 12}, ("12", "type not stated")),
        ({}, ("Not stated", "")),
        ({"count": 188814085, "type": "ACTUAL"}, ("188\u202f814\u202f085", "actual")),
    ],
)
def test_enrollment_says_whether_it_is_planned(
    info: dict[str, object], words: tuple[str, str]
) -> None:
    design = _protocol(designModule={"enrollmentInfo": info}).design_module
    assert enrollment_words(design.enrollment_info) == words


def test_an_enrollment_that_nobody_knew_is_not_a_number_of_participants() -> None:
    design = _protocol(designModule={"enrollmentInfo": {"count": 99999999}}).design_module
    assert enrollment_words(design.enrollment_info)[0] == "Not stated"


def test_two_phases_are_written_as_the_registry_does_and_none_is_told_from_not_applicable() -> None:
    def phase(**design: object) -> str:
        return phase_of(_protocol(designModule=design).design_module)

    assert phase(studyType="INTERVENTIONAL", phases=["PHASE1", "PHASE2"]) == "Phase 1/Phase 2"
    assert phase(studyType="INTERVENTIONAL", phases=["NA"]) == "Not applicable"
    assert phase(studyType="INTERVENTIONAL") == "Not stated"
    assert phase(studyType="OBSERVATIONAL") == "Not applicable"


def test_masking_names_who_is_masked_where_the_record_does() -> None:
    def masking(**info: object) -> str:
        module = {"designInfo": {"maskingInfo": info}}
        return masking_words(_protocol(designModule=module).design_module.design_info.masking_info)

    assert (
        masking(masking="DOUBLE", whoMasked=["PARTICIPANT", "OUTCOMES_ASSESSOR"])
        == "Double: participant, outcomes assessor"
    )
    assert masking(masking="DOUBLE") == "Double"
    assert masking(masking="NONE") == "None (open label)"
    assert masking() == "Not stated"


def test_a_date_says_its_kind_where_the_record_does() -> None:
    status = _protocol(
        statusModule={
            "startDateStruct": {"date": "2018-10", "type": "ACTUAL"},
            "completionDateStruct": {"date": "2026-06-30"},
        }
    ).status_module
    assert date_words(status.start_date_struct) == ("2018-10", "actual")
    assert date_words(status.completion_date_struct) == ("2026-06-30", "")
    assert date_words(status.primary_completion_date_struct) == ("Not stated", "")


def test_a_count_agrees_with_its_noun() -> None:
    assert [sites_counted(n) for n in (0, 1, 12)] == ["0 sites", "1 site", "12 sites"]
    assert sites_counted(12345) == "12\u202f345 sites"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("2025-12-04", "353 days ago"),
        ("2026-11-22", "of today"),
        ("2026-11-21", "1 day ago"),
        ("2019-01-01", "7 years ago"),
        ("2027-01-01", "dated in the future"),
    ],
)
def test_a_record_says_how_old_it_is(record: str, words: str) -> None:
    assert age_of_record(date.fromisoformat(record), date(2026, 11, 22)) == words


def test_the_header_of_an_empty_record_says_what_is_not_stated() -> None:
    header = study_header(study_with())
    assert header.status.word == "Not stated"
    assert header.facts == (
        "Sponsor not stated",
        "Enrollment not stated",
        "Ages not stated",
        "Dates not stated",
        "Record date not stated",
    )
    assert last_updated(study_with()) == "Record date not stated"


@pytest.mark.parametrize(
    ("language", "one", "more"),
    [
        ("en", "24 sites, 1 open", "24 sites, 3 open"),
        ("es", "24 centros, 1 abierto", "24 centros, 3 abiertos"),
        ("fr", "24 centres, 1 ouvert", "24 centres, 3 ouverts"),
    ],
)
def test_what_is_open_agrees_with_its_own_number(language: str, one: str, more: str) -> None:
    with speaking(language):
        assert (sites_and_open(24, 1), sites_and_open(24, 3)) == (one, more)
