"""Puts flowed pages on paper, with a running head and a foot that counts them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.export.flow.paging import FlowPage
from desktop_app.export.flow.sections import Measure
from desktop_app.export.paper import BOX_HEIGHT, BOX_WIDTH, Paper
from desktop_app.export.pdf.pages import Placed, SetPage
from desktop_app.export.phrases import page_words
from desktop_app.export.typesetting.blocks import Block, Line
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import DECORATION

_BETWEEN = 1.1
"""Room between the running head, the pages' text and the foot, in sizes of the frame's type."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same on every page: it is not read out, and is said once in the text.

    ``setting`` is that of the frame; ``has_first_head`` tells whether the first page has a head.
    """

    setting: Setting
    head: str
    head_end: str
    foot: str
    has_first_head: bool = False

    @property
    def measure(self) -> Measure:
        """Return the room for text on a page."""
        line = self.setting.line_height(self.setting.small)
        return Measure(BOX_WIDTH, BOX_HEIGHT - 2 * (line + _BETWEEN * self.setting.size))


def framed(
    pages: Sequence[FlowPage], frame: Frame, paper: Paper, before: int = 0, total: int = 0
) -> tuple[SetPage, ...]:
    """Return pages on paper; ``before`` pages come first of ``total``, or of these alone."""
    every = total or len(pages)
    return tuple(
        _framed(page, frame, paper, before + number, every) for number, page in enumerate(pages, 1)
    )


def _framed(page: FlowPage, frame: Frame, paper: Paper, number: int, total: int) -> SetPage:
    left, top = paper.box_left, paper.value[1] - paper.box_top
    placed = []
    if number > 1 or frame.has_first_head:
        placed.append(Placed(left, top, _head(frame)))
    line = frame.setting.line_height(frame.setting.small)
    begin = top + line + _BETWEEN * frame.setting.size
    for at in page:
        placed.append(Placed(left + at.piece.x, begin + at.y, at.piece.block, at.piece.path))
    placed.append(Placed(left, top + BOX_HEIGHT - line, _foot(frame, number, total)))
    return SetPage(paper.value, tuple(placed))


def _head(frame: Frame) -> Block:
    line = _ends(frame.setting, frame.head, frame.head_end)
    rule = Line(0, line.height + 2, BOX_WIDTH, line.height + 2, 0.4, 0.6)
    return Block(line.height, (rule,), line.parts, DECORATION)


def _foot(frame: Frame, number: int, total: int) -> Block:
    line = _ends(frame.setting, frame.foot, page_words(number, total))
    rule = Line(0, -2, BOX_WIDTH, -2, 0.4, 0.6)
    return Block(line.height, (rule,), line.parts, DECORATION)


def _ends(setting: Setting, left: str, right: str) -> Block:
    """Return a line with a text at each end, the left one in as much of it as has room."""
    style = setting.small
    width = setting.width(right, style)
    room = BOX_WIDTH - width - 2 * setting.size
    key = ("shortened", left, room)
    shown = setting.remembered(key, lambda: _shortened(setting, left, room, style))
    parts = (
        (0.0, 0.0, setting.paragraph(shown, room, style)),
        (BOX_WIDTH - width, 0.0, setting.paragraph(right, width + 1, style)),
    )
    return Block(setting.line_height(style), (), parts)


def _shortened(setting: Setting, text: str, room: float, style: Style) -> str:
    """Return the words that fit into one line, with a mark where there are more."""
    words = text.split()
    if setting.width(text, style) <= room:
        return " ".join(words)

    def is_too_long(count: int) -> bool:
        return setting.width(f"{' '.join(words[:count])} …", style) > room

    fitting = bisect_left(range(1, len(words)), True, key=is_too_long)
    return " ".join((*words[:fitting], "…"))
