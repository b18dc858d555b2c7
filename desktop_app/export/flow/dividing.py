"""Divides a block between the lines of its texts, for what does not fit on a page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.export.pdf.marks import with_space
from desktop_app.export.typesetting.blocks import Block, Line, Mark, Text
from desktop_app.export.typesetting.tags import PARAGRAPH

_BELOW_BASELINE = 0.3
"""How far a line reaches below its baseline, in type sizes."""

_ROUNDING = 0.01
"""Points by which sums of heights may differ."""

_Part = tuple[float, float, Block]


def divided(block: Block, room: float) -> tuple[Block, Block] | None:
    """Return what fits into the room, and the rest; None where nothing fits, or all does.

    Both halves are the same element. What stands next to each other is divided together or not at
    all: no label is left without its text.
    """
    return _divided(block, room, is_within=False)


def _divided(block: Block, room: float, *, is_within: bool) -> tuple[Block, Block] | None:
    """Divide a block; text ``is_within`` an element of the block above is no paragraph itself."""
    tag = block.tag or (PARAGRAPH if _has_text(block.marks) and not is_within else None)
    parts = _divided_parts(block.parts, room, is_within=is_within or tag is not None)
    first_texts, rest_texts = _divided_texts(block.marks, room)
    if parts is None or not (parts.first or first_texts) or not (parts.rest or rest_texts):
        return None
    shared = tag and replace(tag, key=tag.key or object())
    ends = (text.last_y + text.leading * 0.3 for text in rest_texts)
    height = max((*(y + part.height for _, y, part in parts.rest), *ends))
    others = [mark for mark in block.marks if not isinstance(mark, Text)]
    above = [mark for mark in others if _top(mark) <= room]
    # They keep their distance from the lower edge, as a rule there does.
    below = [_lowered(mark, height - block.height) for mark in others if _top(mark) > room]
    return (
        Block(room, (*above, *first_texts), parts.first, shared),
        Block(height, (*below, *rest_texts), parts.rest, shared),
    )


def _has_text(marks: Iterable[Mark]) -> bool:
    return any(isinstance(mark, Text) for mark in marks)


@dataclass(frozen=True, slots=True)
class _Parts:
    first: tuple[_Part, ...]
    rest: tuple[_Part, ...]


def _divided_parts(parts: Iterable[_Part], room: float, *, is_within: bool) -> _Parts | None:
    """Return the parts above and below; None where some that stand side by side would be parted."""
    first: list[_Part] = []
    rest: list[tuple[_Part, bool]] = []
    lag = bottom = 0.0
    highest = room
    for x, y, part in parts:
        end = y + part.height
        halves = None
        if y < room < end:
            halves = _divided(part, room - y, is_within=is_within)
        if halves:
            first.append((x, y, halves[0]))
            rest.append(((x, 0.0, halves[1]), False))
            bottom = room
            lag = max(lag, halves[1].height - (end - room))
        elif end <= room:
            first.append((x, y, part))
            bottom = max(bottom, end)
        else:
            rest.append(((x, y - room, part), True))
            highest = min(highest, y)
            lag = max(lag, room - y)
    if bottom > highest + _ROUNDING:
        return None
    return _Parts(
        tuple(first),
        tuple((x, y + lag if is_lagging else y, part) for (x, y, part), is_lagging in rest),
    )


def _divided_texts(marks: Iterable[Mark], room: float) -> tuple[list[Text], list[Text]]:
    first: list[Text] = []
    rest: list[Text] = []
    for mark in marks:
        if isinstance(mark, Text):
            fitting = _lines_within(mark, room)
            if fitting:
                last = with_space(mark.lines[fitting - 1])
                first.append(replace(mark, lines=(*mark.lines[: fitting - 1], last)))
            if fitting < len(mark.lines):
                top = mark.y if not fitting else min(mark.y, mark.leading)
                rest.append(replace(mark, y=top, lines=mark.lines[fitting:]))
    return first, rest


def _lines_within(text: Text, room: float) -> int:
    below = text.y + _BELOW_BASELINE * text.size
    count = len(text.lines)
    fitting = max(0, min(count, int((room - below) // text.leading) + 1))
    if fitting == count:
        return fitting
    # No page begins or ends with a single line of a text.
    fitting = min(fitting, count - 2)
    return fitting if fitting > 1 else 0


def _top(mark: Mark) -> float:
    return min(mark.y1, mark.y2) if isinstance(mark, Line) else mark.y


def _lowered(mark: Mark, by: float) -> Mark:
    """Return a mark further down."""
    if isinstance(mark, Line):
        return replace(mark, y1=mark.y1 + by, y2=mark.y2 + by)
    return replace(mark, y=mark.y + by)
