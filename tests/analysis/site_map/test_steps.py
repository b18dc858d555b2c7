import pytest

from desktop_app.analysis.site_map.frame import MapView, framed
from desktop_app.analysis.site_map.marks import placed_marks
from desktop_app.analysis.site_map.steps import Direction, next_site
from tests.analysis.site_map.measures import PlainMeasure, sites

FRAME = framed(MapView(-10, 35, 30, 60), 800, 500)
BERLIN, PARIS, MADRID, ROME, OSLO = (
    (52.5, 13.4), (48.9, 2.35), (40.4, -3.7), (41.9, 12.5), (59.9, 10.7)
)  # fmt: skip
NEW_YORK = (40.7, -74.0)
NUMBERS = {name: n for n, name in enumerate(("Berlin", "Paris", "Madrid", "Rome", "Oslo", "NY"))}
PLACES = sites(BERLIN, PARIS, MADRID, ROME, OSLO, NEW_YORK).placed


def step(start: str, direction: Direction) -> int | None:
    marks = placed_marks(PLACES, FRAME, PlainMeasure())
    return next_site(PLACES, marks, FRAME, NUMBERS[start], direction)


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        ("Berlin", Direction.LEFT, "Paris"),
        ("Berlin", Direction.DOWN, "Rome"),
        ("Berlin", Direction.UP, "Oslo"),
        ("Paris", Direction.RIGHT, "Berlin"),
        ("Paris", Direction.DOWN, "Madrid"),
        ("Madrid", Direction.LEFT, "NY"),
    ],
)
def test_an_arrow_goes_to_the_nearest_site_in_its_direction(
    start: str, direction: Direction, end: str
) -> None:
    assert step(start, direction) == NUMBERS[end]


def test_where_there_is_none_nothing_is_chosen() -> None:
    assert step("Berlin", Direction.RIGHT) is None
    assert next_site(PLACES, (), FRAME, 99, Direction.LEFT) is None


def test_all_sites_of_one_city_can_be_reached() -> None:
    placed = sites(*[BERLIN] * 5).placed
    marks = placed_marks(placed, FRAME, PlainMeasure())
    reached, waiting = {0}, [0]
    while waiting:
        start = waiting.pop()
        ends = {next_site(placed, marks, FRAME, start, direction) for direction in Direction}
        new = {end for end in ends if end is not None} - reached
        reached |= new
        waiting += new
    assert reached == set(range(5))
