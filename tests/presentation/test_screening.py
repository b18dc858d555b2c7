from datetime import date
from typing import Any

import pytest

from desktop_app.presentation.screening import screening_sections, screening_sheet
from desktop_app.presentation.screening.content import (
    Answer,
    RowKind,
    ScreeningList,
    ScreeningSheet,
)
from desktop_app.presentation.section import Table
from tests.presentation.parts import parts_of
from tests.studies import study_with

TODAY = date(2026, 11, 22)
LIMITS = "Limits in fields of the record"
INCLUSION, EXCLUSION = "Inclusion criteria", "Exclusion criteria"


def sheet_with(text: str = "", **fields: Any) -> ScreeningSheet:
    module = fields | ({"eligibilityCriteria": text} if text else {})
    return screening_sheet(study_with(eligibilityModule=module), TODAY)


def list_of(sheet: ScreeningSheet, title: str) -> ScreeningList:
    return next(one for one in sheet.lists if one.title == title)


def rows_of(sheet: ScreeningSheet, title: str) -> list[tuple[RowKind, str, int, str]]:
    return [(row.kind, row.number, row.depth, row.text) for row in list_of(sheet, title).rows]


def limits_with(**fields: Any) -> dict[str, tuple[bool, str]]:
    rows = list_of(sheet_with(**fields), LIMITS).rows
    return {row.text: (row.has_boxes, row.note) for row in rows}


def test_every_criterion_is_a_row_with_its_number_and_exact_words() -> None:
    sheet = sheet_with(
        "Inclusion Criteria:\n\n* Adults\n* Able to\n\n  * read\n\n  OR\n\n  * listen\n\n"
        "Exclusion Criteria:\n\n* WBC \\> 9\\*10\\^7"
    )
    assert rows_of(sheet, INCLUSION) == [
        (RowKind.CRITERION, "I-1", 0, "Adults"),
        (RowKind.CRITERION, "I-2", 0, "Able to"),
        (RowKind.PART, "I-2.1", 1, "read"),
        (RowKind.NOTE, "", 1, "OR"),
        (RowKind.PART, "I-2.2", 1, "listen"),
    ]
    assert rows_of(sheet, EXCLUSION) == [(RowKind.CRITERION, "E-1", 0, "WBC > 9*10^7")]
    assert [row.has_boxes for row in list_of(sheet, INCLUSION).rows] == [
        *(True, True, True, False, True),
    ]


def test_headings_and_leads_are_rows_without_boxes() -> None:
    rows = list_of(
        sheet_with(
            "Inclusion Criteria:\n\nPatients must meet all of the following:\n\n* One\n\n"
            "For cohort A:\n\n* Two\n\nExclusion Criteria: none"
        ),
        INCLUSION,
    ).rows
    assert [(row.kind, row.text) for row in rows if not row.has_boxes] == [
        (RowKind.LEAD, "Patients must meet all of the following:"),
        (RowKind.HEADING, "For cohort A:"),
    ]


def test_each_list_says_which_answer_it_needs() -> None:
    sheet = sheet_with("Inclusion Criteria:\n\n* a\n\nExclusion Criteria:\n\n* b")
    inclusion, exclusion = list_of(sheet, INCLUSION), list_of(sheet, EXCLUSION)
    assert (inclusion.needed, exclusion.needed) == (Answer.YES, Answer.NO)
    assert inclusion.rule == "To take part, every criterion here needs the answer Yes."
    assert exclusion.rule == "To take part, every criterion here needs the answer No."


def test_parts_have_boxes_that_are_not_counted_and_the_list_says_so() -> None:
    sheet = sheet_with("Inclusion Criteria:\n\n* a\n\n  * b\n  * c\n\nExclusion Criteria:\n\n* d")
    inclusion = list_of(sheet, INCLUSION)
    assert (inclusion.count, sheet.count) == (1, 2)
    assert "the boxes of its parts help with that and are not counted" in inclusion.rule
    assert "parts" not in list_of(sheet, EXCLUSION).rule


def test_criteria_that_the_record_does_not_sort_stand_by_themselves() -> None:
    alone = list_of(sheet_with("Healthy adults."), "Criteria as written")
    assert alone.needed is None
    assert alone.rule.startswith("The record does not tell inclusion from exclusion here")
    assert [(row.number, row.text) for row in alone.rows] == [("C-1", "Healthy adults.")]
    beside = sheet_with(
        "Withdrawal criteria:\n\n* c\n\nInclusion Criteria:\n\n* a\n\nExclusion Criteria:\n\n* b"
    )
    assert [one.title for one in beside.lists][1:] == [
        *(INCLUSION, EXCLUSION, "Criteria under other headings"),
    ]


def test_a_record_without_criteria_says_so_and_keeps_its_limits() -> None:
    sheet = sheet_with(minimumAge="18 Years")
    assert [one.title for one in sheet.lists] == [LIMITS, "Eligibility Criteria"]
    assert sheet.lists[1].rule == "Not stated. This record states no eligibility criteria."
    assert sheet.count == 1


def test_a_record_with_one_side_only_says_that_the_other_is_not_stated() -> None:
    exclusion = list_of(sheet_with("Inclusion Criteria:\n\n* a"), EXCLUSION)
    assert exclusion.rows == ()
    assert exclusion.rule.startswith("Not stated. The record has no exclusion criteria under")


