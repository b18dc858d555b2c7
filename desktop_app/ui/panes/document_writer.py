"""Writes paragraphs, frames and tables into a text document through its cursor alone.

Nothing here takes markup. Lines are laid out when they come into view as long as they stand in the
document itself; what stands in a frame or a cell is laid out at once, and so has to be short.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextOption,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from desktop_app.presentation.section import Figure
from desktop_app.ui.panes.figures import OBJECT_CHARACTER, DocumentFigures
from desktop_app.ui.panes.look import Look
from desktop_app.ui.panes.page_layout import Column
from desktop_app.ui.panes.reading_aids import NO_AIDS, ReadingAids
from desktop_app.ui.panes.visible_text import visible_text

JOINER = QTextFormat.Property.UserProperty + 1
"""Property of a block: what stands between it and the block before when text is copied."""
SPACER = "spacer"
"""The joiner of a block that is there for its height alone."""
CONTINUED = "continued"
"""The joiner of a block that goes on with the words of the one before."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
LINE = "\u2028"
GAP = "\u2002"
"""Stands between a value and the note behind it; finding does not look across it."""
_LONGEST_BLOCK = 4000
_PIECE = re.compile(rf"(?s).{{1,{_LONGEST_BLOCK}}}(?:\s|\Z)|.{{1,{_LONGEST_BLOCK}}}")


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one format."""

    text: str
    format: QTextCharFormat


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph stands in its column; distances in pixels.

    ``hang`` is how far its first words, a label, stand out to the left of the others.
    """

    column: Column
    hang: int = 0
    above: int = 0
    below: int = 0
    leading: int = 100
    joiner: str = "\n"
    is_right_aligned: bool = False

    def block_format(self) -> QTextBlockFormat:
        """Return the style as Qt has it."""
        result = QTextBlockFormat()
        result.setLeftMargin(self.column.left + self.hang)
        result.setRightMargin(self.column.right)
        result.setTopMargin(self.above)
        result.setBottomMargin(self.below)
        if self.hang:
            result.setTextIndent(-self.hang)
            result.setTabPositions([QTextOption.Tab(self.hang, QTextOption.TabType.LeftTab)])
        if self.leading != 100:
            proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            result.setLineHeight(self.leading, proportional)
        if self.is_right_aligned:
            result.setAlignment(RIGHT)
        if self.joiner != "\n":
            result.setProperty(JOINER, self.joiner)
        return result


