"""The diamond in which participants are allocated."""

from desktop_app.analysis.pictures.shapes import Anchor, Ink, Path, TextMeasure, Type
from desktop_app.analysis.schematic.block import Block, Point
from desktop_app.analysis.schematic.rows import Row, brief, fitting, set_rows
from desktop_app.analysis.schematic.schematic import Junction

_LEAST_HEIGHT = 6.4
_TEXT_SHARE, _AIR = 0.64, 0.4
"""How much of the width the text may take, and the room beside it in em: the height follows."""


def diamond(junction: Junction, width: float, measure: TextMeasure) -> Block:
    """Return the diamond; a text of w × h is within it where w / width + h / height <= 1."""
    room = width * _TEXT_SHARE
    rows = (
        Row(junction.title, _title_type(junction.title, room, measure)),
        *(Row(line, Type.SMALL, Ink.QUIET, space=0.1) for line in junction.lines),
    )
    texts, bottom = set_rows(rows, width / 2, 0, room, measure, Anchor.MIDDLE)
    air = _AIR * measure.em
    taken = max((text.width for text in texts), default=0.0)
    height = max(_LEAST_HEIGHT * measure.em, bottom / (1 - (taken + air) / width))
    texts, _ = set_rows(rows, width / 2, (height - bottom) / 2, room, measure, Anchor.MIDDLE)
    return Block(width, height, (_outline(junction, width, height), *texts))


def width_of(junction: Junction, most: float, measure: TextMeasure) -> float:
    """Return how wide a diamond best is: its longest line with as much room again as it needs."""
    rows = (Row(junction.title, Type.STRONG), *(Row(line, Type.SMALL) for line in junction.lines))
    lines = [
        measure.width(line, row.type)
        for row in rows
        for line in fitting(row, most * _TEXT_SHARE, measure)
    ]
    best = min(most, max(10.5 * measure.em, max(lines, default=0.0) / _TEXT_SHARE + 0.1))
    return max(best, _for_a_word(junction.title, 1.4 * most, measure))


def _for_a_word(title: str, most: float, measure: TextMeasure) -> float:
    """Return the width in which no word of a title is broken; 0 where it would be too much.

    It matters where distances go with less than the size of the text.
    """
    words = brief(title, Row("")).split(" ")
    needed = max(measure.width(word, Type.SMALL_STRONG) for word in words) / _TEXT_SHARE + 0.1
    return needed if needed <= most else 0.0


def _title_type(title: str, room: float, measure: TextMeasure) -> Type:
    """Return the larger type unless a word would be broken in it."""
    words = brief(title, Row("")).split(" ")
    fits = all(measure.width(word, Type.STRONG) <= room for word in words)
    return Type.STRONG if fits else Type.SMALL_STRONG


def _outline(junction: Junction, width: float, height: float) -> Path:
    points: tuple[Point, ...] = (
        (0, height / 2),
        (width / 2, 0),
        (width, height / 2),
        (width / 2, height),
    )
    if not junction.is_stated:
        return Path(points, Ink.RULE, None, is_closed=True, is_dashed=True)
    return Path(points, Ink.ACCENT, Ink.ACCENT_TINT, width=1.2, is_closed=True)
