import math
from typing import Any

import pytest

from desktop_app.analysis.site_map.places import SiteKind
from desktop_app.export.text import to_text
from desktop_app.presentation.section import Figure
from desktop_app.presentation.site_list import ListedSite
from desktop_app.presentation.site_map import FIGURE_ID, map_sites, site_map_figure
from desktop_app.presentation.sites import filtered_sites_sections, sites_sections
from desktop_app.study.contacts_locations import GeoPoint, Location
from desktop_app.study.study import Study
from tests.analysis.site_map.measures import PlainMeasure
from tests.real_records import needs_records, record_files
from tests.studies import study_with

BERLIN = {"lat": 52.52, "lon": 13.4}
LAUSANNE = {"lat": 46.5, "lon": 6.6}


def location(country: str = "Germany", **elements: Any) -> dict[str, Any]:
    return {"facility": "Charité", "city": "Berlin", "country": country} | elements


def study_at(*locations: dict[str, Any]) -> Study:
    return study_with(contactsLocationsModule={"locations": list(locations)})


def figure_of(study: Study) -> Figure:
    figure = site_map_figure(study)
    assert figure is not None
    return figure


def test_words_count_the_sites_of_each_country() -> None:
    study = study_at(
        location(status="RECRUITING", geoPoint=BERLIN),
        location(status="COMPLETED", geoPoint=BERLIN),
        location("Switzerland", geoPoint=LAUSANNE),
        location(),
        location(geoPoint={"lat": 95, "lon": 13}),
    )
    assert figure_of(study).words == (
        "3 sites on the map: 1 open, 1 other, 1 status not stated.",
        "Germany: 2 sites, 1 open.",
        "Switzerland: 1 site, 0 open.",
        "Not on the map: 1 site without coordinates, 1 site with coordinates off the globe.",
    )


def test_a_spot_names_its_site_by_its_place_in_the_record() -> None:
    study = study_at(location(), location(status="RECRUITING", state="Land", geoPoint=BERLIN))
    (spot,) = figure_of(study).draw(600, PlainMeasure()).spots
    assert spot.key == "1"
    assert spot.text == "Charité, Berlin, Land, Germany, ●\u00a0Recruiting"


def test_without_coordinates_there_is_a_sentence_and_no_figure() -> None:
    study = study_at(location(), location(geoPoint={"lat": 10, "lon": 300}))
    assert site_map_figure(study) is None
    text = to_text(sites_sections(study))
    assert (
        "There is no map: 1 site without coordinates, 1 site with coordinates off the globe."
    ) in text


def test_without_sites_nothing_is_said_of_a_map() -> None:
    assert site_map_figure(Study()) is None
    assert "map" not in to_text(sites_sections(Study())).lower()


def test_text_has_the_map_in_words() -> None:
    text = to_text(sites_sections(study_at(location(geoPoint=BERLIN))))
    assert "[Site Map]" in text
    assert "1 site on the map" in text


def test_who_draws_the_map_by_other_means_gets_all_but_the_figure() -> None:
    study = study_at(location(geoPoint=BERLIN))
    every = sites_sections(study)
    beside = filtered_sites_sections(study, "", is_map_beside=True)
    assert len(every) == len(beside) + 1
    blocks = [block for section in every if section not in beside for block in section.blocks]
    assert [block.id for block in blocks if isinstance(block, Figure)] == [FIGURE_ID]


@pytest.mark.parametrize(
    ("lat", "lon", "counts"),
    [
        (None, None, (0, 1, 0)), (52.5, None, (0, 1, 0)), (95.0, 10.0, (0, 0, 1)),
        (math.nan, 10.0, (0, 0, 1)), (10.0, math.inf, (0, 0, 1)), (0.0, 0.0, (1, 0, 0)),
    ],
)  # fmt: skip
def test_coordinates_are_on_the_map_or_counted(
    lat: float | None, lon: float | None, counts: tuple[int, int, int]
) -> None:
    point = GeoPoint.model_construct(lat=lat, lon=lon)
    sites = map_sites([ListedSite(0, Location.model_construct(geo_point=point))])
    assert (len(sites.placed), sites.without_coordinates, sites.off_globe) == counts


def test_kinds_follow_the_status() -> None:
    statuses = ("RECRUITING", "ENROLLING_BY_INVITATION", "NOT_YET_RECRUITING", None, "ODD")
    study = study_at(*(location(status=status, geoPoint=BERLIN) for status in statuses))
    locations = study.protocol_section.contacts_locations_module.locations
    sites = map_sites(ListedSite(n, one) for n, one in enumerate(locations))
    assert [site.kind for site in sites.placed] == [
        SiteKind.OPEN, SiteKind.OPEN, SiteKind.OTHER, SiteKind.UNSTATED, SiteKind.OTHER
    ]  # fmt: skip


def test_a_name_without_end_does_not_cover_the_map() -> None:
    study = study_at(location(facility="Clinic " * 20_000, city="B" * 50_000, geoPoint=BERLIN))
    (spot,) = figure_of(study).draw(600, PlainMeasure()).spots
    assert len(spot.text) < 600
    assert spot.text.count("…") == 2


@needs_records
@pytest.mark.parametrize("path", record_files("ctgov_json", step=25), ids=lambda path: path.stem)
def test_real_records_have_a_dot_for_each_site(path: Any) -> None:
    study = Study.model_validate_json(path.read_bytes())
    locations = study.protocol_section.contacts_locations_module.locations
    figure = site_map_figure(study)
    if figure is None:
        assert not any(one.geo_point for one in locations)
        return
    for width in (340, 900):
        picture = figure.draw(width, PlainMeasure())
        assert picture.width <= width
        keys = {int(spot.key) for spot in picture.spots}
        assert keys == {n for n, one in enumerate(locations) if one.geo_point is not None}
