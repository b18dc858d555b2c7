"""What the Results tab says where no results are posted."""

from datetime import date
from typing import Any

import pytest

from desktop_app.export.text import to_text
from desktop_app.presentation.badges import results_badge
from desktop_app.presentation.context import Context
from desktop_app.presentation.results.tab import results_sections
from desktop_app.presentation.section import Section
from desktop_app.study.study import Study
from tests.presentation.posted import fields, tables
from tests.studies import study_with

TODAY = Context(today=date(2026, 11, 25))


def _absent(**status: Any) -> Study:
    return study_with(statusModule=status).model_copy(update={"has_results": False})


def _text(study: Study, context: Context = TODAY) -> str:
    return " ".join(to_text(results_sections(study, context)).split())


@pytest.mark.parametrize(
    ("has_results", "words"),
    [
        (False, "No results are posted."),
        (None, "This record holds no results."),
        (True, "says that it has results, but it holds none"),
    ],
)
def test_it_says_what_the_record_says(has_results: bool | None, words: str) -> None:
    study = study_with().model_copy(update={"has_results": has_results})
    assert words in _text(study)
    assert "states no completion date" in _text(study)
    assert results_badge(study) == ""


def test_a_completion_in_the_past_is_told_with_its_kind_and_age() -> None:
    study = _absent(primaryCompletionDateStruct={"date": "2019-05", "type": "ACTUAL"})
    assert "Primary completion was 2019-05 (actual), 7 years ago." in _text(study)
    assert "Primary Completion Date: 2019-05 (actual)" in _text(study, Context())


def test_a_completion_to_come_is_no_claim_about_results() -> None:
    study = _absent(completionDateStruct={"date": "2028-01-31", "type": "ESTIMATED"})
    assert "Study completion is 2028-01-31 (estimated), which is to come." in _text(study)


def test_the_month_that_has_begun_is_neither_past_nor_to_come() -> None:
    study = _absent(primaryCompletionDateStruct={"date": "2026-11"})
    assert "Primary completion is 2026-11 (actual or estimated not stated)." in _text(study)


def test_submitted_results_and_certified_delay_are_told() -> None:
    text = _text(_absent(resultsFirstSubmitDate="2026-01-02", dispFirstSubmitDate="2020-03-04"))
    assert "results were submitted on 2026-01-02; they are not posted" in text
    assert "certification of delay, or a request for an extension, was first" in text
    assert "Certification or Extension First Submitted: 2020-03-04" in text


def test_an_expanded_access_record_and_a_withdrawn_study_say_so() -> None:
    assert "expanded access" in _text(study_with(designModule={"studyType": "EXPANDED_ACCESS"}))
    assert "Its status is Withdrawn." in _text(_absent(overallStatus="WITHDRAWN"))


def _remarked() -> tuple[Section, ...]:
    study = Study.model_validate(
        {
            "hasResults": False,
            "annotationSection": {
                "annotationModule": {
                    "unpostedAnnotation": {
                        "unpostedResponsibleParty": "Somebody",
                        "unpostedEvents": [
                            {"type": "RELEASE", "date": "2024-01-02"},
                            {"type": "UNRELEASE", "dateUnknown": True},
                        ],
                    },
                    "violationAnnotation": {
                        "violationEvents": [
                            {
                                "type": "VIOLATION_IDENTIFIED",
                                "description": "Failure to submit",
                                "issuedDate": "2024-02-03",
                            }
                        ]
                    },
                }
            },
            "derivedSection": {
                "miscInfoModule": {
                    "submissionTracking": {
                        "estimatedResultsFirstSubmitDate": "2024-01-02",
                        "submissionInfos": [
                            {"releaseDate": "2024-01-02", "unreleaseDateUnknown": True}
                        ],
                    }
                }
            },
        }
    )
    return results_sections(study, TODAY)


def test_what_the_registry_remarks_has_parts_of_its_own() -> None:
    sections = _remarked()
    assert [section.title for section in sections] == [
        "Results",
        "Unposted Results",
        "Violations",
        "Submission of Results",
    ]
    events, submissions = tables(*sections)
    assert events.rows == (("Release", "2024-01-02"), ("Unrelease", "Date unknown"))
    assert submissions.rows == (("–", "2024-01-02", "Date unknown", "–"),)
    assert fields(*sections)["Issued Date"] == "2024-02-03"
    text = " ".join(to_text(sections).split())
    assert "estimates that results were first submitted on 2024-01-02" in text
    assert "Violation identified" in text
