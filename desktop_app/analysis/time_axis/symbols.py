"""How dates and the time between them look; told apart without colour."""

from collections.abc import Iterator

from desktop_app.analysis.pictures.shapes import Box, Ink, Path, Shape, TextMeasure
from desktop_app.analysis.time_axis.marks import Kind, Mark, Stretch
from desktop_app.analysis.time_axis.scale import TimeScale

_BAR = 0.32
"""Half the height of the bar, in sizes of running text."""
_MARK = 0.44
_EVENT = 0.3


def radius_of(mark: Mark, measure: TextMeasure) -> float:
    """Return half the height of a mark."""
    return (_EVENT if mark.kind is Kind.EVENT else _MARK) * measure.em


def extent(mark: Mark, scale: TimeScale, measure: TextMeasure) -> tuple[float, float]:
    """Return the left and right edge of a mark: its days, or what can be seen of one day."""
    middle, radius = scale.x(mark.middle), radius_of(mark, measure)
    return min(scale.x(mark.first), middle - radius), max(scale.x(mark.last), middle + radius)


def mark_shape(mark: Mark, scale: TimeScale, y: float, measure: TextMeasure) -> Shape:
    """Return a mark: filled if actual, hollow if estimated, a diamond if neither is stated."""
    left, right = extent(mark, scale, measure)
    radius = radius_of(mark, measure)
    if mark.kind is Kind.UNSTATED:
        return _diamond(left, right, y, radius * 1.2)
    is_event = mark.kind is Kind.EVENT
    ink = Ink.TEXT if is_event else Ink.ACCENT
    fill = Ink.GROUND if mark.kind is Kind.ESTIMATED else ink
    return Box(left, y - radius, right - left, 2 * radius, ink, fill, radius, line_width=1.6)


def _diamond(left: float, right: float, y: float, half: float) -> Path:
    """Return a diamond, drawn out to the days that a date may mean."""
    middle = (left + right) / 2
    flat = max((right - left) / 2 - half, 0)
    points = (
        (middle - flat - half, y),
        (middle - flat, y - half),
        (middle + flat, y - half),
        (middle + flat + half, y),
        (middle + flat, y + half),
        (middle - flat, y + half),
    )
    return Path(points, Ink.ACCENT, Ink.GROUND, 1.6, is_closed=True)


def stretch_shapes(
    stretches: tuple[Stretch, ...], scale: TimeScale, y: float, measure: TextMeasure
) -> Iterator[Box]:
    """Yield the parts of the bar, dashed if estimated."""
    half = _BAR * measure.em
    for stretch in stretches:
        left, right = scale.x(stretch.begin.middle), scale.x(stretch.end.middle)
        yield Box(
            left,
            y - half,
            max(right - left, 0),
            2 * half,
            Ink.ACCENT,
            _FILLS[stretch.kind],
            is_dashed=stretch.kind is Kind.ESTIMATED,
        )


_FILLS = {
    Kind.ACTUAL: Ink.ACCENT,
    Kind.ESTIMATED: Ink.ACCENT_TINT,
    Kind.UNSTATED: Ink.GROUND,
}
"""What fills a part of the bar."""
