"""Which pictures stand where in the Design tab, and what is said beside odd numbers."""

from datetime import date

import pytest

from desktop_app.export.text import to_text
from desktop_app.presentation.context import Context
from desktop_app.presentation.design import design_sections
from desktop_app.presentation.figures import figures_of
from tests.studies import study_with

TRIAL = {
    "designModule": {
        "studyType": "INTERVENTIONAL",
        "designInfo": {"maskingInfo": {"masking": "NONE"}},
    },
    "statusModule": {"startDateStruct": {"date": "2020-01-01", "type": "ACTUAL"}},
    "conditionsModule": {"conditions": ["Asthma"]},
}


def test_the_schematic_comes_first_then_masking_and_time() -> None:
    sections = design_sections(study_with(**TRIAL))
    assert sections[0].title == "Schematic"
    ids = [figure.id for figure in figures_of(sections)]
    assert ids == ["schematic", "masking", "time-axis"]


def test_today_is_on_the_axis_only_where_it_is_known() -> None:
    study = study_with(**TRIAL)
    assert "Today" not in to_text(design_sections(study))
    assert "Today: 2026-11-25" in to_text(design_sections(study, Context(date(2026, 11, 25))))


@pytest.mark.parametrize(
    ("count", "status", "is_noted"),
    [(0, "COMPLETED", True), (0, "WITHDRAWN", False), (12, "COMPLETED", False)],
)
def test_nobody_in_a_study_that_is_not_withdrawn_is_noted(
    count: int, status: str, is_noted: bool
) -> None:
    study = study_with(
        designModule={"enrollmentInfo": {"count": count}}, statusModule={"overallStatus": status}
    )
    note = "The record states 0 participants; the study is not marked as withdrawn."
    assert (note in to_text(design_sections(study))) is is_noted


def test_fewer_participants_than_none_are_shown_as_written_and_noted() -> None:
    text = to_text(design_sections(study_with(designModule={"enrollmentInfo": {"count": -5}})))
    assert "-5 (type not stated)" in text
    assert "The record states fewer participants than none." in text


def test_the_mark_of_an_unknown_number_is_shown_as_such() -> None:
    study = study_with(designModule={"enrollmentInfo": {"count": 99_999_999}})
    text = " ".join(to_text(design_sections(study)).split())
    assert "Enrollment: Not stated (the record holds 99 999 999, the registry's mark" in text
    assert "99 999 999 participants" not in text
