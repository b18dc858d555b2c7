"""Divides a block between the lines of its texts, for what does not fit on a page."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from desktop_app.export.typesetting.blocks import (
    Block,
    Code,
    Drawing,
    Frame,
    Jump,
    Line,
    Mark,
    Pill,
    StatusShape,
    Text,
    Web,
)
from desktop_app.export.typesetting.tags import PARAGRAPH

_BELOW_BASELINE = 0.3
"""How far a line reaches below its baseline, in type sizes."""

_Part = tuple[float, float, Block]


def divided(block: Block, room: float) -> tuple[Block, Block] | None:
    """Return what fits into the room, and the rest; None where nothing fits, or all does.

    Both halves are the same element.
    """
    first_marks, rest_marks = _divided_marks(block.marks, room)
    first_parts, rest_parts, rest_height = _divided_parts(block.parts, room)
    texts = [mark for mark in rest_marks if isinstance(mark, Text)]
    if not (first_parts or _has_text(first_marks)) or not (rest_parts or texts):
        return None
    tag = block.tag or (PARAGRAPH if _has_text(block.marks) else None)
    shared = tag and replace(tag, key=tag.key or object())
    height = max([rest_height, *(text.last_y + text.leading * 0.3 for text in texts)])
    return (
        Block(room, first_marks, first_parts, shared),
        Block(height, rest_marks, rest_parts, shared),
    )


def _has_text(marks: Iterable[Mark]) -> bool:
    return any(isinstance(mark, Text) for mark in marks)


def _divided_parts(
    parts: Iterable[_Part], room: float
) -> tuple[tuple[_Part, ...], tuple[_Part, ...], float]:
    """Return parts above, parts below, and how high those below are."""
    first: list[_Part] = []
    rest: list[_Part] = []
    later: list[_Part] = []
    lag = 0.0
    for x, y, part in parts:
        halves = divided(part, room - y) if y < room < y + part.height else None
        if halves:
            first.append((x, y, halves[0]))
            rest.append((x, 0.0, halves[1]))
            lag = max(lag, halves[1].height - (y + part.height - room))
        elif y + part.height <= room:
            first.append((x, y, part))
        else:
            later.append((x, y, part))
            lag = max(lag, room - y)
    rest += [(x, y - room + lag, part) for x, y, part in later]
    return tuple(first), tuple(rest), max((y + part.height for _, y, part in rest), default=0.0)


def _divided_marks(marks: Iterable[Mark], room: float) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    first: list[Mark] = []
    rest: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Text):
            fitting = _lines_within(mark, room)
            if fitting:
                first.append(replace(mark, lines=mark.lines[:fitting]))
            if fitting < len(mark.lines):
                top = mark.y if not fitting else min(mark.y, mark.leading)
                rest.append(replace(mark, y=top, lines=mark.lines[fitting:]))
        elif _top(mark) <= room:
            first.append(mark)
    return tuple(first), tuple(rest)


def _lines_within(text: Text, room: float) -> int:
    below = text.y + _BELOW_BASELINE * text.size
    count = len(text.lines)
    fitting = max(0, min(count, int((room - below) // text.leading) + 1))
    # No page begins or ends with a single line of a text.
    if fitting == count - 1:
        fitting -= 1
    return fitting if fitting != 1 or count == 1 else 0


def _top(mark: Mark) -> float:
    match mark:
        case Line():
            return min(mark.y1, mark.y2)
        case Text() | Pill() | StatusShape() | Code() | Frame() | Drawing() | Jump() | Web():
            return mark.y
        case _:
            assert_never(mark)
