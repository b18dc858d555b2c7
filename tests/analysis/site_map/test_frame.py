import pytest

from desktop_app.analysis.site_map.frame import MapView, framed

GERMANY = MapView(5.5, 47, 15.5, 55)
PACIFIC = MapView(160, -50, 300, 60)


@pytest.mark.parametrize("view", [GERMANY, PACIFIC, MapView(-180, -60, 180, 80)])
@pytest.mark.parametrize("size", [(600, 300), (300, 600), (40, 40)])
def test_a_place_is_found_where_it_is_drawn(view: MapView, size: tuple[int, int]) -> None:
    frame = framed(view, *size)
    for lon, lat in ((view.west + 1, view.south), (view.lon, view.lat), (view.east - 1, 0)):
        found = frame.place_at(frame.x(lon), frame.y(lat))
        assert found[0] == pytest.approx(lon)
        assert found[1] == pytest.approx(lat)


def test_all_of_a_view_is_seen_whatever_the_shape_of_the_frame() -> None:
    for width, height in ((900, 200), (200, 900)):
        frame = framed(GERMANY, width, height)
        for lon in (GERMANY.west, GERMANY.east):
            for lat in (GERMANY.south, GERMANY.north):
                assert frame.holds(frame.x(lon), frame.y(lat))


def test_a_country_keeps_its_shape() -> None:
    frame = framed(MapView(10, 59, 20, 61), 500, 500)
    assert frame.lon_scale == pytest.approx(frame.scale / 2, rel=0.01)


def test_both_sides_of_the_180th_meridian_are_side_by_side() -> None:
    frame = framed(PACIFIC, 800, 500)
    assert frame.x(-179) - frame.x(179) == pytest.approx(2 * frame.lon_scale)


def test_no_place_is_seen_twice() -> None:
    seen = framed(MapView(-180, -60, 180, 80), 2000, 100).seen
    assert seen.east - seen.west == 360
    assert -90 <= seen.south < seen.north <= 90


def test_the_place_that_is_pointed_at_stays_where_it_is() -> None:
    before = framed(GERMANY, 600, 480)
    x, y = before.x(13.4), before.y(52.5)
    nearer = GERMANY.zoomed(2, 13.4, 52.5)
    assert nearer.east - nearer.west == pytest.approx(5)
    after = framed(nearer, 600, 480)
    # The length of a degree is that of another middle now.
    assert after.x(13.4) == pytest.approx(x, abs=12)
    assert after.y(52.5) == pytest.approx(y, abs=12)


def test_nearness_and_distance_have_limits() -> None:
    near = GERMANY.zoomed(1e9, 10, 50)
    assert near.north - near.south == pytest.approx(0.7)
    far = GERMANY.zoomed(1e-9, 10, 50)
    assert far.east - far.west <= 360.001
    assert far.north - far.south <= 176.001


def test_moving_goes_around_the_globe_and_stops_at_the_poles() -> None:
    moved = GERMANY
    for _ in range(10):
        moved = moved.moved(100, 30)
        assert -180 <= moved.west < 180
        assert moved.lat <= 88
    assert moved.lon == pytest.approx((GERMANY.lon + 1000 + 180) % 360 - 180)
