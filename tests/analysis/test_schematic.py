"""How a schematic is laid out: whatever it holds, it stays legible in the width it is given."""

from dataclasses import replace

import pytest

from desktop_app.analysis.named import Named
from desktop_app.analysis.pictures.shapes import Box, Dot, Path, Picture
from desktop_app.analysis.schematic import (
    Course,
    Goal,
    Goals,
    Junction,
    Lane,
    Population,
    Schematic,
    draw_schematic,
)
from desktop_app.analysis.schematic.factorial import square_of
from tests.drawn_boxes import assert_boxes_are_apart, assert_boxes_hold_their_texts
from tests.laid_out import PlainMeasure, assert_well_laid_out, texts_of

_LONG = "Participants with a rare condition who have had at least one previous line of treatment"
_WIDTHS = ((340, 13), (340, 26), (640, 13), (900, 13), (1300, 13), (1300, 26))


def _lanes(count: int, title: str = "Arm", given: int = 1) -> tuple[Lane, ...]:
    names = tuple(f"Drug: {_LONG} {number}" for number in range(given))
    return tuple(
        Lane(f"{title} {number}", "Experimental", names, tuple(range(given)))
        for number in range(count)
    )


def _schematic(lanes: tuple[Lane, ...], course: Course = Course.LANES) -> Schematic:
    return Schematic(
        "Parallel assignment · open label",
        Population(("Asthma", "Hay fever"), ("All sexes, 18 years and over", "12 participants")),
        Junction("Randomized", ("ratio not stated",)),
        course,
        lanes,
        Named.ARM,
        ("Drug: A", "Drug: B"),
        Goals("2 primary outcomes", (Goal(_LONG, "12 weeks"), Goal("Pain", "1 year"))),
        ("Crossover", "periods and order not stated") if course is Course.CROSSOVER else (),
        ("Named without an arm: Drug: C.",),
    )


def _drawn(schematic: Schematic, width: float = 1008, em: float = 13) -> Picture:
    measure = PlainMeasure(em)
    picture = draw_schematic(schematic, width, measure)
    assert_well_laid_out(picture, width, measure)
    assert_boxes_hold_their_texts(picture, measure)
    assert_boxes_are_apart(picture)
    return picture


def _boxes(picture: Picture) -> list[Box]:
    return [shape for shape in picture.shapes if isinstance(shape, Box)]


@pytest.mark.parametrize(("width", "em"), _WIDTHS)
@pytest.mark.parametrize("course", list(Course))
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 8, 9, 23, 100])
def test_any_number_of_arms_is_legible_in_any_width(
    count: int, course: Course, width: float, em: float
) -> None:
    _drawn(_schematic(_lanes(count, _LONG), course), width, em)


@pytest.mark.parametrize(("width", "em"), _WIDTHS)
@pytest.mark.parametrize(
    "text", ["x" * 100_000, "word " * 20_000, "W" * 150, "", " \n\t ", "ﬁ\u202e∞"]
)
def test_no_text_leaves_its_box(text: str, width: float, em: float) -> None:
    lane = Lane(text, text, (text,) * 30, (0,), text)
    schematic = Schematic(
        text,
        Population((text,) * 12, (text, text)),
        Junction(text, (text, text)),
        Course.LANES,
        (lane, replace(lane, is_stated=False), lane),
        Named.ARM,
        (text,),
        Goals(text, (Goal(text, text),) * 40),
        (),
        (text,),
    )
    for course in Course:
        _drawn(replace(schematic, course=course, crossing=(text, text)), width, em)


def test_the_flow_goes_right_where_there_is_room_and_down_where_there_is_none() -> None:
    wide, narrow = _drawn(_schematic(_lanes(3))), _drawn(_schematic(_lanes(3)), 340)
    assert wide.width > 2 * wide.height
    assert narrow.height > 1.5 * narrow.width


def test_lanes_are_of_one_width_and_stand_at_one_edge() -> None:
    lanes = [box for box in _boxes(_drawn(_schematic(_lanes(4)))) if box.line_width > 1]
    assert len(lanes) == 4
    assert len({(box.x, box.width, box.height) for box in lanes}) == 1


def test_many_arms_are_folded_and_counted() -> None:
    picture = _drawn(_schematic(_lanes(23)))
    assert "23 arms" in texts_of(picture)
    assert len(picture.spots) >= 23


def test_of_a_hundred_arms_the_first_are_shown_and_it_is_said() -> None:
    texts = texts_of(_drawn(_schematic(_lanes(100))))
    assert "100 arms" in texts
    assert "the first 30 are shown" in texts


def test_lanes_of_a_crossover_swap_along_dashed_curves() -> None:
    picture = _drawn(_schematic(_lanes(2), Course.CROSSOVER))
    curves = [shape for shape in picture.shapes if isinstance(shape, Path) and shape.is_dashed]
    ends = {(curve.points[0][1], curve.points[-1][1]) for curve in curves}
    assert len(ends) == 2
    assert {start for start, _ in ends} == {end for _, end in ends}
    assert all(start != end for start, end in ends)


def test_steps_are_numbered_and_stand_as_stairs() -> None:
    picture = _drawn(_schematic(_lanes(3), Course.STEPS))
    assert {"1", "2", "3"} <= set(texts_of(picture))
    lefts = [box.x for box in _boxes(picture) if box.line_width > 1]
    assert lefts == sorted(set(lefts))


def _combination(*gets: int) -> Lane:
    titles = ("Drug: A", "Drug: B")
    return Lane(f"Arm {gets}", "Experimental", tuple(titles[place] for place in gets), gets)


def test_four_arms_of_two_interventions_make_a_square() -> None:
    lanes = (_combination(0), _combination(), _combination(0, 1), _combination(1))
    schematic = _schematic(lanes, Course.GRID)
    assert [lane.gets for lane in square_of(schematic)] == [(), (0,), (1,), (0, 1)]
    assert texts_of(_drawn(schematic)).count("without") == 2


def test_an_arm_in_a_square_says_all_of_itself_when_pointed_at() -> None:
    lanes = (_combination(0), _combination(), _combination(0, 1), _combination(1))
    spots = _drawn(_schematic(lanes, Course.GRID)).spots
    both = next(spot for spot in spots if spot.key == "2")
    assert both.text == "Arm (0, 1)\nExperimental\nDrug: A\nDrug: B"


def test_arms_that_make_no_square_become_dots_on_a_grid() -> None:
    lanes = (_combination(0), _combination(0, 1), _combination(0, 1), _combination(1))
    schematic = _schematic(lanes, Course.GRID)
    assert square_of(schematic) == ()
    dots = [shape for shape in _drawn(schematic).shapes if isinstance(shape, Dot)]
    assert len(dots) == 6


def test_arms_that_name_unknown_interventions_are_drawn_as_lanes() -> None:
    lanes = (_combination(0), replace(_combination(1), given=("Drug: B", "Drug: C")))
    picture = _drawn(_schematic(lanes, Course.GRID))
    assert not any(isinstance(shape, Dot) for shape in picture.shapes)
    assert "Drug: C" in texts_of(picture)


def test_what_arms_share_is_said_once() -> None:
    texts = texts_of(_drawn(_schematic(_lanes(12, given=0))))
    assert texts.count("each: Experimental") == 1
    assert "Experimental" not in texts


def test_a_straight_line_has_no_diamond() -> None:
    picture = _drawn(replace(_schematic(_lanes(1)), junction=None))
    assert not any(isinstance(shape, Path) for shape in picture.shapes)
