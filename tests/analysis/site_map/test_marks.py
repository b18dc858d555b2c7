import math
from itertools import combinations

import pytest

from desktop_app.analysis.pictures.shapes import Dot, Ink, Path, Text
from desktop_app.analysis.site_map.frame import MapView, framed
from desktop_app.analysis.site_map.marks import Mark, mark_shapes, marked_text, placed_marks, sign
from desktop_app.analysis.site_map.places import MapSite, SiteKind
from tests.analysis.site_map.measures import PlainMeasure, site, sites

FRAME = framed(MapView(5, 47, 16, 55), 600, 400)
BERLIN, BONN = (52.52, 13.4), (50.73, 7.1)


def marks_of(placed: tuple[MapSite, ...]) -> tuple[Mark, ...]:
    return placed_marks(placed, FRAME, PlainMeasure())


def test_each_site_has_its_dot_where_it_is() -> None:
    (first, second) = sorted(marks_of(sites(BERLIN, BONN).placed), key=lambda one: -one.x)
    assert (first.x, first.y) == (FRAME.x(13.4), FRAME.y(52.52))
    assert (second.x, second.y) == (FRAME.x(7.1), FRAME.y(50.73))
    assert first.spot.key == "0"
    assert first.spot.text == "Site 0"


def test_sites_of_one_city_stand_around_it_and_can_be_counted() -> None:
    marks = marks_of(sites(*[BERLIN] * 12).placed)
    assert len(marks) == 12
    for one, other in combinations(marks, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) > one.radius
    for mark in marks:
        away = math.hypot(mark.x - FRAME.x(13.4), mark.y - FRAME.y(52.52))
        assert away < 2 * PlainMeasure().em


def test_open_sites_of_a_city_are_innermost_and_above_the_others() -> None:
    kinds = [SiteKind.OTHER, SiteKind.UNSTATED, SiteKind.OPEN]
    marks = marks_of(tuple(site(*BERLIN, number=n, kind=k) for n, k in enumerate(kinds)))
    assert marks[-1].kind is SiteKind.OPEN
    assert (marks[-1].x, marks[-1].y) == (FRAME.x(13.4), FRAME.y(52.52))


def test_many_sites_of_one_city_are_a_number_for_each_kind() -> None:
    kinds = [SiteKind.OPEN] * 14 + [SiteKind.OTHER] * 10
    marks = marks_of(tuple(site(*BERLIN, number=n, kind=k) for n, k in enumerate(kinds)))
    assert sorted(len(mark.sites) for mark in marks) == [10, 14]
    one, other = marks
    assert abs(one.x - other.x) >= max(one.radius, other.radius)
    texts = [shape.text for shape in mark_shapes(marks, PlainMeasure()) if isinstance(shape, Text)]
    assert sorted(texts) == ["10", "14"]
    assert marked_text(marks[0]).endswith("and 2 more here") or len(marks[0].sites) < 12


def test_ninety_thousand_sites_are_few_dots() -> None:
    same = marks_of(sites(*[BERLIN] * 90_000).placed)
    assert [len(mark.sites) for mark in same] == [90_000]
    spread = [(47 + n % 300 * 0.025, 6 + n // 300 * 0.03) for n in range(90_000)]
    marks = marks_of(sites(*spread).placed)
    assert len(marks) < 2000
    assert sum(len(mark.sites) for mark in marks) == 90_000


def test_a_site_beyond_the_edge_has_no_dot() -> None:
    assert marks_of(sites((40.7, -74.0)).placed) == ()


@pytest.mark.parametrize("kind", SiteKind)
def test_kinds_are_told_apart_without_colour(kind: SiteKind) -> None:
    shape = sign(kind, 10, 10, 4)
    assert isinstance(shape, Dot | Path)
    is_filled = shape.fill is not Ink.GROUND
    assert is_filled is (kind is SiteKind.OPEN)
    assert isinstance(shape, Path) is (kind is SiteKind.UNSTATED)
