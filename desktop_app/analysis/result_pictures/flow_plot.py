"""Lays out a participant flow: groups side by side, or one below the other where they are many."""

from desktop_app.analysis.pictures.notes import bottom_of, note_shapes
from desktop_app.analysis.pictures.shapes import Picture, Shape, Spot, TextMeasure
from desktop_app.analysis.result_pictures.flow_bars import bar_period
from desktop_app.analysis.result_pictures.flow_columns import columns_of, header, period_column
from desktop_app.analysis.result_pictures.flows import Flow

_MOST_COLUMNS = 6
_NARROWEST = 9.5
_WIDEST = 19
"""The narrowest and the widest column, in sizes of running text."""
_GAP = 1.6
_NOTES = 44
_BARS_WIDEST = 56


def draw_flow(flow: Flow, width: float, measure: TextMeasure) -> Picture:
    """Return the flow for a width."""
    count = len(flow.groups)
    room = (width - (count - 1) * _GAP * measure.em) / max(count, 1)
    if count > _MOST_COLUMNS or room < _NARROWEST * measure.em:
        return _as_bars(flow, min(width, _BARS_WIDEST * measure.em), measure)
    return _as_columns(flow, min(room, _WIDEST * measure.em), width, measure)


def _as_columns(flow: Flow, column: float, room: float, measure: TextMeasure) -> Picture:
    columns = columns_of(len(flow.groups), column, _GAP * measure.em)
    # Notes may be wider than one or two groups.
    width = max(columns[-1].right, min(room, _NOTES * measure.em))
    titles, top = header(flow.groups, columns, measure)
    shapes: list[Shape] = list(titles)
    spots: list[Spot] = []
    for period in flow.periods:
        drawn = period_column(flow, period, columns, top, measure)
        shapes += drawn.shapes
        spots += drawn.spots
        top = drawn.bottom + 0.9 * measure.em
    return _finished((*flow.column_notes, *flow.notes), shapes, spots, width, top, measure)


def _as_bars(flow: Flow, width: float, measure: TextMeasure) -> Picture:
    shapes: list[Shape] = []
    spots: list[Spot] = []
    top = 0.0
    for period in flow.periods:
        drawn = bar_period(flow, period, top, width, measure)
        shapes += drawn.shapes
        spots += drawn.spots
        top = drawn.bottom + 0.9 * measure.em
    return _finished((*flow.bar_notes, *flow.notes), shapes, spots, width, top, measure)


def _finished(
    notes: tuple[str, ...],
    shapes: list[Shape],
    spots: list[Spot],
    width: float,
    top: float,
    measure: TextMeasure,
) -> Picture:
    texts = tuple(note_shapes(notes, top - 0.4 * measure.em, width, measure))
    height = bottom_of(texts, top - 0.6 * measure.em, measure)
    return Picture(width, height, (*shapes, *texts), tuple(spots))
