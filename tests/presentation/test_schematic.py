"""What the schematic says: what the record states, and that the rest is not stated."""

import re
from typing import Any

import pytest

from desktop_app.presentation.schematic import schematic_figure
from desktop_app.presentation.section import Figure
from desktop_app.readers.ctgov_json import read_ctgov_json
from tests.drawn_boxes import assert_boxes_are_apart, assert_boxes_hold_their_texts
from tests.laid_out import PlainMeasure, assert_well_laid_out, texts_of
from tests.real_records import needs_records, record_files
from tests.studies import study_with


def _figure(**modules: Any) -> Figure:
    figure = schematic_figure(study_with(**modules))
    assert figure is not None
    return figure


def _drawn(figure: Figure, width: float = 1300, em: float = 13) -> str:
    measure = PlainMeasure(em)
    picture = figure.draw(width, measure)
    assert_well_laid_out(picture, width, measure)
    assert_boxes_hold_their_texts(picture, measure)
    assert_boxes_are_apart(picture)
    return " ".join(texts_of(picture))


def _design(study_type: str = "INTERVENTIONAL", count: int | None = None, **info: Any) -> Any:
    enrollment = {} if count is None else {"enrollmentInfo": {"count": count}}
    return {"studyType": study_type, "designInfo": info} | enrollment


def _arms(*labels: str, interventions: tuple[Any, ...] = ()) -> Any:
    groups = [{"label": label, "type": "EXPERIMENTAL"} for label in labels]
    return {"armGroups": groups, "interventions": list(interventions)}


def _drug(name: str, *arms: str) -> Any:
    return {"type": "DRUG", "name": name, "armGroupLabels": list(arms)}


def test_a_record_that_states_nothing_has_no_schematic() -> None:
    assert schematic_figure(study_with()) is None


def test_a_randomized_trial_never_claims_a_ratio() -> None:
    figure = _figure(
        designModule=_design(
            allocation="RANDOMIZED",
            interventionModel="PARALLEL",
            maskingInfo={"masking": "DOUBLE", "whoMasked": ["PARTICIPANT", "INVESTIGATOR"]},
        ),
        armsInterventionsModule=_arms("A", "B", interventions=(_drug("Zinc", "A"),)),
    )
    assert "Randomized, ratio not stated" in figure.words
    assert figure.words[0] == "Parallel assignment · double masked: participant, investigator"
    assert "Arm 1 of 2: A (Experimental): Drug: Zinc" in figure.words
    assert "Arm 2 of 2: B (Experimental): no intervention named" in figure.words
    assert "1:1" not in _drawn(figure)


def test_what_is_not_stated_is_said_to_be_so() -> None:
    figure = _figure(
        designModule=_design(), armsInterventionsModule=_arms("A", "B"), conditionsModule={}
    )
    drawn = _drawn(figure)
    assert "Allocation not stated" in drawn
    assert "Population not stated" in drawn
    assert "Primary outcomes not stated" in drawn
    assert figure.words[0] == "Intervention model not stated · masking not stated"


@pytest.mark.parametrize(
    ("enrollment", "expected"),
    [
        ({"count": 12, "type": "ESTIMATED"}, "12 participants (estimated)"),
        ({"count": 0, "type": "ACTUAL"}, "0 participants (actual)"),
        ({"count": 1}, "1 participant (planned or actual not stated)"),
        ({}, "Enrollment not stated"),
        (
            {"count": 99_999_999},
            "Enrollment not stated (the record holds 99 999 999, "
            "the registry's mark for an unknown number)",
        ),
    ],
)
def test_planned_and_actual_numbers_are_told_apart(
    enrollment: dict[str, Any], expected: str
) -> None:
    design = {"studyType": "INTERVENTIONAL", "enrollmentInfo": enrollment}
    figure = _figure(designModule=design, conditionsModule={"conditions": ["Asthma"]})
    assert expected in figure.words


def test_a_single_group_is_a_straight_line() -> None:
    figure = _figure(
        designModule=_design(allocation="NA", interventionModel="SINGLE_GROUP"),
        armsInterventionsModule=_arms("All", interventions=(_drug("Zinc", "All"),)),
    )
    assert "llocation" not in _drawn(figure)
    assert "Arm: All (Experimental): Drug: Zinc" in figure.words


def test_a_crossover_states_neither_periods_nor_order() -> None:
    figure = _figure(
        designModule=_design(allocation="RANDOMIZED", interventionModel="CROSSOVER"),
        armsInterventionsModule=_arms("A first", "B first"),
    )
    assert "Crossover: periods and order not stated" in figure.words
    assert "periods and order not stated" in _drawn(figure)


def test_a_factorial_study_that_combines_nothing_is_drawn_as_lanes() -> None:
    apart = (_drug("Zinc", "A"), _drug("Iron", "B"))
    together = (_drug("Zinc", "A", "B"), _drug("Iron", "B"))
    design = _design(allocation="RANDOMIZED", interventionModel="FACTORIAL")
    sentence = "The arms are drawn by which interventions they combine."
    for interventions, is_grid in ((apart, False), (together, True)):
        arms = _arms("A", "B", interventions=interventions)
        figure = _figure(designModule=design, armsInterventionsModule=arms)
        assert (sentence in figure.words) is is_grid
        _drawn(figure)


