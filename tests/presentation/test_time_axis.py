"""The dates of a study: what is said of them, and that their picture stays legible."""

from datetime import date
from typing import Any

import pytest

from desktop_app.analysis.pictures.shapes import Box, Ink, Picture
from desktop_app.presentation.section import Figure
from desktop_app.presentation.time_axis import time_axis_figure
from tests.laid_out import PlainMeasure, assert_well_laid_out, texts_of
from tests.studies import study_with

TODAY = date(2026, 11, 25)


def _figure(today: date | None = TODAY, **status: Any) -> Figure:
    figure = time_axis_figure(study_with(statusModule=status), today)
    assert figure is not None
    return figure


def _dated(text: str, kind: str = "") -> dict[str, str]:
    return {"date": text, "type": kind} if kind else {"date": text}


def _bars(picture: Picture) -> list[Box]:
    """Return the parts of the bar; marks have round ends, and names a ground only."""
    return [
        shape
        for shape in picture.shapes
        if isinstance(shape, Box) and shape.ink is Ink.ACCENT and not shape.radius
    ]


def _drawn(figure: Figure, width: float = 640, em: float = 13) -> Picture:
    measure = PlainMeasure(em)
    picture = figure.draw(width, measure)
    assert_well_laid_out(picture, width, measure)
    return picture


def test_dates_are_told_in_their_order_with_their_kind() -> None:
    figure = _figure(
        studyFirstSubmitDate="2018-09-20",
        startDateStruct=_dated("2018-10", "ACTUAL"),
        completionDateStruct=_dated("2030", "ESTIMATED"),
        lastUpdateSubmitDate="2025-12-04",
    )
    assert figure.words[:5] == (
        "First Submitted: 2018-09-20",
        "Study Start Date: 2018-10 (actual)",
        "Last Update Submitted: 2025-12-04",
        "Today: 2026-11-25",
        "Study Completion Date: 2030 (estimated)",
    )


def test_a_kind_that_is_not_stated_is_said_to_be_so() -> None:
    figure = _figure(startDateStruct=_dated("1999-06"))
    assert "Study Start Date: 1999-06 (type not stated)" in figure.words
    assert "1999-06 · type not stated" in texts_of(_drawn(figure))


def test_actual_dates_are_filled_and_estimated_ones_hollow() -> None:
    picture = _drawn(
        _figure(
            startDateStruct=_dated("2020-01-01", "ACTUAL"),
            completionDateStruct=_dated("2030-01-01", "ESTIMATED"),
        )
    )
    marks = [shape for shape in picture.shapes if isinstance(shape, Box) and shape.radius]
    assert [mark.fill for mark in marks] == [Ink.ACCENT, Ink.GROUND]
    (bar,) = _bars(picture)
    assert bar.is_dashed
    assert bar.fill is Ink.ACCENT_TINT


def test_a_month_and_a_year_are_drawn_as_long_as_they_are() -> None:
    picture = _drawn(_figure(None, startDateStruct=_dated("2019", "ACTUAL")))
    year = next(shape for shape in picture.shapes if isinstance(shape, Box) and shape.radius)
    assert year.width > 0.8 * picture.width


def test_a_completion_before_the_start_has_a_note_and_no_bar() -> None:
    figure = _figure(
        startDateStruct=_dated("2020-03-01", "ACTUAL"),
        completionDateStruct=_dated("2017-03", "ACTUAL"),
    )
    note = (
        "The record states the Study Completion Date 2017-03, "
        "before the Study Start Date 2020-03-01."
    )
    assert note in figure.words
    picture = _drawn(figure)
    assert not _bars(picture)
    assert "No duration is drawn." in texts_of(picture)


def test_without_a_date_there_is_no_axis_whatever_day_it_is() -> None:
    assert time_axis_figure(study_with(), TODAY) is None


def test_a_record_without_dates_of_the_study_shows_its_own() -> None:
    figure = _figure(None, studyFirstSubmitDate="1999-11-02", lastUpdateSubmitDate="2005-06-23")
    assert "Today" not in " ".join(figure.words)
    assert "First Submitted" in texts_of(_drawn(figure))


ONE_DAY = {
    "startDateStruct": _dated("2020-03-01", "ACTUAL"),
    "primaryCompletionDateStruct": _dated("2020-03-01", "ACTUAL"),
    "completionDateStruct": _dated("2020-03-01", "ESTIMATED"),
    "studyFirstSubmitDate": "2020-03-01",
    "resultsFirstSubmitDate": "2020-03-01",
    "resultsFirstPostDateStruct": _dated("2020-03-01", "ESTIMATED"),
    "lastUpdateSubmitDate": "2020-03-01",
}
FAR_APART = {
    "startDateStruct": _dated("1980", "ACTUAL"),
    "primaryCompletionDateStruct": _dated("2030-05", "ESTIMATED"),
    "completionDateStruct": _dated("2030", "ESTIMATED"),
    "lastUpdateSubmitDate": "2001-02-01",
}
ALL_TIMES = {
    "startDateStruct": _dated("0001", "ACTUAL"),
    "completionDateStruct": _dated("9999-12-31", "A_KIND_THAT_NOBODY_KNOWS"),
}


@pytest.mark.parametrize("em", [13, 26])
@pytest.mark.parametrize("width", [200, 340, 640, 1300])
@pytest.mark.parametrize("status", [ONE_DAY, FAR_APART, ALL_TIMES])
@pytest.mark.parametrize("today", [TODAY, None, date(2020, 3, 1)])
def test_any_dates_are_legible_at_any_width(
    status: dict[str, Any], width: float, em: float, today: date | None
) -> None:
    figure = _figure(today, **status)
    picture = _drawn(figure, width, em)
    assert len(picture.spots) == len([key for key in status if key.endswith(("Date", "Struct"))])
