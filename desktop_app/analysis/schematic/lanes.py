"""Arms as boxes, one each, of the same look and much the same height."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Dot,
    Ink,
    Shape,
    Spot,
    Text,
    TextMeasure,
    Type,
)
from desktop_app.analysis.schematic.block import Block
from desktop_app.analysis.schematic.rows import (
    PADDING,
    Frame,
    Row,
    listed,
    outline,
    set_rows,
    spot_over,
)
from desktop_app.analysis.schematic.schematic import Course, Lane, Schematic

_FEW, _MOST_GIVEN_BY_FEW, _MOST_GIVEN = 3, 7, 4
"""How many interventions a box names; of few boxes, each names more."""
_LONGEST_LINE = 100
"""Characters beyond which title and kind need no measuring: they take more than one line."""
_BADGE, _BADGE_ROOM = 0.75, 2.1
"""Radius of the circle with a number, and the room that it takes, in em."""
USUAL_UNEVENNESS, EVEN = 2.0, float("inf")


@dataclass(frozen=True, slots=True)
class _Style:
    """What all lanes of a picture have in common, so that they line up."""

    width: float
    inset: float
    is_kind_beside: bool
    most_given: int
    is_numbered: bool


def lane_boxes(
    schematic: Schematic,
    width: float,
    measure: TextMeasure,
    *,
    unevenness: float = USUAL_UNEVENNESS,
) -> tuple[Block, ...]:
    """Return a box for every lane, each from 0, 0.

    They are equally high unless one needs more than ``unevenness`` times the height of another.
    """
    style = _style(schematic, width, measure)
    contents = [_content(lane, style, measure) for lane in schematic.lanes]
    heights = _heights([bottom for _, bottom in contents], unevenness, PADDING * measure.em)
    return tuple(
        _box(lane, number, texts, height, style, measure)
        for number, (lane, (texts, _), height) in enumerate(
            zip(schematic.lanes, contents, heights, strict=True), 1
        )
    )


def _heights(bottoms: list[float], unevenness: float, padding: float) -> list[float]:
    heights = [bottom + padding for bottom in bottoms]
    tallest = max(heights)
    return [tallest] * len(heights) if tallest <= unevenness * min(heights) else heights


def lane_spot(lane: Lane, place: int, width: float, height: float) -> Spot:
    """Return what says all of a lane, from 0, 0; its key is its place in the record."""
    words = (lane.title, lane.kind, *lane.given, lane.remark)
    spot = spot_over(width, height, "\n".join(part for part in words if part))
    return replace(spot, key=str(place))


def frame_of(lane: Lane) -> Frame:
    """Return how the box of a lane looks."""
    return Frame(Ink.ACCENT, Ink.GROUND, line_width=1.3) if lane.is_stated else _NOT_STATED


_NOT_STATED = Frame(Ink.RULE, None, is_dashed=True)


def _style(schematic: Schematic, width: float, measure: TextMeasure) -> _Style:
    is_numbered = schematic.course is Course.STEPS and len(schematic.lanes) > 1
    inset = (_BADGE_ROOM if is_numbered else 0.0) * measure.em
    room = width - 2 * PADDING * measure.em - inset - 1.2 * measure.em
    fits = all(
        lane.title.strip()
        and len(lane.title) + len(lane.kind) < _LONGEST_LINE
        and measure.width(lane.title, Type.STRONG) + measure.width(lane.kind, Type.SMALL) <= room
        for lane in schematic.lanes
    )
    most_given = _MOST_GIVEN_BY_FEW if len(schematic.lanes) <= _FEW else _MOST_GIVEN
    return _Style(width, inset, fits, most_given, is_numbered)


def _content(lane: Lane, style: _Style, measure: TextMeasure) -> tuple[tuple[Text, ...], float]:
    padding = PADDING * measure.em
    x, room = padding + style.inset, style.width - 2 * padding - style.inset
    texts, bottom = set_rows(_rows(lane, style), x, padding, room, measure)
    if style.is_kind_beside and lane.kind and texts:
        place = style.width - padding
        kind = Text(place, texts[0].y, lane.kind, Type.SMALL, Ink.ACCENT, Anchor.END)
        texts = (*texts, replace(kind, width=measure.width(lane.kind, Type.SMALL)))
    return texts, bottom


def _rows(lane: Lane, style: _Style) -> Iterator[Row]:
    if lane.kind and not style.is_kind_beside:
        yield Row(lane.kind, Type.SMALL, Ink.ACCENT, 2)
    yield Row(lane.title, Type.STRONG if lane.is_stated else Type.SMALL, _ink(lane), 3, 0.1)
    given = listed(lane.given, style.most_given, Row("", Type.SMALL, most_lines=2, space=0.15))
    for place, row in enumerate(given):
        yield row if place else replace(row, space=0.35)
    if lane.remark:
        yield Row(lane.remark, Type.SMALL, Ink.QUIET, 2, 0.35)


def _ink(lane: Lane) -> Ink:
    return Ink.TEXT if lane.is_stated else Ink.QUIET


def _box(
    lane: Lane,
    number: int,
    texts: tuple[Text, ...],
    height: float,
    style: _Style,
    measure: TextMeasure,
) -> Block:
    shapes: tuple[Shape, ...] = (outline(style.width, height, measure, frame_of(lane)), *texts)
    if style.is_numbered:
        shapes += _badge(number, measure)
    return Block(style.width, height, shapes, (lane_spot(lane, number - 1, style.width, height),))


def _badge(number: int, measure: TextMeasure) -> tuple[Shape, ...]:
    """Return the number of a step in a circle, level with the first line."""
    x = (PADDING + _BADGE) * measure.em
    top = PADDING * measure.em
    middle = top + measure.line_height(Type.STRONG) / 2
    text = str(number)
    baseline = middle - measure.line_height(Type.SMALL) / 2 + measure.ascent(Type.SMALL)
    width = measure.width(text, Type.SMALL)
    return (
        Dot(x, middle, _BADGE * measure.em, Ink.ACCENT, Ink.ACCENT_TINT),
        Text(x, baseline, text, Type.SMALL, Ink.ACCENT, Anchor.MIDDLE, width),
    )
