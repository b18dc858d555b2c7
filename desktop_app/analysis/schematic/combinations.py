"""What each arm gets as dots below the interventions."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.analysis.pictures.shapes import Anchor, Dot, Ink, Line, Shape, TextMeasure, Type
from desktop_app.analysis.schematic.block import Block
from desktop_app.analysis.schematic.lanes import lane_spot
from desktop_app.analysis.schematic.rows import PADDING, Frame, Row, outline, set_rows
from desktop_app.analysis.schematic.schematic import Lane, Schematic

_LEAST_COLUMN, _MOST_COLUMN, _LEAST_TITLE = 5.5, 8.5, 9.0
_MOST_ARMS = 30
_GAP = 0.5


def fits_combinations(schematic: Schematic, width: float, measure: TextMeasure) -> bool:
    """Tell whether there is a column for every intervention, and a row for every arm."""
    count = len(schematic.interventions)
    needed = (_LEAST_TITLE + count * _LEAST_COLUMN + 2 * PADDING) * measure.em
    return count > 1 and len(schematic.lanes) <= _MOST_ARMS and needed <= width


def combinations(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return the arms as rows, the interventions as columns."""
    padding = PADDING * measure.em
    each = _column_width(schematic, width, measure)
    title_width = width - 2 * padding - each * len(schematic.interventions)
    middles = tuple(
        padding + title_width + each * (place + 0.5)
        for place in range(len(schematic.interventions))
    )
    shapes, y = _heads(schematic, middles, each, padding, measure)
    spots = []
    for place, lane in enumerate(schematic.lanes):
        shapes.append(Line(padding, y, width - padding, y, Ink.FAINT))
        row, bottom = _row(lane, y, middles, title_width, measure)
        shapes += row
        spots.append(replace(lane_spot(lane, place, width, bottom - y), y=y))
        y = bottom
    box = outline(width, y + padding / 2, measure, Frame(Ink.ACCENT, Ink.GROUND, line_width=1.3))
    return Block(width, box.height, (box, *shapes), tuple(spots))


def _column_width(schematic: Schematic, width: float, measure: TextMeasure) -> float:
    count = len(schematic.interventions)
    room = width - (2 * PADDING + _LEAST_TITLE) * measure.em
    return min(_MOST_COLUMN * measure.em, room / count)


def _heads(
    schematic: Schematic,
    middles: tuple[float, ...],
    each: float,
    padding: float,
    measure: TextMeasure,
) -> tuple[list[Shape], float]:
    """Return the names of the interventions with their feet on one line, and where that is."""
    names = [Row(name, Type.SMALL, most_lines=4) for name in schematic.interventions]
    room = each - 0.8 * measure.em
    highest = max(set_rows((name,), 0, 0, room, measure)[1] for name in names)
    shapes: list[Shape] = []
    for name, middle in zip(names, middles, strict=True):
        _, height = set_rows((name,), 0, 0, room, measure)
        top = padding + highest - height
        shapes += set_rows((name,), middle, top, room, measure, Anchor.MIDDLE)[0]
    return shapes, padding + highest + _GAP * measure.em


def _row(
    lane: Lane, top: float, middles: tuple[float, ...], room: float, measure: TextMeasure
) -> tuple[list[Shape], float]:
    gap = _GAP * measure.em
    rows = tuple(_title_rows(lane))
    texts, bottom = set_rows(
        rows, PADDING * measure.em, top + gap, room - 0.8 * measure.em, measure
    )
    bottom += gap
    radius = 0.36 * measure.em
    dots = (Dot(middles[place], (top + bottom) / 2, radius) for place in lane.gets)
    return [*texts, *dots], bottom


def _title_rows(lane: Lane) -> Iterator[Row]:
    yield Row(lane.title, Type.SMALL_STRONG, most_lines=3)
    if lane.kind:
        yield Row(lane.kind, Type.SMALL, Ink.ACCENT, 1)