def test_words_that_are_no_criterion_leave_nothing_to_answer() -> None:
    exclusion = list_of(
        sheet_with("Inclusion Criteria:\n\n* a\n\nExclusion Criteria: none"), EXCLUSION
    )
    assert [row.text for row in exclusion.rows] == ["none"]
    assert (exclusion.count, exclusion.rule) == (
        *(0, "No criterion here, only these words of the record:"),
    )


def test_a_heading_that_heads_nothing_is_answered_where_it_may_be_a_criterion() -> None:
    text = "Inclusion Criteria:\n\nMild asthma, adults -\n\nExclusion Criteria:\n\n* children"
    inclusion = list_of(sheet_with(text), INCLUSION)
    assert [(row.text, row.has_boxes) for row in inclusion.rows] == [
        ("Mild asthma, adults -", True)
    ]
    assert inclusion.count == 1
    announced = list_of(sheet_with(text.replace("adults -", "adults:")), INCLUSION)
    assert [row.has_boxes for row in announced.rows] == [False]


def test_limits_are_rows_of_their_own() -> None:
    assert limits_with(
        minimumAge="18 Years",
        stdAges=["ADULT", "OLDER_ADULT"],
        sex="FEMALE",
        healthyVolunteers=False,
        genderBased=True,
        genderDescription="Born \\<female\\>",
    ) == {
        "Minimum Age: 18 years": (True, "Yes means not younger"),
        "Maximum Age: No limit": (False, "nothing to check"),
        "Sex: Female": (True, "Yes means of this sex"),
        "Gender Based: Yes\nBorn <female>": (True, "Yes means that this is met"),
        "Accepts Healthy Volunteers: No": (True, "Yes means not a healthy volunteer"),
    }


def test_what_is_not_stated_and_what_limits_nobody_have_no_boxes() -> None:
    assert limits_with() == {
        "Minimum Age: Not stated": (False, ""),
        "Maximum Age: Not stated": (False, ""),
        "Sex: Not stated": (False, ""),
        "Accepts Healthy Volunteers: Not stated": (False, ""),
    }
    open_to_all = limits_with(sex="ALL", healthyVolunteers=True, maximumAge="N/A")
    assert open_to_all["Sex: All sexes"] == (False, "nothing to check")
    assert open_to_all["Accepts Healthy Volunteers: Yes"] == (False, "nothing to check")
    assert open_to_all["Maximum Age: No limit"] == (False, "nothing to check")


def test_a_record_that_states_nothing_is_not_said_to_limit_nobody() -> None:
    stated = list_of(sheet_with(), LIMITS)
    assert stated.count == 0
    assert "no limit" not in stated.rule.lower()


def test_limits_are_numbered_apart_from_criteria() -> None:
    limits = list_of(sheet_with("Inclusion Criteria:\n\n* a", sex="MALE"), LIMITS)
    assert [row.number for row in limits.rows] == ["F-1", "F-2", "F-3", "F-4"]


@pytest.mark.parametrize(
    ("written", "own"),
    [
        (["1. a", "2. b"], ["", ""]),
        (["30. a", "31. b"], ["30.", "31."]),
        (["* a", "* b"], ["", ""]),
        (["a) a", "b) b"], ["a)", "b)"]),
        (["\\• o One", "• o Two"], ["", ""]),
        (["* (1) a", "* (2) b"], ["", ""]),
        (["* (i) a", "* (ii) b"], ["(i)", "(ii)"]),
    ],
)
def test_the_authors_number_is_kept_where_it_is_another_one(
    written: list[str], own: list[str]
) -> None:
    text = "Inclusion Criteria:\n\n" + "\n".join(written)
    rows = list_of(sheet_with(text), INCLUSION).rows
    assert [row.own_number for row in rows] == own


def test_the_population_of_an_observational_study_stands_before_its_criteria() -> None:
    sheet = sheet_with("Inclusion Criteria:\n\n* a", studyPopulation="All who come.")
    assert rows_of(sheet, "Study Population") == [(RowKind.LEAD, "", 0, "All who come.")]


def test_the_sheet_asks_for_a_code_and_says_what_it_is_not() -> None:
    sheet = sheet_with()
    assert (sheet.code.label, sheet.code.hint) == ("Participant code", "a code, never a name")
    assert "not the approved protocol" in sheet.warning
    assert sheet.identity.nct_id == "NCT01234567"
    assert sheet.printed == TODAY


def test_the_sheet_is_tables_for_whatever_draws_tables() -> None:
    text = "Inclusion Criteria:\n\nAll of the following:\n\n* a\n\nExclusion Criteria:\n\n* b"
    study = study_with(eligibilityModule={"eligibilityCriteria": text, "sex": "MALE"})
    sections = screening_sections(study, TODAY)
    limits, inclusion, exclusion, totals = parts_of(sections, Table)
    assert inclusion.rows == (
        ("", "All of the following:", *[""] * 6),
        ("I-1", "a", "☐", "☐", "☐", "", "", ""),
    )
    assert limits.rows[2] == ("F-3", "Sex: Male\nYes means of this sex", "☐", "☐", "☐", "", "", "")
    assert len(exclusion.rows) == 1
    assert [row[:2] for row in totals.rows] == [
        (limits.name, "1"),
        (inclusion.name, "1"),
        (exclusion.name, "1"),
    ]
