"""What pictures of results are made of: numbers as printed, round ticks, symbols, labels."""

import pytest

from desktop_app.analysis.pictures.shapes import Dot, Path, Type
from desktop_app.analysis.result_pictures.axis import Axis
from desktop_app.analysis.result_pictures.event_rows import levels_of, placed_shares
from desktop_app.analysis.result_pictures.events import EventRow, EventShare
from desktop_app.analysis.result_pictures.key import key_shapes
from desktop_app.analysis.result_pictures.labels import told_apart
from desktop_app.analysis.result_pictures.numbers import is_drawable, read_number
from desktop_app.analysis.result_pictures.scale import scale_of
from desktop_app.analysis.result_pictures.symbols import MOST_SYMBOLS, symbol
from tests.laid_out import PlainMeasure


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("-0.63", -0.63),
        ("-.7", -0.7),
        ("\u22121.5", -1.5),
        ("1,234", 1234),
        ("1,234,567.5", 1234567.5),
        (" 5 ", 5),
        ("1.2e3", 1200),
        ("0", 0),
    ],
)
def test_numbers_are_read_as_printed(text: str, number: float) -> None:
    assert read_number(text) == pytest.approx(number)


@pytest.mark.parametrize(
    "text",
    [
        None, "", "NA", "<0.1", "> 5", "1,5", "12%", "1 to 2", "nan", "inf", "-", ".", "e5",
        "1e99", "9" * 40, "\u0663", "12,34", "0x10", "1_000",
    ],
)  # fmt: skip
def test_what_is_no_plain_number_is_none(text: str | None) -> None:
    assert read_number(text) is None


def test_numbers_of_very_different_size_share_no_axis() -> None:
    assert is_drawable([0, 0.5, 400])
    assert is_drawable([])
    assert is_drawable([0, 0])
    assert is_drawable([0.0001, 20, 30, -40])
    assert not is_drawable([0.001, 1e9])


def test_ticks_are_round_and_hold_the_numbers() -> None:
    scale = scale_of(-0.63, 1.24, 5)
    assert scale.low <= -0.63 < 1.24 <= scale.high
    assert [scale.words(tick) for tick in scale.ticks] == [
        "\u22121.0", "\u22120.5", "0.0", "0.5", "1.0", "1.5",
    ]  # fmt: skip


def test_ticks_of_counts_are_whole() -> None:
    assert [scale_of(0, 2, 6, True).words(tick) for tick in (0, 1, 2)] == ["0", "1", "2"]
    assert scale_of(0, 10, 4, True).step == 5


@pytest.mark.parametrize("number", [0.0, 5.0, -5.0, 1e-9, 1e15, -1e15])
def test_one_number_has_an_axis_too(number: float) -> None:
    scale = scale_of(number, number, 5)
    assert scale.low <= number <= scale.high
    assert 2 <= len(scale.ticks) <= 9
    assert 0 <= scale.share(number) <= 1


def test_ticks_have_a_thin_space_at_the_thousands() -> None:
    scale = scale_of(0, 20_000, 4)
    assert scale.words(20_000) == "20\u202f000"
    assert scale.words(5_000) == "5000"


def test_symbols_are_told_apart_without_colour() -> None:
    looks = set()
    for number in range(MOST_SYMBOLS):
        shape = symbol(number, 0, 0, 4)
        assert isinstance(shape, Dot | Path)
        points = shape.points if isinstance(shape, Path) else ()
        heights = {y for _, y in points}
        looks.add((len(points), len(heights), shape.fill == shape.ink))
    assert len(looks) == MOST_SYMBOLS


def test_symbols_of_equal_shares_stand_below_each_other() -> None:
    shares = tuple(EventShare(group, 10.0, "1/10") for group in range(3))
    axis = Axis(scale_of(0, 20, 4), 0, 400)
    placed = placed_shares(EventRow("Nausea", shares), axis, 13, 6)
    assert [one.level for one in placed] == [0, 1, 2]
    assert levels_of(placed_shares(EventRow("Nausea", shares), axis, 13, 2)) == 2


def test_shortened_labels_are_told_apart() -> None:
    measure = PlainMeasure()
    texts = [f"Phase 1: Dose Escalation: Drug {dose} mg daily" for dose in (50, 100, 150)]
    labels = told_apart(texts, 90, Type.SMALL, measure, 2)
    assert len(set(labels)) == 3
    assert all(any("mg" in line for line in lines) for lines in labels)


def test_labels_that_fit_are_left_as_they_are() -> None:
    assert told_apart(["Drug", "Placebo", "Drug"], 90, Type.SMALL, PlainMeasure(), 2) == (
        ("Drug",),
        ("Placebo",),
        ("Drug",),
    )


def test_a_key_wraps_where_it_has_no_room() -> None:
    titles = ("Drug 10 mg", "Placebo")
    _, wide = key_shapes(titles, 600, PlainMeasure())
    _, narrow = key_shapes(titles, 90, PlainMeasure())
    assert narrow > wide
