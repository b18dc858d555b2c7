"""Thin rules above and below the cells of a table, and the space between them and the words."""

from PySide6.QtGui import QBrush, QColor, QTextFrameFormat, QTextTableCell

_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid


def ruled(
    cell: QTextTableCell, color: QColor, padding: int, *, top: bool = False, bottom: bool = False
) -> None:
    """Draw a rule of one pixel at the top or the bottom of a cell; keep the words off both."""
    cell_format = cell.format().toTableCellFormat()
    # A paragraph's own margins do not count at the edges of a cell.
    cell_format.setTopPadding(padding)
    cell_format.setBottomPadding(padding)
    if top:
        cell_format.setTopBorder(1)
        cell_format.setTopBorderStyle(_SOLID)
        cell_format.setTopBorderBrush(QBrush(color))
    if bottom:
        cell_format.setBottomBorder(1)
        cell_format.setBottomBorderStyle(_SOLID)
        cell_format.setBottomBorderBrush(QBrush(color))
    cell.setFormat(cell_format)
