import pytest

from desktop_app.analysis.pictures.shapes import Ink
from desktop_app.analysis.site_map.frame import MapView, framed
from desktop_app.analysis.site_map.land import land_shapes

VIEWS = [
    MapView(-169, -60, 191, 80),
    MapView(3, 50.5, 7.5, 53.7),
    MapView(160, -50, 300, 60),
    MapView(170, 50, 200, 72),
    MapView(-179, 60, -150, 70),
    MapView(20, 40, 100, 75),
    MapView(-140, -10, -130, 0),
]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", [(800, 400), (300, 500)])
def test_land_is_cut_at_the_edges(view: MapView, size: tuple[int, int]) -> None:
    width, height = size
    for path in land_shapes(framed(view, width, height)):
        assert path.is_closed
        assert path.fill is Ink.LAND
        for x, y in path.points:
            assert -0.01 <= x <= width + 0.01
            assert -0.01 <= y <= height + 0.01


def test_there_is_land_on_both_sides_of_the_180th_meridian() -> None:
    frame = framed(MapView(175, 64, 195, 69), 400, 300)
    middles = [sum(x for x, _ in path.points) / len(path.points) for path in land_shapes(frame)]
    assert any(middle < 200 for middle in middles)
    assert any(middle > 250 for middle in middles)


def test_one_country_is_drawn_in_more_detail_than_the_world() -> None:
    world = land_shapes(framed(MapView(-169, -60, 191, 80), 800, 400))
    assert 2000 < sum(len(path.points) for path in world) < 12_000
    denmark = land_shapes(framed(MapView(8, 54.5, 13, 58), 800, 400))
    assert sum(len(path.points) for path in denmark) > 400


def test_the_sea_is_empty() -> None:
    assert land_shapes(framed(MapView(-140, -40, -138, -38), 400, 300)) == ()


def _holds(points: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    inside = False
    x1, y1 = points[-1]
    for x2, y2 in points:
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
        x1, y1 = x2, y2
    return inside


@pytest.mark.parametrize("view", VIEWS[:3])
def test_what_is_land_and_sea_does_not_depend_on_the_cutting(view: MapView) -> None:
    frame = framed(view, 800, 400)
    shapes = land_shapes(frame)
    places = {(52.0, 5.9): True, (53.5, 4.0): False, (-25.0, 134.0): True, (0.0, -150.0): False}
    for (lat, lon), is_land in places.items():
        x, y = frame.x(lon), frame.y(lat)
        if frame.holds(x, y):
            assert any(_holds(path.points, x, y) for path in shapes) is is_land