def test_the_order_of_steps_is_that_of_the_record() -> None:
    figure = _figure(
        designModule=_design(allocation="NON_RANDOMIZED", interventionModel="SEQUENTIAL"),
        armsInterventionsModule=_arms("Dose 1", "Dose 2"),
    )
    assert any("order of the record’s list" in line for line in figure.words)
    assert "order of the record’s list" in _drawn(figure)


def test_other_ways_of_observing_say_what_is_other() -> None:
    figure = _figure(
        designModule=_design("OBSERVATIONAL", observationalModel="OTHER", timePerspective="OTHER")
    )
    drawn = _drawn(figure)
    assert "Other model" in drawn
    assert "Other time perspective" in drawn


def test_groups_are_observed_not_allocated() -> None:
    figure = _figure(
        designModule=_design(
            "OBSERVATIONAL", observationalModel="COHORT", timePerspective="PROSPECTIVE"
        )
        | {"patientRegistry": True, "targetDuration": "5 Years"},
        armsInterventionsModule={"armGroups": [{"label": "Cases"}, {"label": "Controls"}]},
    )
    said = "Observed, Cohort, Prospective, Patient Registry, Target Follow-Up Duration: 5 Years"
    assert said in figure.words
    assert "Group 2 of 2: Controls" in figure.words
    drawn = _drawn(figure)
    assert "llocation" not in drawn
    assert "masking" not in drawn


def test_expanded_access_shows_its_types_and_interventions() -> None:
    figure = _figure(
        designModule={"studyType": "EXPANDED_ACCESS", "expandedAccessTypes": {"individual": True}},
        armsInterventionsModule={"interventions": [_drug("Zinc")]},
    )
    assert "Expanded access, Individual Patients" in figure.words
    assert "Intervention: Zinc (Drug)" in figure.words
    assert "not stated" not in _drawn(figure).replace("Population not stated", "")


def test_interventions_without_arms_are_shown_where_there_are_no_arms() -> None:
    figure = _figure(
        designModule=_design(), armsInterventionsModule={"interventions": [_drug("Zinc")]}
    )
    assert "Arms not stated: Drug: Zinc" in figure.words
    assert "Arms not stated Drug: Zinc" in _drawn(figure)


def test_an_intervention_that_no_arm_names_stands_below_the_picture() -> None:
    figure = _figure(armsInterventionsModule=_arms("A", interventions=(_drug("Zinc"),)))
    assert "Named without an arm: Drug: Zinc." in figure.words
    assert "Named without an arm: Drug: Zinc." in _drawn(figure)


def test_outcomes_beyond_the_first_are_counted_and_read_in_whole() -> None:
    outcomes = [{"measure": f"Measure {number}", "timeFrame": "1 year"} for number in range(7)]
    outcomes[1] = {"measure": "Measure 1"}
    figure = _figure(outcomesModule={"primaryOutcomes": outcomes})
    assert "and 5 more" in _drawn(figure)
    assert "Measure 6 (1 year)" in figure.words
    assert "Measure 1 (time frame not stated)" in figure.words


def test_bad_records_are_drawn_as_they_are_with_a_note() -> None:
    figure = _figure(
        designModule=_design(
            allocation="RANDOMIZED",
            interventionModel="SINGLE_GROUP",
            maskingInfo={"masking": "NONE", "whoMasked": ["PARTICIPANT"]},
        ),
        armsInterventionsModule=_arms("A", "A", ""),
    )
    assert figure.words[0].endswith("open label, yet named as masked: participant")
    assert "2 arms have the same title: A" in figure.words
    assert "The record states a single group assignment, and 3 arms." in figure.words
    assert "Title not stated" in _drawn(figure)


@pytest.mark.parametrize("em", [13, 26])
@pytest.mark.parametrize("width", [340, 640, 900, 1300])
def test_words_from_no_list_are_drawn_as_they_are(width: float, em: float) -> None:
    figure = _figure(
        designModule=_design("MYSTERY", -5, allocation="BY_LOT", interventionModel="SPIRAL"),
        armsInterventionsModule=_arms(*[f"Arm {'x' * 150} {number}" for number in range(5)]),
    )
    _drawn(figure, width, em)


_OWN_WORDS = re.compile(
    r"and \d+ more|with(out)?|\d+|\d+ (arms|groups|interventions)|the first \d+ are shown"
)
"""What only the picture says, as it shows a part of what is read in whole."""


@needs_records
def test_whatever_a_schematic_shows_can_be_read() -> None:
    for file in record_files("ctgov_json", "*.json", step=11):
        study, _ = read_ctgov_json(file.read_bytes())
        figure = schematic_figure(study)
        assert figure is not None
        read = " ".join(figure.words).casefold()
        for line in texts_of(figure.draw(1300, PlainMeasure())):
            shown = line.removesuffix("…").removeprefix("each: ")
            for part in (piece for piece in re.split("[ ·;,]+", shown) if piece):
                assert part.casefold() in read or _OWN_WORDS.fullmatch(line), (file.name, line)


@needs_records
def test_schematics_of_real_records_are_legible_at_any_width() -> None:
    for file in record_files("ctgov_json", "*.json", step=9):
        study, _ = read_ctgov_json(file.read_bytes())
        figure = schematic_figure(study)
        if figure is None:
            continue
        assert all(line.strip() for line in figure.words), file.name
        for width, em in ((340, 13), (340, 26), (640, 13), (900, 13), (1300, 13), (1300, 26)):
            assert _drawn(figure, width, em), file.name
