from datetime import date
from typing import Any

import pytest

from desktop_app.analysis.checks import Notice, Severity, notices, record_notices
from tests.studies import study_with

TODAY = date(2026, 11, 22)


def texts_for(status: str, **elements: Any) -> list[str]:
    study = study_with(statusModule={"overallStatus": status, **elements})
    return [notice.text for notice in notices(study, TODAY)]


def test_suspended_study_without_a_reason_whose_completion_date_has_passed() -> None:
    study = study_with(
        statusModule={
            "overallStatus": "SUSPENDED",
            "startDateStruct": {"date": "2018-10-01"},
            "completionDateStruct": {"date": "2026-06-30"},
        }
    )
    assert notices(study, TODAY) == (
        Notice(Severity.WARNING, "Suspended. The record does not say why."),
        Notice(Severity.WARNING, "Its completion date, 2026-06-30, has passed."),
    )


@pytest.mark.parametrize(
    ("status", "word"),
    [("TERMINATED", "Terminated"), ("WITHDRAWN", "Withdrawn"), ("SUSPENDED", "Suspended")],
)
def test_stated_reason_is_given_in_its_own_words(status: str, word: str) -> None:
    assert texts_for(status, whyStopped="Slow accrual (\\<10 %)") == [
        f"{word}. Reason stated: Slow accrual (<10 %)"
    ]


def test_empty_reason_is_no_reason() -> None:
    assert texts_for("TERMINATED", whyStopped=" ") == ["Terminated. The record does not say why."]


def test_unknown_status_names_the_last_known_one() -> None:
    assert texts_for(
        "UNKNOWN",
        lastKnownStatus="NOT_YET_RECRUITING",
        completionDateStruct={"date": "2019-01", "type": "ESTIMATED"},
    ) == [
        "Unknown status. The record has not been verified in over two years. "
        "Last known status: Not yet recruiting."
    ]


def test_unknown_status_without_a_last_known_one_says_so() -> None:
    assert texts_for("UNKNOWN")[0].endswith("Last known status: not stated.")


@pytest.mark.parametrize(
    "status",
    [
        "RECRUITING",
        "NOT_YET_RECRUITING",
        "ACTIVE_NOT_RECRUITING",
        "ENROLLING_BY_INVITATION",
    ],
)
def test_passed_completion_date_is_told_while_the_study_is_said_to_go_on(status: str) -> None:
    stated = {"date": "2026-06-30", "type": "ESTIMATED"}
    assert texts_for(status, completionDateStruct=stated) == [
        "Its planned completion date, 2026-06-30, has passed."
    ]


def test_actual_completion_date_is_called_actual() -> None:
    stated = {"date": "2026-06-30", "type": "ACTUAL"}
    assert texts_for("RECRUITING", completionDateStruct=stated) == [
        "Its actual completion date, 2026-06-30, has passed."
    ]


@pytest.mark.parametrize("stated", ["2026-11", "2026-11-22", "2026", "2027-01-01"])
def test_date_that_may_still_come_has_not_passed(stated: str) -> None:
    assert texts_for("RECRUITING", completionDateStruct={"date": stated}) == []


def test_month_has_passed_after_its_last_day() -> None:
    assert texts_for("RECRUITING", completionDateStruct={"date": "2026-10"}) == [
        "Its completion date, 2026-10, has passed."
    ]


@pytest.mark.parametrize("status", ["COMPLETED", "AVAILABLE", "A_STATUS_TO_COME"])
def test_passed_date_of_a_study_that_is_over_is_not_told(status: str) -> None:
    assert texts_for(status, completionDateStruct={"date": "2020-01"}) == []


def test_passed_start_date_is_a_note_while_not_yet_recruiting() -> None:
    study = study_with(
        statusModule={
            "overallStatus": "NOT_YET_RECRUITING",
            "startDateStruct": {"date": "2026-03", "type": "ESTIMATED"},
        }
    )
    assert notices(study, TODAY) == (
        Notice(
            Severity.NOTE,
            "Its planned start date, 2026-03, has passed. "
            "The record says that it is not yet recruiting.",
        ),
    )


def test_passed_completion_date_makes_the_start_date_needless() -> None:
    assert texts_for(
        "NOT_YET_RECRUITING",
        startDateStruct={"date": "2025-03"},
        completionDateStruct={"date": "2026-03"},
    ) == ["Its completion date, 2026-03, has passed."]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (
            "NO_LONGER_AVAILABLE",
            "No longer available. Expanded access was available before and will not be again.",
        ),
        (
            "TEMPORARILY_NOT_AVAILABLE",
            "Temporarily not available. Expanded access is expected to be available again.",
        ),
        ("WITHHELD", "Withheld. The registry does not show the details of this study."),
    ],
)
def test_status_that_needs_a_word_gets_one(status: str, text: str) -> None:
    assert texts_for(status) == [text]


def test_primary_completion_before_the_start_is_noted() -> None:
    assert texts_for(
        "COMPLETED",
        startDateStruct={"date": "2020-03-01"},
        primaryCompletionDateStruct={"date": "2019-12"},
    ) == [
        "The record states a primary completion date, 2019-12, before its start date, 2020-03-01."
    ]


def test_completion_before_the_start_is_noted_where_no_primary_one_is_stated() -> None:
    assert texts_for(
        "COMPLETED",
        startDateStruct={"date": "2020-03-01"},
        completionDateStruct={"date": "2019-12"},
    ) == ["The record states a completion date, 2019-12, before its start date, 2020-03-01."]


def test_dates_that_may_mean_the_same_day_are_no_contradiction() -> None:
    assert (
        texts_for(
            "COMPLETED",
            startDateStruct={"date": "2020-03-15"},
            primaryCompletionDateStruct={"date": "2020-03"},
        )
        == []
    )


def ages(low: str, high: str) -> list[str]:
    study = study_with(eligibilityModule={"minimumAge": low, "maximumAge": high})
    return [notice.text for notice in notices(study, TODAY)]


def test_minimum_age_above_the_maximum_is_noted() -> None:
    assert ages("18 Years", "24 Months") == [
        "The record states a minimum age, 18 years, above its maximum age, 24 months."
    ]


def test_no_limit_contradicts_no_age() -> None:
    assert ages("N/A", "18 Years") == []
    assert ages("18 Years", "N/A") == []
    assert ages("18 Years", "18 Years") == []


def test_record_that_states_nothing_gives_no_notice() -> None:
    assert notices(study_with(), TODAY) == ()


def test_a_part_of_a_record_says_what_it_lacks() -> None:
    (notice,) = record_notices(study_with(statusModule={"overallStatus": "COMPLETED"}))
    assert notice == Notice(
        Severity.WARNING,
        "This is a part of a record. It lacks: Sponsors and Collaborators, Description,"
        " Conditions, Study Design, Eligibility.",
    )


def test_a_withheld_record_is_no_part() -> None:
    assert record_notices(study_with(statusModule={"overallStatus": "WITHHELD"})) == ()


def test_a_value_that_could_not_be_read_is_told() -> None:
    withheld = study_with(statusModule={"overallStatus": "WITHHELD"})
    (notice,) = record_notices(withheld, ["minimumAge: 'eighteen' is left out: no age"])
    assert "could not be read: minimumAge: 'eighteen'" in notice.text
