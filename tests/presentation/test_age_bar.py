"""The ages of those who can take part: what is said of them, and what their bar claims."""

from typing import Any

import pytest

from desktop_app.analysis.pictures.shapes import Box, Ink, Path, Picture
from desktop_app.presentation.age_bar import age_bar_figure
from desktop_app.presentation.section import Figure
from tests.laid_out import PlainMeasure, assert_well_laid_out, texts_of
from tests.studies import study_with

EVERYBODY = ["CHILD", "ADULT", "OLDER_ADULT"]


def _figure(**eligibility: Any) -> Figure | None:
    return age_bar_figure(
        study_with(eligibilityModule=eligibility).protocol_section.eligibility_module
    )


def _drawn(figure: Figure | None, width: float = 640, em: float = 13) -> Picture:
    assert figure is not None
    picture = figure.draw(width, PlainMeasure(em))
    assert_well_laid_out(picture, width, PlainMeasure(em))
    return picture


def _bar(picture: Picture) -> Box | None:
    boxes = (shape for shape in picture.shapes if isinstance(shape, Box))
    return next((box for box in boxes if box.ink is Ink.ACCENT), None)


def _arrows(picture: Picture) -> list[Path]:
    return [shape for shape in picture.shapes if isinstance(shape, Path)]


def test_limits_and_groups_are_told() -> None:
    figure = _figure(minimumAge="19 Years", maximumAge="40 Years", stdAges=["ADULT"])
    assert figure is not None
    assert figure.words == (
        "Minimum Age: 19 years",
        "Maximum Age: 40 years",
        "Age Groups: Adult (18 to 64)",
    )
    picture = _drawn(figure)
    assert {"19 years", "40 years", "Child", "Adult", "Older adult", "18", "65"} <= set(
        texts_of(picture)
    )
    assert not _arrows(picture)


def test_an_age_without_limit_ends_in_an_arrow() -> None:
    picture = _drawn(_figure(minimumAge="18 Years", stdAges=["ADULT", "OLDER_ADULT"]))
    assert "No limit" in texts_of(picture)
    assert len(_arrows(picture)) == 1
    bar = _bar(picture)
    assert bar is not None
    assert bar.fill is Ink.ACCENT


def test_an_age_that_is_not_stated_is_dashed_and_not_filled() -> None:
    picture = _drawn(_figure(minimumAge="70 Years"))
    assert "Not stated" in texts_of(picture)
    bar = _bar(picture)
    assert bar is not None
    assert bar.is_dashed
    assert bar.fill is None
    assert not _arrows(picture)


def test_a_minimum_above_the_maximum_has_a_note_and_no_bar() -> None:
    figure = _figure(minimumAge="70 Years", maximumAge="40 Years", stdAges=["ADULT"])
    assert figure is not None
    assert figure.words[-1].startswith("The record states a minimum age above the maximum age")
    picture = _drawn(figure)
    assert _bar(picture) is None
    assert {"70 years", "40 years"} <= set(texts_of(picture))


def test_newborns_have_an_axis_of_their_own() -> None:
    texts = texts_of(_drawn(_figure(minimumAge="0 Days", maximumAge="7 Days", stdAges=["CHILD"])))
    assert "8 days" in texts
    assert "100+ years" not in texts


def test_without_limits_and_groups_there_is_no_bar() -> None:
    assert _figure() is None


LIMITS = ["0 Years", "1 Minute", "999999 Years", "3 Years", "120 Years", "36 Weeks", "N/A", None]


@pytest.mark.parametrize("lowest", LIMITS)
@pytest.mark.parametrize("highest", LIMITS)
def test_any_limits_are_legible_at_any_width(lowest: str | None, highest: str | None) -> None:
    stated = {"minimumAge": lowest, "maximumAge": highest, "stdAges": [*EVERYBODY, "GIANT"]}
    figure = _figure(**{name: value for name, value in stated.items() if value})
    for width in (200, 340, 640, 1300):
        for em in (13, 26):
            _drawn(figure, width, em)
