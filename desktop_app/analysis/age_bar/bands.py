"""The registry's age groups below the axis, those of the study filled."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.analysis.age_bar.limits import AgeGroup
from desktop_app.analysis.pictures.lettering import set_lines, shortened
from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Box,
    Ink,
    Shape,
    Spot,
    TextMeasure,
    Type,
)

_PAD = 0.4
_LEAST = 2.0
"""The least breadth of a group that is on the axis, in sizes of running text."""
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Band:
    """A group between its ages, with the lines of its name."""

    group: AgeGroup
    left: float
    right: float
    lines: tuple[str, ...]

    @property
    def type(self) -> Type:
        """Return how the name is set: that of a group of the study stands out."""
        return _type(self.group)


def bands(
    groups: tuple[AgeGroup, ...], x: Callable[[float], float], measure: TextMeasure
) -> tuple[Band, ...]:
    """Return the groups that have a place on the axis; ``x`` tells where an age stands."""
    return tuple(_bands(groups, x, measure))


def _bands(
    groups: tuple[AgeGroup, ...], x: Callable[[float], float], measure: TextMeasure
) -> Iterator[Band]:
    for group in groups:
        left, right = x(group.first), x(group.last)
        if right - left > _LEAST * measure.em:
            room = right - left - 2
            lines = shortened(group.name, room, _type(group), measure, _MOST_LINES)
            yield Band(group, left, right, lines)


def _type(group: AgeGroup) -> Type:
    return Type.SMALL_STRONG if group.is_included else Type.SMALL


def height_of(placed: tuple[Band, ...], measure: TextMeasure) -> float:
    """Return the height of all bands, 0 without any."""
    lines = max((len(band.lines) for band in placed), default=0)
    return lines * measure.line_height(Type.SMALL) + _PAD * measure.em if lines else 0.0


def band_shapes(placed: tuple[Band, ...], top: float, measure: TextMeasure) -> Iterator[Shape]:
    """Yield a box for each group, with its name in the middle."""
    height = height_of(placed, measure)
    for band in placed:
        is_in = band.group.is_included
        fill = Ink.ACCENT_TINT if is_in else None
        yield Box(band.left, top, band.right - band.left, height, Ink.FAINT, fill)
        block = len(band.lines) * measure.line_height(band.type)
        yield from set_lines(
            band.lines,
            (band.left + band.right) / 2,
            top + (height - block) / 2,
            band.type,
            measure,
            ink=Ink.TEXT if is_in else Ink.QUIET,
            anchor=Anchor.MIDDLE,
        )


def band_spots(placed: tuple[Band, ...], top: float, measure: TextMeasure) -> Iterator[Spot]:
    """Yield a spot for each group."""
    height = height_of(placed, measure)
    for band in placed:
        name = band.group.name
        yield Spot(band.left, top, band.right - band.left, height, name, name)
