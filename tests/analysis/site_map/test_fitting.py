import pytest

from desktop_app.analysis.site_map.fitting import fitted_view
from desktop_app.analysis.site_map.frame import MapView, framed
from tests.analysis.site_map.measures import sites

AMSTERDAM, BERLIN, MOSCOW = (52.37, 4.9), (52.52, 13.4), (55.75, 37.6)
AUCKLAND, HONOLULU, NEW_YORK = (-36.85, 174.76), (21.3, -157.86), (40.71, -74.0)


def view_of(*places: tuple[float, float]) -> MapView:
    return fitted_view(sites(*places).placed)


def shows(view: MapView, lat: float, lon: float) -> bool:
    frame = framed(view, 800, 500)
    return frame.holds(frame.x(lon), frame.y(lat))


def test_one_site_shows_its_country() -> None:
    view = view_of(AMSTERDAM)
    assert shows(view, 50.8, 5.7)
    assert shows(view, 53.3, 6.5)
    assert view.east - view.west < 8


def test_a_site_of_a_large_country_shows_all_of_it() -> None:
    view = view_of(NEW_YORK)
    assert shows(view, 47.6, -122.3)
    assert shows(view, 25.8, -80.2)


def test_an_island_shows_the_mainland_that_is_near_but_none_that_is_far() -> None:
    assert shows(view_of((55.68, 12.57)), 56.16, 10.2)
    assert not shows(view_of(HONOLULU), 37.8, -122.4)


def test_a_country_that_is_very_wide_is_not_shown_whole() -> None:
    view = view_of(MOSCOW)
    assert shows(view, *MOSCOW)
    assert view.east - view.west < 100


@pytest.mark.parametrize("place", [(-17.5, -149.5), (0, -140), (-20.9, 55.5), (47.1, 9.5)])
def test_never_much_less_than_400_kilometres_are_shown(place: tuple[float, float]) -> None:
    view = view_of(place)
    assert view.north - view.south >= 3.5
    assert (view.east - view.west) * view.shrink >= 3.5
    assert shows(view, *place)


def test_sites_around_the_pacific_are_shown_across_it() -> None:
    view = view_of(AUCKLAND, HONOLULU, NEW_YORK)
    assert view.west < 180 < view.east
    for place in (AUCKLAND, HONOLULU, NEW_YORK):
        assert shows(view, *place)


def test_sites_all_over_the_world_are_shown_on_a_map_of_the_world() -> None:
    view = view_of(AUCKLAND, BERLIN, NEW_YORK, (35.7, 139.7), (-23.5, -46.6), (28.6, 77.2))
    assert view.east - view.west == pytest.approx(360)
    assert view.lon == pytest.approx(11)


@pytest.mark.parametrize(
    "places",
    [
        [(90, 0)], [(-90, 180)], [(0, 180), (0, -180)], [(89, 0), (-89, 180)],
        [(0, 0)] * 3, [(-77.8, 166.7)], [(10, 170), (10, -170)],
    ],
)  # fmt: skip
def test_odd_places_are_shown_as_well(places: list[tuple[float, float]]) -> None:
    view = view_of(*places)
    assert view.west < view.east <= view.west + 360.001
    assert -90 <= view.south < view.north <= 90
    for place in places:
        assert shows(view, *place)
