"""Sets the symbols of a row so that groups of the same share stand beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from desktop_app.analysis.pictures.shapes import TextMeasure, Type
from desktop_app.analysis.result_pictures.axis import Axis
from desktop_app.analysis.result_pictures.events import EventRow, EventShare
from desktop_app.analysis.result_pictures.symbols import RADIUS

_ROW = 1.35
_LEVEL = 0.66
"""The distance of symbols one above the other, in sizes of running text."""


@dataclass(frozen=True, slots=True)
class PlacedShare:
    """A share at its place on the axis, so many levels below the first one."""

    share: EventShare
    x: float
    level: int


def placed_shares(
    row: EventRow, axis: Axis, em: float, most_levels: int
) -> tuple[PlacedShare, ...]:
    """Return the shares of a row from left to right, none upon another as far as levels reach."""
    ends: list[float] = []
    placed = []
    stated = [(one.percent, one.group, one) for one in row.shares if one.percent is not None]
    for percent, _, share in sorted(stated, key=itemgetter(0, 1)):
        x = axis.x(percent)
        level = min(_free_level(ends, x - RADIUS * em), most_levels - 1)
        _occupy(ends, level, x + RADIUS * em)
        placed.append(PlacedShare(share, x, level))
    return tuple(placed)


def _free_level(ends: Sequence[float], left: float) -> int:
    return next((level for level, end in enumerate(ends) if end <= left + 0.5), len(ends))


def _occupy(ends: list[float], level: int, right: float) -> None:
    if level == len(ends):
        ends.append(right)
    else:
        ends[level] = max(ends[level], right)


def levels_of(placed: Sequence[PlacedShare]) -> int:
    """Return how many levels a row needs."""
    return max((one.level for one in placed), default=0) + 1


def row_height(levels: int, lines: int, measure: TextMeasure) -> float:
    """Return the height of a row with so many levels of symbols and lines of its term."""
    em = measure.em
    text = lines * measure.line_height(Type.SMALL) + 0.15 * em
    return max(_ROW * em, text, (levels * _LEVEL + 0.35) * em)


def level_y(middle: float, level: int, levels: int, em: float) -> float:
    """Return where the symbols of a level stand in a row."""
    return middle + (level - (levels - 1) / 2) * _LEVEL * em