class DocumentWriter:
    """A place in a document; writes from there on."""

    def __init__(
        self,
        document: QTextDocument,
        look: Look,
        figures: DocumentFigures,
        aids: ReadingAids = NO_AIDS,
    ) -> None:
        self.look = look
        self.aids = aids
        self.widest_table = 0
        self._figures = figures
        self._document = document
        self._cursor = QTextCursor(document)
        self._is_fresh = True
        self._table: QTextTable | None = None
        self._formats: dict[Style, QTextBlockFormat] = {}

    def term(self, text: str, char_format: QTextCharFormat, *, is_marked: bool = False) -> Span:
        """Return words that may be a term; one that is known tells what it means.

        ``is_marked`` shows that it can be pointed at.
        """
        words = self.aids.explain(text)
        if not words:
            return Span(text, char_format)
        return Span(text, self.look.explained(char_format, words, is_marked=is_marked))

    def finish(self) -> None:
        """End writing."""
        if self._is_fresh:
            self._space(1)

    def paragraph(self, spans: Sequence[Span], style: Style) -> None:
        """Write a paragraph; its last words may be of any length."""
        shown = (visible_text(span.text).replace("\n", LINE) for span in spans)
        *first, last = [Span(text, span.format) for text, span in zip(shown, spans, strict=True)]
        pieces = _PIECE.findall(last.text) if len(last.text) > _LONGEST_BLOCK else [last.text]
        block_format = self._block_format(style)
        if len(pieces) > 1:
            block_format = style.block_format()
            block_format.setBottomMargin(0)
        self._open_block(block_format)
        for number, span in enumerate(first):
            self._cursor.insertText(span.text, span.format)
            if style.hang and number == 0:
                self._cursor.insertText("\t", self.look.quiet)  # Not dotted as a term is.
        self._cursor.insertText(pieces[0], last.format)
        for number, piece in enumerate(pieces[1:], 2):
            self._continue_block(piece, last.format, style, number == len(pieces))

    def _continue_block(
        self, text: str, char_format: QTextCharFormat, style: Style, is_last: bool
    ) -> None:
        block_format = style.block_format()
        block_format.setTextIndent(0)
        block_format.setTopMargin(0)
        block_format.setBottomMargin(style.below if is_last else 0)
        block_format.setProperty(JOINER, CONTINUED)
        self._open_block(block_format)
        self._cursor.insertText(text, char_format)

    def figure(self, figure: Figure, style: Style) -> None:
        """Write a picture, at most as wide as its column."""
        char_format = self._figures.add(figure, style.column.width)
        self._open_block(self._block_format(style))
        self._cursor.insertText(OBJECT_CHARACTER, char_format)

    def begin_frame(self, width: int, position: QTextFrameFormat.Position, above: int = 0) -> None:
        """Begin a frame of a width in pixels; what is written next stands in it.

        There is a space above it, but none at the top of the pane.
        """
        if not self._is_fresh:
            self._cursor.insertBlock()
        elif not self._cursor.position():
            above = 1
        # A frame that floats does not heed the margin of the paragraph above it.
        self._leave_room_below_table(above)
        self._space(max(1, above))
        frame_format = QTextFrameFormat()
        frame_format.setWidth(width)
        frame_format.setPosition(position)
        self._cursor.insertFrame(frame_format)
        self._is_fresh = True

    def end_frame(self) -> None:
        """Leave the frame."""
        if self._is_fresh:
            self._space(1)
        frame = self._cursor.currentFrame()
        self._cursor = QTextCursor(self._document)
        self._cursor.setPosition(frame.lastPosition() + 1)
        self._is_fresh = True

    def clear_floats(self, width: int) -> None:
        """Go below the frames that stand beside the text."""
        self.begin_frame(width, QTextFrameFormat.Position.InFlow)
        self.end_frame()

    def begin_table(self, rows: int, table_format: QTextTableFormat, above: int) -> QTextTable:
        """Begin a table; fill it with ``go_to_cell`` and leave it with ``end_table``."""
        if not self._is_fresh:
            # The margin below the paragraph before it does not count for a table.
            table_format.setTopMargin(max(above, self._cursor.blockFormat().bottomMargin()))
        self._make_room(above)
        return self._cursor.insertTable(rows, table_format.columns(), table_format)

    def go_to_cell(self, cell: QTextTableCell) -> None:
        """Write the next paragraph into a cell."""
        self._cursor = cell.firstCursorPosition()
        self._is_fresh = True

    def end_table(self, table: QTextTable) -> None:
        """Leave a table."""
        self._cursor = QTextCursor(self._document)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._is_fresh = True
        self._table = table

    def _block_format(self, style: Style) -> QTextBlockFormat:
        known = self._formats.get(style)
        if known is None:
            known = self._formats[style] = style.block_format()
        return known

    def _open_block(self, block_format: QTextBlockFormat) -> None:
        self._leave_room_below_table(max(self.look.space(12), round(block_format.topMargin())))
        if self._is_fresh:
            self._cursor.setBlockFormat(block_format)
        else:
            self._cursor.insertBlock(block_format)
        self._is_fresh = False

    def _make_room(self, above: int) -> None:
        """Leave the block that Qt keeps before a frame or a table as low as it is meant."""
        self._leave_room_below_table(above)
        if self._is_fresh:
            self._space(max(1, above) if self._cursor.position() else 1)
        else:
            block_format = self._cursor.blockFormat()
            block_format.setBottomMargin(max(above, block_format.bottomMargin()))
            self._cursor.setBlockFormat(block_format)

    def _leave_room_below_table(self, height: int) -> None:
        """Keep a distance from the table above: Qt ignores a margin of what follows it."""
        if self._table is not None:
            table_format = self._table.format().toTableFormat()
            table_format.setBottomMargin(height)
            self._table.setFormat(table_format)
            self._table = None

    def _space(self, height: int) -> None:
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block_format = QTextBlockFormat()
        block_format.setLineHeight(height, fixed)
        block_format.setProperty(JOINER, SPACER)
        self._cursor.setBlockFormat(block_format)
        self._is_fresh = False
