"""Thin rules below the cells of a table, and the space between them and the words."""

from PySide6.QtGui import QBrush, QColor, QTextFrameFormat, QTextTableCell

_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid


def ruled(cell: QTextTableCell, color: QColor, padding: int, *, bottom: bool = False) -> None:
    """Draw a rule of one pixel at the bottom of a cell; keep the words off both edges."""
    cell_format = cell.format().toTableCellFormat()
    # A paragraph's own margins do not count at the edges of a cell.
    cell_format.setTopPadding(padding)
    cell_format.setBottomPadding(padding)
    if bottom:
        cell_format.setBottomBorder(1)
        cell_format.setBottomBorderStyle(_SOLID)
        cell_format.setBottomBorderBrush(QBrush(color))
    cell.setFormat(cell_format)
