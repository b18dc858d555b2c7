"""Flows that go down the left column of a page and on in the right one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop_app.export.brief.flows import Flow
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import DECORATION
from desktop_app.languages import _


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece in a run of several flows; ``above`` is the room before it, unless it comes first."""

    block: Block
    above: float
    continues: str
    """The title to be repeated where a column begins with this piece; empty for a heading."""
    may_begin: bool


def continued(setting: Setting, flows: Sequence[Flow], width: float, gutter: float) -> Block:
    """Return flows one after the other in two columns of about the same height."""
    pieces = [piece for flow in flows for piece in _pieces(setting, flow, width)]
    places = [index for index, piece in enumerate(pieces) if piece.may_begin]
    places.append(len(pieces))
    totals = [0.0, *accumulate(piece.above + piece.block.height for piece in pieces)]
    repeated = setting.heading(_("{title} (continued)"), width).height + setting.small_gap

    def height_at(place: int) -> float:
        begun = repeated if place < len(pieces) and pieces[place].continues else 0.0
        return max(totals[place], begun + totals[-1] - totals[place])

    best = min(places, key=height_at)
    left, right = pieces[:best], pieces[best:]
    if right and right[0].continues:
        # Who hears the list goes on without it.
        title = _("{title} (continued)").format(title=right[0].continues)
        heading = setting.heading(title, width).tagged(DECORATION)
        right = [_Piece(heading, 0.0, "", True), *right]
    columns = _run(left), _run(right)
    parts = ((0.0, 0.0, columns[0]), (width + gutter, 0.0, columns[1]))
    return Block(max(column.height for column in columns), (), parts)


def _pieces(setting: Setting, flow: Flow, width: float) -> Iterator[_Piece]:
    blocks = [block for block in flow.pieces if block.height]
    if not blocks:
        return
    yield _Piece(setting.heading(flow.title, width, flow.note), setting.gap, "", True)
    for index, block in enumerate(blocks):
        yield _Piece(block, setting.small_gap if index else 0.0, flow.title, index > 0)


def _run(pieces: Sequence[_Piece]) -> Block:
    parts = []
    height = 0.0
    for piece in pieces:
        top = height + piece.above if height else 0.0
        parts.append((0.0, top, piece.block))
        height = top + piece.block.height
    return Block(height, (), tuple(parts))
