"""Lays out a dot plot of adverse events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.analysis.pictures.lettering import set_lines
from desktop_app.analysis.pictures.notes import bottom_of, note_shapes
from desktop_app.analysis.pictures.shapes import Ink, Line, Picture, Shape, Spot, TextMeasure, Type
from desktop_app.analysis.result_pictures.axis import (
    Axis,
    axis_shapes,
    most_steps,
    overhang,
    title_shapes,
)
from desktop_app.analysis.result_pictures.event_rows import (
    PlacedShare,
    level_y,
    levels_of,
    placed_shares,
    row_height,
)
from desktop_app.analysis.result_pictures.events import EventPanel, EventPlot, EventRow
from desktop_app.analysis.result_pictures.key import key_shapes
from desktop_app.analysis.result_pictures.labels import short, told_apart
from desktop_app.analysis.result_pictures.scale import Scale, scale_of
from desktop_app.analysis.result_pictures.symbols import MOST_SYMBOLS, RADIUS, symbol
from desktop_app.punctuation import labelled, listed

_WIDEST = 56
_MOST_LABEL = 0.42
_MOST_TERM_LINES = 2
_LEVELS, _UNTOLD_LEVELS = MOST_SYMBOLS, 3
_UNTOLD = 5
"""The hollow circle, which stands for every group where there are more than symbols."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A part of a picture, and where the next part begins."""

    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...]
    bottom: float


@dataclass(frozen=True, slots=True)
class _Row:
    row: EventRow
    term: tuple[str, ...]
    placed: tuple[PlacedShare, ...]
    height: float


def draw_events(plot: EventPlot, width: float, measure: TextMeasure) -> Picture:
    """Return the plot for a width."""
    width = min(width, _WIDEST * measure.em)
    key, top = key_shapes(plot.groups, width, measure) if plot.is_told_apart else ((), 0.0)
    shapes: list[Shape] = list(key)
    spots: list[Spot] = []
    for panel in plot.panels:
        drawn = _panel(plot, panel, top, width, measure)
        shapes += drawn.shapes
        spots += drawn.spots
        top = drawn.bottom + 0.9 * measure.em
    notes = tuple(note_shapes(plot.notes, top - 0.4 * measure.em, width, measure))
    height = bottom_of(notes, top - 0.6 * measure.em, measure)
    return Picture(width, height, (*shapes, *notes), tuple(spots))


def _panel(
    plot: EventPlot, panel: EventPanel, top: float, width: float, measure: TextMeasure
) -> _Drawn:
    heading = short(panel.title, width, Type.SMALL_STRONG, measure, 3)
    title = set_lines(heading, 0, top, Type.SMALL_STRONG, measure)
    top += len(heading) * measure.line_height(Type.SMALL_STRONG) + 0.4 * measure.em
    axis = _axis(plot, panel, width, measure)
    rows = tuple(_rows(plot, panel, axis, measure))
    bottom = top + sum(row.height for row in rows) + 0.2 * measure.em
    below, end = title_shapes(plot.axis_title, axis, bottom, width, measure)
    grid = axis_shapes(axis, top, bottom, measure)
    marks, spots = _marks(plot, rows, axis, top, measure)
    return _Drawn((*title, *grid, *marks, *below), tuple(spots), end)


def _axis(plot: EventPlot, panel: EventPanel, width: float, measure: TextMeasure) -> Axis:
    label = _label_room(plot, width, measure) + 1.0 * measure.em
    scale = _scale(panel, most_steps(width - label, measure))
    beyond = overhang(scale, measure)
    return Axis(scale, max(label, beyond), width - max(beyond, RADIUS * measure.em + 1))


def _scale(panel: EventPanel, steps: int) -> Scale:
    highest = max(row.highest for row in panel.rows)
    return scale_of(0.0, highest or 1.0, steps)


def _label_room(plot: EventPlot, width: float, measure: TextMeasure) -> float:
    """Return the width of the terms, the same in all panels so that their axes are in line."""
    terms = (row.term[:200] for panel in plot.panels for row in panel.rows)
    widest = max(measure.width(term, Type.SMALL) for term in terms)
    return min(widest + 1, _MOST_LABEL * width)


def _rows(plot: EventPlot, panel: EventPanel, axis: Axis, measure: TextMeasure) -> Iterator[_Row]:
    room = axis.left - 1.0 * measure.em
    levels = _LEVELS if plot.is_told_apart else _UNTOLD_LEVELS
    texts = [row.term for row in panel.rows]
    terms = told_apart(texts, room, Type.SMALL, measure, _MOST_TERM_LINES)
    for row, term in zip(panel.rows, terms, strict=True):
        placed = placed_shares(row, axis, measure.em, levels)
        yield _Row(row, term, placed, row_height(levels_of(placed), len(term), measure))


def _marks(
    plot: EventPlot, rows: Sequence[_Row], axis: Axis, top: float, measure: TextMeasure
) -> tuple[list[Shape], list[Spot]]:
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for row in rows:
        middle = top + row.height / 2
        shapes += _term_shapes(row, axis, middle, measure)
        for one in row.placed:
            y = level_y(middle, one.level, levels_of(row.placed), measure.em)
            number = one.share.group if plot.is_told_apart else _UNTOLD
            shapes.append(symbol(number, one.x, y, RADIUS * measure.em))
            spots.append(_spot(plot, row.row, one, y, measure.em))
        top += row.height
    return shapes, spots


def _term_shapes(row: _Row, axis: Axis, middle: float, measure: TextMeasure) -> Iterator[Shape]:
    """Yield the term, and the faint line that leads from it to its symbols."""
    top = middle - len(row.term) * measure.line_height(Type.SMALL) / 2
    yield from set_lines(row.term, 0, top, Type.SMALL, measure)
    yield Line(axis.left, middle, axis.right, middle, Ink.FAINT)


def _spot(plot: EventPlot, row: EventRow, one: PlacedShare, y: float, em: float) -> Spot:
    half = (RADIUS + 0.1) * em
    said = labelled(listed((row.term, plot.groups[one.share.group])), one.share.words)
    return Spot(one.x - half, y - half, 2 * half, 2 * half, said)
