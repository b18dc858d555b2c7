from datetime import date

from desktop_app.command_line.contexts import source_of_record
from desktop_app.export.about import about
from desktop_app.export.source import Source
from desktop_app.presentation.context import NOTHING_KNOWN
from desktop_app.readers.detect import read_bytes
from desktop_app.readers.reading import ReadRecord
from tests.studies import record_bytes, study_with


def _source(content: bytes) -> Source:
    (record,) = read_bytes(content, "one.json")
    assert isinstance(record, ReadRecord)
    return source_of_record(record, date(2026, 11, 25))


def test_a_file_tells_of_values_that_could_not_be_read() -> None:
    odd = about(_source(record_bytes(designModule={"enrollmentInfo": {"count": "many"}})))
    plain = about(_source(record_bytes(designModule={"enrollmentInfo": {"count": 3}})))
    assert len(odd.notices) == len(plain.notices) + 1
    assert any("Study Design › Enrollment: 'many'" in notice for notice in odd.notices)


def test_a_file_tells_which_version_of_which_record_it_shows() -> None:
    told = about(_source(record_bytes(statusModule={"lastUpdateSubmitDate": "2026-11-20"})))
    assert told.record == "ClinicalTrials.gov record NCT01234567, version of 2026-11-20"
    assert told.address == "https://clinicaltrials.gov/study/NCT01234567"
    assert told.document.startswith("NCT01234567.json, SHA-256 ")
    assert told.facts[-1] == "last updated 2026-11-20"


def test_without_a_day_nothing_is_said_that_depends_on_it() -> None:
    study = study_with(
        identificationModule={},
        statusModule={
            "overallStatus": "RECRUITING",
            "completionDateStruct": {"date": "2001-01-01"},
            "lastUpdateSubmitDate": "2000-01-01",
        },
    )
    told = about(Source(study, b"", "study.json", "00", NOTHING_KNOWN))
    assert "ago" not in " ".join(told.facts)
    assert not any("passed" in notice for notice in told.notices)
    assert told.record == "ClinicalTrials.gov record number not stated, version of 2000-01-01"
    assert told.address == ""
