from datetime import date
from typing import Any

import pytest

from desktop_app.presentation.comparison import comparison, comparison_sections
from desktop_app.presentation.comparison.content import Cell, Comparison, ComparisonRow
from desktop_app.presentation.comparison.cuts import (
    LENGTHS,
    STEPS,
    clipped,
    shortened,
    shortenings,
    without_design,
)
from desktop_app.presentation.section import Table
from desktop_app.study.study import Study
from tests.presentation.parts import parts_of
from tests.studies import study_with

TODAY = date(2026, 11, 22)
TRIAL: dict[str, Any] = {"studyType": "INTERVENTIONAL", "designInfo": {"allocation": "RANDOMIZED"}}


def compared(*modules: dict[str, Any]) -> Comparison:
    return comparison([study_with(**one) for one in modules], TODAY)


def row_of(made: Comparison, label: str) -> ComparisonRow:
    return next(row for row in made.rows if row.label == label)


def words(made: Comparison, label: str) -> list[tuple[str, ...]]:
    return [cell.lines for cell in row_of(made, label).cells]


def arms(count: int) -> dict[str, Any]:
    groups = [{"label": f"Arm {number}", "type": "EXPERIMENTAL"} for number in range(count)]
    return {"designModule": TRIAL, "armsInterventionsModule": {"armGroups": groups}}


def test_each_row_has_a_cell_for_each_study() -> None:
    made = compared({}, {}, {})
    assert len(made.studies) == 3
    assert {len(row.cells) for row in made.rows} == {3}


@pytest.mark.parametrize("count", [0, 1, 7])
def test_two_to_six_studies_can_be_compared(count: int) -> None:
    with pytest.raises(ValueError, match="2 to 6"):
        comparison([study_with()] * count, TODAY)


def test_rows_that_are_alike_are_told() -> None:
    made = compared(
        {"designModule": TRIAL, "eligibilityModule": {"sex": "ALL"}},
        {"designModule": TRIAL, "eligibilityModule": {"sex": "FEMALE"}},
    )
    assert row_of(made, "Allocation").is_same
    assert not row_of(made, "Sex").is_same


def test_what_no_record_states_is_not_alike() -> None:
    made = compared({"designModule": TRIAL}, {"designModule": TRIAL})
    assert words(made, "Masking") == [("Not stated",), ("Not stated",)]
    assert not row_of(made, "Masking").is_same


def test_a_question_that_fits_one_study_does_not_apply_to_the_other() -> None:
    made = compared({"designModule": TRIAL}, {"designModule": {"studyType": "OBSERVATIONAL"}})
    assert words(made, "Allocation") == [("Randomized",), ("Not applicable",)]
    assert words(made, "Time perspective") == [("Not applicable",), ("Not stated",)]
    assert "Time perspective" not in [row.label for row in compared({}, {}).rows]


def test_expanded_access_has_no_arms_and_no_outcomes() -> None:
    made = compared({"designModule": TRIAL}, {"designModule": {"studyType": "EXPANDED_ACCESS"}})
    assert words(made, "Arms or groups") == [("Not stated",), ("Not applicable",)]
    assert words(made, "Primary outcomes") == [("Not stated",), ("Not applicable",)]
    assert words(made, "Primary completion") == [("Not stated",), ("Not applicable",)]


def test_planned_and_actual_are_labelled() -> None:
    made = compared(
        {
            "designModule": TRIAL | {"enrollmentInfo": {"count": 0, "type": "ACTUAL"}},
            "statusModule": {"primaryCompletionDateStruct": {"date": "2020-11"}},
        },
        {},
    )
    assert words(made, "Participants")[0] == ("0 (actual)",)
    assert words(made, "Primary completion")[0] == ("2020-11 (type not stated)",)


def test_outcomes_have_their_time_frames_and_criteria_are_counted() -> None:
    made = compared(
        {
            "outcomesModule": {
                "primaryOutcomes": [{"measure": "Pain", "timeFrame": "1 day"}, {"measure": "Sleep"}]
            },
            "eligibilityModule": {
                "eligibilityCriteria": "Inclusion Criteria:\n\n* a\n* b\n\n"
                "Exclusion Criteria:\n\n* c"
            },
        },
        {},
    )
    expected = ("Pain [1 day]", "Sleep [time frame not stated]")
    assert words(made, "Primary outcomes") == [expected, ("Not stated",)]
    assert words(made, "Criteria") == [("2 inclusion, 1 exclusion",), ("Not stated",)]


def test_open_sites_are_counted_where_the_record_states_what_is_open() -> None:
    made = compared(
        {"contactsLocationsModule": {"locations": [{"status": "RECRUITING"}, {"city": "Oslo"}]}},
        {"contactsLocationsModule": {"locations": [{"city": "Oslo"}]}},
        {},
    )
    assert words(made, "Open sites") == [("1 of 2 sites",), ("Not stated",), ("Not applicable",)]


