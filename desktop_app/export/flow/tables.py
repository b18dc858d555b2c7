"""Tables as pieces: a row each, with the head repeated on every page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from desktop_app.export.flow.columns import GUTTER, bands, head_style, least_widths, widths
from desktop_app.export.flow.pieces import Piece
from desktop_app.export.flow.texts import text_block
from desktop_app.export.typesetting.blocks import Block, Line
from desktop_app.export.typesetting.setting import FLOOR, Setting
from desktop_app.export.typesetting.tags import CELL, COLUMN_HEADER, ROW, ROW_HEADER, Role, Tag
from desktop_app.presentation.section import Table

_MANY = 6
"""Columns from which a table is set in smaller type."""
_LESS = 1.0
"""How much smaller, in points."""


def table_pieces(setting: Setting, table: Table, width: float) -> Iterator[Piece]:
    """Yield the rows of a table; one too wide goes on in bands below each other."""
    chosen = _smaller(setting) if len(table.columns) >= _MANY else setting
    least = least_widths(chosen, table)
    for band in bands(chosen, least, width):
        sizes = widths(chosen, table, least, band, width)
        yield from _band(chosen, table, band, sizes)


def _smaller(setting: Setting) -> Setting:
    """Return the setting of wide tables."""
    size = max(FLOOR, setting.size - _LESS)
    return setting.remembered(("smaller", size), lambda: replace(setting, size=size, memory={}))


def _band(
    setting: Setting, table: Table, columns: Sequence[int], sizes: Sequence[float]
) -> Iterator[Piece]:
    gutter = GUTTER * setting.size
    lefts = tuple(accumulate((size + gutter for size in sizes[:-1]), initial=0.0))
    row = _row_setter(setting, lefts, sizes)
    path = (Tag(Role.TABLE, key=object()),)
    head = row([table.columns[column] for column in columns], is_head=True)
    yield Piece(head, path=path, above=setting.gap * 0.5, keeps_next=bool(table.rows))
    for cells in table.rows:
        block = row([cells[column] for column in columns], is_head=False)
        yield Piece(block, path=path, head=head)


def _row_setter(
    setting: Setting, lefts: Sequence[float], sizes: Sequence[float]
) -> Callable[..., Block]:
    """Return what sets a row of cells; a row has a thin rule below, a head a stronger one."""
    pad = setting.size * 0.22
    right = lefts[-1] + sizes[-1]
    head = head_style(setting)

    def row(cells: Sequence[str], *, is_head: bool) -> Block:
        blocks = []
        for number, (cell, size) in enumerate(zip(cells, sizes, strict=True)):
            tag = COLUMN_HEADER if is_head else CELL if number else ROW_HEADER
            text = text_block(setting, cell, size, head if is_head else None)
            blocks.append(text.tagged(tag))
        height = max(block.height for block in blocks) + 2 * pad
        rule = Line(0, height, right, height, 0.7 if is_head else 0.4, 0.4 if is_head else 0.8)
        # Heads stand on their rule; cells hang from the one above.
        parts = tuple(
            (x, height - pad - block.height if is_head else pad, block)
            for x, block in zip(lefts, blocks, strict=True)
        )
        return Block(height, (rule,), parts, ROW)

    return row
