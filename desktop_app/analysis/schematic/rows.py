"""Texts of several sizes below each other, and boxes around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.analysis.pictures.lettering import ELLIPSIS, set_lines, shortened
from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Box,
    Ink,
    Shape,
    Spot,
    Text,
    TextMeasure,
    Type,
)
from desktop_app.analysis.schematic.block import Block
from desktop_app.languages import ngettext

PADDING, RADIUS = 0.95, 0.4
"""Room around the texts of a box, and its corners, in em."""
_LONGEST_LINE, _LONGEST_SPOT = 160, 1200
"""Characters beyond which a line cannot be seen whole anyway; keeps huge texts cheap."""


@dataclass(frozen=True, slots=True)
class Row:
    """A text with how many lines it may take and the room above it, in em."""

    text: str
    type: Type = Type.BODY
    ink: Ink = Ink.TEXT
    most_lines: int = 3
    space: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """How a box looks."""

    ink: Ink = Ink.RULE
    fill: Ink | None = None
    is_dashed: bool = False
    line_width: float = 1.0


def fitting(row: Row, width: float, measure: TextMeasure) -> tuple[str, ...]:
    """Return the lines of a row; the last ends in an ellipsis where there is more."""
    return shortened(brief(row.text, row), width, row.type, measure, row.most_lines)


def brief(text: str, row: Row) -> str:
    """Return a text in one paragraph, without what could not be seen of it in any case."""
    most = _LONGEST_LINE * row.most_lines
    shown = text if len(text) <= most else text[:most] + ELLIPSIS
    return " ".join(shown.split())


def set_rows(
    rows: Iterable[Row],
    x: float,
    top: float,
    width: float,
    measure: TextMeasure,
    anchor: Anchor = Anchor.START,
) -> tuple[tuple[Text, ...], float]:
    """Return the texts of rows from a top on, and where they end."""
    texts: tuple[Text, ...] = ()
    for row in rows:
        lines = fitting(row, width, measure)
        top += row.space * measure.em if texts and lines else 0
        texts += set_lines(lines, x, top, row.type, measure, ink=row.ink, anchor=anchor)
        top += len(lines) * measure.line_height(row.type)
    return texts, top


def boxed(
    rows: Iterable[Row],
    width: float,
    measure: TextMeasure,
    frame: Frame,
    *,
    anchor: Anchor = Anchor.START,
    spot: str = "",
) -> Block:
    """Return rows in a box of a width."""
    padding = PADDING * measure.em
    x = padding if anchor is Anchor.START else width / 2
    texts, bottom = set_rows(rows, x, padding, width - 2 * padding, measure, anchor)
    height = bottom + padding
    shapes: tuple[Shape, ...] = (outline(width, height, measure, frame), *texts)
    return Block(width, height, shapes, (spot_over(width, height, spot),) if spot else ())


def outline(width: float, height: float, measure: TextMeasure, frame: Frame) -> Box:
    """Return a box from 0, 0."""
    return Box(
        0,
        0,
        width,
        height,
        frame.ink,
        frame.fill,
        RADIUS * measure.em,
        frame.line_width,
        frame.is_dashed,
    )


def spot_over(width: float, height: float, text: str) -> Spot:
    """Return a place that says a text; one beyond all measure is shortened."""
    shown = text if len(text) <= _LONGEST_SPOT else text[:_LONGEST_SPOT] + ELLIPSIS
    return Spot(0, 0, width, height, shown)


def listed(texts: tuple[str, ...], most: int, row: Row) -> tuple[Row, ...]:
    """Return the first texts as rows like one, and how many follow."""
    shown = texts if len(texts) <= most else texts[: max(1, most - 1)]
    rows = tuple(
        Row(text, row.type, row.ink, row.most_lines, row.space if place else 0.0)
        for place, text in enumerate(shown)
    )
    left = len(texts) - len(shown)
    if not left:
        return rows
    return (*rows, Row(and_more(left), Type.SMALL, Ink.QUIET, 2, row.space))


def and_more(count: int) -> str:
    """Return that so many follow which are not shown."""
    return ngettext("and {count} more", "and {count} more", count).format(count=count)