def test_studies_without_sites_are_not_alike_in_open_ones() -> None:
    made = compared({}, {})
    assert words(made, "Open sites") == [("Not applicable",), ("Not applicable",)]
    assert not row_of(made, "Open sites").is_same


def test_items_are_left_out_whole_and_counted() -> None:
    whole = compared(arms(6), arms(2))
    made = shortened(whole, ["Arms or groups"], 2)
    assert words(made, "Arms or groups") == [
        ("Experimental: Arm 0", "Experimental: Arm 1", "4 more"),
        ("Experimental: Arm 0", "Experimental: Arm 1"),
    ]
    assert shortenings(whole, made) == ("arms or groups",)
    assert shortenings(whole, whole) == ()
    assert not row_of(made, "Arms or groups").is_same


def test_what_is_cut_to_the_same_is_not_alike() -> None:
    made = shortened(compared(arms(6), arms(7)), ["Arms or groups"], 2)
    assert not row_of(made, "Arms or groups").is_same
    other = arms(6)
    other["armsInterventionsModule"]["armGroups"][5]["label"] = "Another arm"
    made = shortened(compared(arms(6), other), ["Arms or groups"], 2)
    first, second = row_of(made, "Arms or groups").cells
    assert first == second
    assert not row_of(made, "Arms or groups").is_same
    made = shortened(compared(arms(6), arms(6)), ["Arms or groups"], 2)
    assert row_of(made, "Arms or groups").is_same


def test_the_steps_keep_an_item_of_each_list() -> None:
    made = compared(arms(30), arms(2))
    for step in STEPS:
        made = shortened(made, step.labels, step.least)
    assert words(made, "Arms or groups")[0] == (*("Experimental: Arm 0", "29 more"),)


def test_texts_are_clipped_at_words_and_say_so() -> None:
    long = {"conditionsModule": {"conditions": ["word " * 100]}}
    whole = compared(long, {})
    made = clipped(whole, 60)
    (item,) = words(made, "Conditions")[0]
    assert item.endswith("word …")
    assert len(item) <= 62
    assert shortenings(whole, made) == ("long texts of conditions",)
    shortest = clipped(whole, LENGTHS[-1], all_rows=True)
    assert max(len(one) for row in shortest.rows for cell in row.cells for one in cell.lines) <= 16


def test_a_clipped_outcome_keeps_a_short_time_frame() -> None:
    outcome = {"measure": "word " * 30, "timeFrame": "6 weeks"}
    made = clipped(compared({"outcomesModule": {"primaryOutcomes": [outcome]}}, {}), 40)
    assert words(made, "Primary outcomes")[0][0].endswith("word … [6 weeks]")
    assert len(words(made, "Primary outcomes")[0][0]) <= 42


def test_the_records_own_words_are_clipped_before_facts_are() -> None:
    masking = {"masking": "QUADRUPLE", "whoMasked": ["PARTICIPANT", "INVESTIGATOR"]}
    design = {"studyType": "INTERVENTIONAL", "designInfo": {"maskingInfo": masking}}
    whole = compared({"designModule": design}, {})
    said = "Quadruple: participant, investigator"
    assert words(clipped(whole, 14), "Masking")[0] == (said,)
    assert words(clipped(whole, 14, all_rows=True), "Masking")[0] == ("Quadruple: …",)


def test_the_design_in_a_sentence_goes_before_words_do() -> None:
    whole = compared({"designModule": TRIAL}, {})
    made = without_design(whole)
    assert "Design" not in [row.label for row in made.rows]
    assert shortenings(whole, made) == ("the design in a sentence",)


def test_a_cell_is_whole_by_itself() -> None:
    assert all(cell.more == "" for row in compared({}, {}).rows for cell in row.cells)
    assert isinstance(compared({}, {}).rows[0].cells[0], Cell)


def test_the_comparison_is_a_table_for_whatever_draws_tables() -> None:
    studies: list[Study] = [study_with(**arms(2)), study_with(**arms(1))]
    (section,) = comparison_sections(studies, TODAY)
    (table,) = parts_of(section, Table)
    assert table.columns == ("Question", "NCT01234567", "NCT01234567", "All alike")
    assert {len(row) for row in table.rows} == {4}
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Title"] == ("Study NCT01234567", "Study NCT01234567", "")
    assert rows["Arms or groups"] == (
        *("Experimental: Arm 0\nExperimental: Arm 1", "Experimental: Arm 0", "no"),
    )
    assert rows["Allocation"] == ("Randomized", "Randomized", "yes")
