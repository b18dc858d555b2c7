"""Arm groups against interventions: in words a line for each, and a grid that stays legible."""

from typing import Any

import pytest

from desktop_app.analysis.pictures.shapes import Dot
from desktop_app.export.text import to_text
from desktop_app.presentation.arms import arms_sections
from desktop_app.presentation.arms_matrix import matrix_figure
from desktop_app.presentation.section import Figure
from desktop_app.study.study import Study
from tests.laid_out import PlainMeasure, assert_well_laid_out, texts_of
from tests.studies import study_with

ARMS: list[dict[str, Any]] = [
    {"label": "A", "type": "EXPERIMENTAL", "interventionNames": ["Drug: Aspirin"]},
    {"label": "B", "type": "NO_INTERVENTION"},
]
INTERVENTIONS: list[dict[str, Any]] = [
    {"type": "DRUG", "name": "Aspirin", "armGroupLabels": ["A"]},
    {"type": "DEVICE", "name": "Clock"},
]


def _study(arms: list[dict[str, Any]], interventions: list[dict[str, Any]]) -> Study:
    return study_with(armsInterventionsModule={"armGroups": arms, "interventions": interventions})


def _figure(arms: list[dict[str, Any]], interventions: list[dict[str, Any]]) -> Figure:
    figure = matrix_figure(_study(arms, interventions))
    assert figure is not None
    return figure


def test_each_arm_has_a_line_and_what_no_arm_gets_one_more() -> None:
    assert _figure(ARMS, INTERVENTIONS).words == (
        "A (Experimental): Drug: Aspirin",
        "B (No intervention): none of the interventions",
        "In no arm: Device: Clock",
    )


def test_a_dot_stands_where_an_arm_gets_an_intervention() -> None:
    picture = _figure(ARMS, INTERVENTIONS).draw(640, PlainMeasure())
    dots = [shape for shape in picture.shapes if isinstance(shape, Dot)]
    assert len(dots) == 1
    assert "A – Drug: Aspirin" in [spot.text for spot in picture.spots]


def test_one_arm_alone_and_arms_without_interventions_have_no_grid() -> None:
    assert matrix_figure(_study(ARMS[:1], INTERVENTIONS)) is None
    assert matrix_figure(_study(ARMS, [])) is None
    assert matrix_figure(study_with()) is None


def test_a_large_grid_has_its_numbers_above_and_below_and_names_them_in_a_key() -> None:
    arms = [{"label": f"Arm {number}"} for number in range(23)]
    drugs = [{"type": "DRUG", "name": f"Substance {number}"} for number in range(20)]
    measure = PlainMeasure()
    picture = _figure(arms, drugs).draw(900, measure)
    assert_well_laid_out(picture, 900, measure)
    texts = texts_of(picture)
    assert texts.count("20") == 3
    assert "Drug: Substance 19" in texts
    assert "Arm 22" in texts


LONG = "a name that is a good deal longer than any that fits in a column of a grid " * 4
CASES = {
    "as usual": (ARMS, INTERVENTIONS),
    "same titles": ([{"label": "A"}, {"label": "A"}, {"label": ""}, {}], INTERVENTIONS),
    "long names": (
        [{"label": LONG}, {"label": "x" * 5_000}],
        [{"name": LONG, "armGroupLabels": [LONG]}, {"name": "y" * 5_000}, {}],
    ),
    "many": (
        [{"label": f"Arm {number}"} for number in range(30)],
        [{"name": f"Substance {number}", "armGroupLabels": ["Arm 3"]} for number in range(30)],
    ),
    "very many": (
        [{"label": f"Arm {number}"} for number in range(90)],
        [{"name": f"Substance {number}"} for number in range(60)],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("width", [200, 340, 640, 1300])
def test_any_arms_are_legible_at_any_width(case: tuple[Any, Any], width: float) -> None:
    figure = _figure(*case)
    for em in (13, 26):
        measure = PlainMeasure(em)
        assert_well_laid_out(figure.draw(width, measure), width, measure)


def test_titles_that_do_not_match_are_pointed_out() -> None:
    arms: list[dict[str, Any]] = [
        {"label": "A", "interventionNames": ["Drug: Nothing"]},
        {"label": "B"},
        {"label": "B"},
    ]
    drugs = [{"type": "DRUG", "name": "Aspirin", "armGroupLabels": ["A", "C"]}]
    text = " ".join(to_text(arms_sections(_study(arms, drugs)), width=1_000).split())
    for note in (
        "2 arms have the same title: B",
        "Drug: Aspirin is assigned to “C”, but no arm has that title.",
        "The arm “A” names “Drug: Nothing”, but no intervention has that name.",
    ):
        assert note in text
