import json
from pathlib import Path
from typing import Any

import map_outlines
import pytest

from desktop_app.analysis.site_map.outlines import UNITS, unpacked

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
SMALL = [(20.0, 20.0), (21.0, 20.0), (21.0, 21.0), (20.0, 21.0), (20.0, 20.0)]


def topology(*arcs: list[list[int]]) -> Any:
    """Returns a country for each line."""
    countries = [{"type": "Polygon", "arcs": [[number]]} for number in range(len(arcs))]
    return {
        "transform": {"scale": [0.5, 0.5], "translate": [-180, -90]},
        "arcs": arcs,
        "objects": {"countries": {"geometries": countries}},
    }


def test_packed_outlines_are_read_as_they_were() -> None:
    rings = unpacked(map_outlines.packed([(7, SMALL), (8, SQUARE)], 0.1))
    assert [ring.points() for ring in rings] == [
        [(round(x * UNITS), round(y * UNITS)) for x, y in ring[:-1]] for ring in (SQUARE, SMALL)
    ]
    assert [ring.country for ring in rings] == [8, 7]
    assert map_outlines.UNITS_PER_DEGREE == UNITS


def test_islands_that_are_too_small_are_left_out() -> None:
    assert len(unpacked(map_outlines.packed([(7, SMALL), (8, SQUARE)], 5))) == 1


def test_points_on_a_straight_line_are_left_out() -> None:
    line = [(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 2.0)]
    assert map_outlines.simplified(line, 0.1) == [(0.0, 0.0), (2.0, 0.0), (3.0, 2.0)]


def test_land_goes_on_beyond_the_180th_meridian() -> None:
    ring = [(179.0, 60.0), (-179.0, 60.0), (-179.0, 65.0), (179.0, 65.0), (179.0, 60.0)]
    assert max(x for x, _ in map_outlines.unwrapped(ring)) == 181
    west_first = [*ring[1:], ring[1]]
    assert min(x for x, _ in map_outlines.unwrapped(west_first)) == 179


def test_land_all_around_a_pole_is_left_out() -> None:
    ring = [(lon, -80.0) for lon in (-180.0, -60.0, 60.0, 180.0)]
    assert map_outlines.unwrapped([*ring[:3], (-180.0, -80.0)]) == []


def test_a_file_is_made_for_each_level(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "countries.json"
    square = [[360, 180], [20, 0], [0, 20], [-20, 0], [0, -20]]
    source.write_text(json.dumps(topology(square)), encoding="utf-8")
    map_outlines.main(source, tmp_path / "map")
    assert capsys.readouterr().out.count("bytes") == 4
    for level in map_outlines.LEVELS:
        (ring,) = unpacked((tmp_path / "map" / f"{level}.outlines").read_bytes())
        assert (ring.west, ring.south, ring.east, ring.north) == (0, 0, 10 * UNITS, 10 * UNITS)


def test_a_hole_is_not_drawn() -> None:
    world = topology([[0, 0], [20, 0], [0, 20], [-20, -20]], [[5, 5], [1, 0], [0, 1], [-1, -1]])
    world["objects"]["countries"]["geometries"] = [{"type": "Polygon", "arcs": [[0], [1]]}]
    arcs = map_outlines.decoded_arcs(world)
    assert list(map_outlines.outer_rings(world, arcs)) == [(0, arcs[0])]
