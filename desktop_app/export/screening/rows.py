"""The rows of a list of criteria as pieces, none parted where it fits on a page."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.export.flow.pieces import Piece
from desktop_app.export.flow.texts import text_block
from desktop_app.export.paper import BOX_WIDTH
from desktop_app.export.screening.boxes import SIDE, tick_box
from desktop_app.export.screening.columns import COUNT, NUMBER, TEXT, Columns, head_row
from desktop_app.export.typesetting.blocks import NOTHING, Block, Line, Mark, stacked
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.setting import QUIET, Setting, Style
from desktop_app.export.typesetting.tags import CELL, ROW, ROW_HEADER, Role, Tag
from desktop_app.languages import _
from desktop_app.presentation.screening.content import (
    Answer,
    RowKind,
    ScreeningList,
    ScreeningRow,
)

_PAD = 4.0
_LEAST = 21.0
"""Points: the height of a row that leaves room for a date and initials by hand."""
_INDENT = 9.0
_DEEPEST = 6
_TALLEST = 600.0
"""Points: a row that may be parted has no lines between columns, which would be cut anywhere."""


def table_pieces(setting: Setting, one: ScreeningList) -> Iterator[Piece]:
    """Yield the table of a list; its head is said again on every page that it goes on to."""
    path = (Tag(Role.TABLE, key=object()),)
    yield Piece(
        head_row(setting, _("Criterion")), path=path, above=setting.size * 0.4, keeps_next=True
    )
    again = head_row(setting, _("{title}, continued").format(title=one.title))
    for row, below in zip(one.rows, (*one.rows[1:], None), strict=True):
        yield Piece(
            _row(setting, row, below),
            path=path,
            head=again,
            keeps_next=below is not None and _announces(row, below),
        )


def _announces(row: ScreeningRow, below: ScreeningRow) -> bool:
    """Tell whether a row says little without the next one."""
    return row.kind in (RowKind.HEADING, RowKind.LEAD) or below.depth > row.depth


def _row(setting: Setting, row: ScreeningRow, below: ScreeningRow | None) -> Block:
    if row.kind in (RowKind.HEADING, RowKind.LEAD):
        return _words(setting, row)
    text = _text(setting, row)
    number = _number(setting, row)
    height = max(_LEAST if row.has_boxes else 0.0, text.height + 2 * _PAD)
    cells = (
        (NUMBER, _PAD, Block(number.height, (), ((0.0, 0.0, number),), ROW_HEADER)),
        (TEXT, _PAD, Block(text.height, (), ((0.0, 0.0, text),), CELL)),
        *_answers(setting, row),
        *((left, 0.0, Block(0.0, tag=CELL)) for left in Columns.of(setting).written),
    )
    return Block(height, tuple(_lines(setting, row, below, height)), cells, ROW)


def _words(setting: Setting, row: ScreeningRow) -> Block:
    """Return a heading or a lead over the whole width."""
    is_heading = row.kind is RowKind.HEADING
    text = text_block(setting, row.text, BOX_WIDTH, setting.strong if is_heading else None)
    above = _PAD * (1.8 if is_heading else 1.0)
    cell = Block(text.height, (), ((0.0, 0.0, text),), replace(CELL, columns=COUNT))
    height = above + text.height + _PAD
    return Block(
        height, (Line(0, height, BOX_WIDTH, height, 0.4, 0.6),), ((0.0, above, cell),), ROW
    )


def _text(setting: Setting, row: ScreeningRow) -> Block:
    indent = _indent(row)
    width = Columns.of(setting).text_width - indent
    said = f"{row.own_number} {row.text}" if row.own_number else row.text
    # Where there are no boxes, the note stands in their place.
    note = setting.paragraph(row.note if row.has_boxes else "", width, setting.small)
    words = stacked((text_block(setting, said, width), note))
    return Block(words.height, (), ((indent, 0.0, words),)) if indent else words


def _indent(row: ScreeningRow) -> float:
    return _INDENT * min(row.depth, _DEEPEST)


def _number(setting: Setting, row: ScreeningRow) -> Block:
    if not row.number:
        return NOTHING
    is_whole = row.kind is RowKind.CRITERION
    style = Style(setting.scaled(0.92), BOLD if is_whole else REGULAR, 0.0 if is_whole else QUIET)
    # The number of a part may reach to where its words begin.
    room = TEXT - 3 + _indent(row)
    text = setting.paragraph(row.number, room, style)
    drop = setting.baseline(setting.body) - setting.baseline(style)
    return Block(text.height + drop, (), ((0.0, drop, text),))


def _answers(setting: Setting, row: ScreeningRow) -> Iterator[tuple[float, float, Block]]:
    columns = Columns.of(setting)
    if not row.has_boxes:
        left = columns.lefts[0]
        note = setting.paragraph(row.note, columns.written[0] - left, setting.small)
        tag = replace(CELL, columns=len(columns.answers))
        yield left, _PAD + 1, Block(note.height, (), ((0.0, 0.0, note),), tag)
        return
    for answer, (left, right) in zip(Answer, columns.answers, strict=True):
        box = tick_box(answer.words, is_part=row.kind is RowKind.PART)
        # Its middle is that of the capitals of the first line.
        top = _PAD + (setting.line_height(setting.body) - SIDE) / 2
        yield left + (right - left - SIDE) / 2, top, Block(SIDE, (), ((0.0, 0.0, box),), CELL)


def _lines(
    setting: Setting, row: ScreeningRow, below: ScreeningRow | None, height: float
) -> Iterator[Mark]:
    """Yield the rule below, strong between criteria, and the lines of the columns to fill in."""
    is_inside = below is not None and below.depth > 0
    left = TEXT if is_inside else 0.0
    yield Line(
        left, height, BOX_WIDTH, height, 0.35 if is_inside else 0.6, 0.75 if is_inside else 0.4
    )
    if row.has_boxes and height < _TALLEST:
        yield from (Line(x, 0, x, height, 0.35, 0.7) for x in Columns.of(setting).written)
