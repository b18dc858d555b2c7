import pytest

from desktop_app.ui.printing.page_spread import Spread, height_of, place_at, spread_of, widest_row

_UPRIGHT, _LYING = (100.0, 200.0), (200.0, 100.0)


def test_pages_lie_below_each_other_in_the_middle() -> None:
    spread = spread_of([_UPRIGHT, _LYING], 1, 1.0, 10, 400)
    assert [(box.x, box.y) for box in spread.boxes] == [(150, 10), (100, 220)]
    assert spread.height == 330


def test_two_pages_lie_side_by_side() -> None:
    spread = spread_of([_UPRIGHT] * 3, 2, 2.0, 10, 1000)
    assert [(box.x, box.y) for box in spread.boxes] == [(295, 10), (505, 10), (400, 420)]


def test_what_is_wider_than_the_window_begins_at_its_edge() -> None:
    spread = spread_of([_LYING], 1, 2.0, 10, 50)
    assert spread.boxes[0].x == 10
    assert spread.width == 420


@pytest.mark.parametrize(
    ("top", "bottom", "expected"),
    [(0, 50, [0, 1]), (0, 500, [0, 1, 2]), (215, 500, [0, 1, 2]), (230, 500, [2]), (900, 999, [2])],
)
def test_pages_in_sight_are_found(top: float, bottom: float, expected: list[int]) -> None:
    spread = spread_of([_UPRIGHT] * 3, 2, 1.0, 10, 1000)
    assert list(spread.between(top, bottom)) == expected


def test_the_page_at_a_height_is_the_first_of_its_row() -> None:
    spread = spread_of([_UPRIGHT] * 4, 2, 1.0, 10, 1000)
    assert [spread.page_at(height) for height in (0, 100, 300, 9000)] == [0, 0, 2, 2]


def test_there_is_nothing_to_find_where_there_is_no_page() -> None:
    assert list(Spread().between(0, 100)) == []
    assert Spread().page_at(0) == -1
    assert widest_row([], 1) == (1, 1)


def test_the_widest_row_is_that_of_the_pages_beside_each_other() -> None:
    assert widest_row([_UPRIGHT, _UPRIGHT, _LYING], 2) == (200, 200)


def test_a_place_is_found_again_when_pages_are_larger() -> None:
    small = spread_of([_UPRIGHT] * 3, 1, 1.0, 10, 1000)
    large = spread_of([_UPRIGHT] * 3, 1, 2.0, 10, 1000)
    place = place_at(small, small.boxes[1].y + 50)
    assert place is not None
    assert height_of(large, place) == large.boxes[1].y + 100
    assert place_at(Spread(), 10) is None
