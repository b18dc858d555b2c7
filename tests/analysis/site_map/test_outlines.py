from itertools import pairwise

import pytest

from desktop_app.analysis.site_map.outlines import UNITS, Detail, rings
from desktop_app.resource_files import resource_path


@pytest.mark.parametrize("detail", Detail)
def test_boxes_are_those_of_the_points(detail: Detail) -> None:
    for ring in rings(detail):
        xs, ys = zip(*ring.points(), strict=True)
        assert (min(xs), min(ys), max(xs), max(ys)) == (
            ring.west, ring.south, ring.east, ring.north
        )  # fmt: skip
        assert len(xs) >= 3


@pytest.mark.parametrize("detail", Detail)
def test_land_lies_on_the_globe_and_jumps_over_no_ocean(detail: Detail) -> None:
    for ring in rings(detail):
        assert ring.west >= -180 * UNITS
        assert ring.east <= 200 * UNITS
        assert ring.south >= -90 * UNITS
        assert ring.north <= 90 * UNITS
        xs = [x for x, _ in ring.points()]
        steps = (abs(after - before) for before, after in pairwise(xs))
        assert max(steps) < 30 * UNITS


def test_more_detail_has_more_land_and_more_points() -> None:
    counts = [len(rings(detail)) for detail in Detail]
    assert counts == sorted(counts)
    points = [sum(len(ring.points()) for ring in rings(detail)) for detail in Detail]
    assert points == sorted(points)


def test_a_country_within_another_one_is_drawn_after_it() -> None:
    areas = [(ring.east - ring.west) * (ring.north - ring.south) for ring in rings(Detail.COUNTRY)]
    assert areas == sorted(areas, reverse=True)


def test_the_files_are_small() -> None:
    sizes = [resource_path("map", f"{one.value}.outlines").stat().st_size for one in Detail]
    assert sum(sizes) < 500_000


def test_licences_are_shipped_with_the_outlines() -> None:
    assert "public domain" in resource_path("map", "README.md").read_text(encoding="utf-8")
    assert "Permission" in resource_path("map", "ISC-world-atlas.txt").read_text(encoding="utf-8")
