import math

import pytest

from desktop_app.analysis.pictures.shapes import Text
from desktop_app.analysis.site_map.fitting import fitted_view
from desktop_app.analysis.site_map.frame import MapView, framed
from desktop_app.analysis.site_map.layout import fitting_map, laid_map, site_map
from desktop_app.analysis.site_map.places import MapSites, SiteKind, is_on_globe
from tests.analysis.site_map.measures import PlainMeasure, site, sites

MEASURE = PlainMeasure()
CITIES = ((52.52, 13.4), (50.73, 7.1), (48.14, 11.58))


def words_of(sites: MapSites, width: float = 600, view: MapView | None = None) -> str:
    picture = site_map(sites, width, MEASURE, view)
    return " ".join(shape.text for shape in picture.shapes if isinstance(shape, Text))


def test_every_site_has_its_place_in_the_picture() -> None:
    picture = site_map(sites(*CITIES), 600, MEASURE)
    assert sorted(spot.key for spot in picture.spots) == ["0", "1", "2"]
    for spot in picture.spots:
        assert 0 <= spot.x <= picture.width
        assert 0 <= spot.y <= picture.height


def test_key_counts_what_there_is_alone() -> None:
    placed = (site(*CITIES[0]), site(*CITIES[1], number=1, kind=SiteKind.OTHER))
    assert words_of(MapSites(placed)) == "open 1 other 1"
    assert words_of(sites(*CITIES, kind=SiteKind.UNSTATED)) == "status not stated 3"


def test_sites_without_a_dot_are_counted_in_words() -> None:
    placed = sites(*CITIES).placed
    assert words_of(MapSites(placed, 12, 1)) == (
        "open 3 12 sites without coordinates 1 site with coordinates off the globe"
    )


def test_sites_beyond_the_edge_are_counted_in_words() -> None:
    assert "2 sites beyond the edge" in words_of(sites(*CITIES), view=MapView(13, 52, 14, 53))


@pytest.mark.parametrize("width", [60, 200, 340, 900, 1300])
def test_the_picture_fits_its_width(width: int) -> None:
    for places in (CITIES, ((-33.4, -70.6),), ((40.7, -74), (35.7, 139.7), (-33.9, 151.2))):
        picture = site_map(MapSites(sites(*places).placed, 12), width, MEASURE)
        assert picture.width <= width
        assert picture.height < 40 * MEASURE.em


@pytest.mark.parametrize(("width", "height"), [(600, 300), (384, 213), (200, 160)])
def test_map_and_key_fit_a_rectangle_wherever_one_looks(width: int, height: int) -> None:
    shown = MapSites(sites(*CITIES).placed, 12, 3)
    for view in (fitted_view(shown.placed), MapView(13, 52, 14, 53)):
        laid = fitting_map(shown, view, width, height, MEASURE)
        assert laid.picture.height <= height + 1


def test_without_a_key_its_words_are_told_elsewhere() -> None:
    shown = MapSites(sites(*CITIES).placed, 12)
    laid = laid_map(shown, framed(fitted_view(shown.placed), 400, 80), MEASURE, has_key=False)
    assert laid.picture.height == 80
    assert laid.words == "open 3 · 12 sites without coordinates"


@pytest.mark.parametrize(
    ("lat", "lon", "is_there"),
    [
        (0, 0, True), (90, 180, True), (-90, -180, True), (95, 0, False), (0, 300, False),
        (math.nan, 0, False), (0, math.inf, False),
    ],
)  # fmt: skip
def test_what_is_on_the_globe(lat: float, lon: float, is_there: bool) -> None:
    assert is_on_globe(lat, lon) is is_there
