"""The outlines of the countries, as they are shipped; resources/map/README.md tells the format."""

import sys
import zlib
from array import array
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import accumulate, pairwise

from desktop_app.resource_files import resource_path

UNITS = 150
"""Parts of a degree in which the files count, and outlines are told here."""
_UNSIGNED = 0xFFFF


class Detail(Enum):
    """How far an outline may be off, by the name of its file."""

    WORLD = "world"
    CONTINENT = "continent"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Ring:
    """A piece of land of one country: the box around it and its points, all in units.

    ``country`` is the same for all pieces of a country. A piece that crosses the 180th meridian
    goes on beyond 180 degrees. Points are kept as steps, the first one from 0, 0, until they are
    asked for.
    """

    country: int
    west: int
    south: int
    east: int
    north: int
    x_steps: "array[int]"
    y_steps: "array[int]"

    def points(self) -> list[tuple[int, int]]:
        """Return the points, east and north; the last one is joined to the first."""
        return list(zip(accumulate(self.x_steps), accumulate(self.y_steps), strict=True))


@cache
def rings(detail: Detail) -> tuple[Ring, ...]:
    """Return all pieces of land, the largest first: a country within another one is after it."""
    return unpacked(resource_path("map", f"{detail.value}.outlines").read_bytes())


def unpacked(content: bytes) -> tuple[Ring, ...]:
    """Return the pieces of land that a file of outlines holds."""
    numbers = _numbers(content)
    count = numbers[0] & _UNSIGNED
    lengths = [number & _UNSIGNED for number in numbers[1 + count : 1 + 2 * count]]
    ends = list(accumulate(lengths, initial=0))
    boxes = 1 + 2 * count
    xs = boxes + 4 * count
    ys = xs + ends[-1]
    return tuple(
        _ring(
            numbers[1 + place],
            numbers[boxes + 4 * place : boxes + 4 * place + 4],
            numbers[xs + start : xs + end],
            numbers[ys + start : ys + end],
        )
        for place, (start, end) in enumerate(pairwise(ends))
    )


def _ring(country: int, box: "array[int]", x_steps: "array[int]", y_steps: "array[int]") -> Ring:
    west, south, east, north = box
    return Ring(country, west, south, east, north, x_steps, y_steps)


def _numbers(content: bytes) -> "array[int]":
    result = array("h")
    result.frombytes(zlib.decompress(content))
    if sys.byteorder == "big":
        result.byteswap()
    return result
