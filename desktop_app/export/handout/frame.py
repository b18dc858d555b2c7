"""Puts the pages of a handout on paper, with a foot that counts them."""

from collections.abc import Iterator, Sequence

from desktop_app.export.flow.paging import FlowPage
from desktop_app.export.flow.sections import Measure
from desktop_app.export.handout.large_print import FOOT_SIZE
from desktop_app.export.paper import BOX_HEIGHT, BOX_WIDTH, Paper
from desktop_app.export.pdf.pages import Placed, SetPage
from desktop_app.export.phrases import page_words
from desktop_app.export.typesetting.blocks import Block, Line
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import DECORATION

_FOOT = 34.0
MEASURE = Measure(BOX_WIDTH, BOX_HEIGHT - _FOOT)
"""The room for text on a page."""


def framed(
    setting: Setting, pages: Sequence[FlowPage], left: str, paper: Paper
) -> tuple[SetPage, ...]:
    """Return the pages on paper; ``left`` stands at the left of the foot."""
    total = len(pages)
    return tuple(
        SetPage(
            paper.value, tuple(_placed(page, _foot(setting, left, page_words(at, total)), paper))
        )
        for at, page in enumerate(pages, 1)
    )


def _placed(page: FlowPage, foot: Block, paper: Paper) -> Iterator[Placed]:
    left, top = paper.box_left, paper.value[1] - paper.box_top
    for at in page:
        yield Placed(left + at.piece.x, top + at.y, at.piece.block, at.piece.path)
    yield Placed(left, top + BOX_HEIGHT - foot.height, foot)


def _foot(setting: Setting, left: str, right: str) -> Block:
    style = Style(FOOT_SIZE)
    width = setting.width(right, style)
    parts = (
        (0.0, 0.0, setting.paragraph(left, BOX_WIDTH - width - FOOT_SIZE, style)),
        (BOX_WIDTH - width, 0.0, setting.paragraph(right, width + 1, style)),
    )
    return Block(
        setting.line_height(style), (Line(0, -5, BOX_WIDTH, -5, 0.8, 0.0),), parts, DECORATION
    )
