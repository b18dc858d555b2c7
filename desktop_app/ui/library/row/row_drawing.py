"""A row as it is drawn: laid out, cut and placed once, for it is painted many times."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QStaticText,
    QTextLayout,
    QTextOption,
    QTransform,
)

from desktop_app.ui.looks.mark_shapes import draw_mark
from desktop_app.ui.models.study_words import drawn_text

_BREAKS = str.maketrans(dict.fromkeys("\n\r\u2028\u2029", " "))


class RowDrawing:
    """Takes what is drawn into a row, and draws it.

    Places are in pixels from the top left of the row. Lines begin at the side where those of the
    window do; the letters of a text run as they do, for a record is English in every window.
    """

    def __init__(self, *, is_mirrored: bool) -> None:
        self.is_mirrored = is_mirrored
        self._lines: list[tuple[QFont, QColor, QPointF, QStaticText]] = []
        self._layouts: list[
            tuple[QTextLayout, QPointF, QColor, Sequence[QTextLayout.FormatRange]]
        ] = []
        self._marks: list[tuple[str, QRectF, QColor]] = []

    def add_line(
        self, area: QRectF, font: QFont, colour: QColor, text: str, *, at_end: bool = False
    ) -> None:
        """Put a text where a line begins, or ends, in the middle of the height of an area."""
        if not text:
            return
        laid = QStaticText(drawn_text(text).translate(_BREAKS))
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.setTextOption(_option())
        laid.prepare(QTransform(), font)
        size = laid.size()
        left = area.left() if self.is_mirrored == at_end else area.right() - size.width()
        top = area.top() + (area.height() - size.height()) / 2
        # Copies: those of an option for drawing are gone when that is.
        self._lines.append((QFont(font), QColor(colour), QPointF(left, top), laid))

    def add_layout(
        self,
        place: QPointF,
        layout: QTextLayout,
        colour: QColor,
        formats: Sequence[QTextLayout.FormatRange],
    ) -> None:
        """Put several lines somewhere, with parts of them in other colours."""
        self._layouts.append((layout, place, QColor(colour), formats))

    def add_mark(self, area: QRectF, name: str, colour: QColor) -> None:
        """Put a shape into a square."""
        self._marks.append((name, area, QColor(colour)))

    def after(self, area: QRectF, width: float) -> QRectF:
        """Return what is left of an area behind so many pixels."""
        if self.is_mirrored:
            return area.adjusted(0, 0, -width, 0)
        return area.adjusted(width, 0, 0, 0)

    def paint(self, painter: QPainter) -> None:
        """Draw everything; the painter's origin is the top left of the row."""
        for font, colour, place, text in self._lines:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawStaticText(place, text)
        for layout, place, colour, formats in self._layouts:
            painter.setPen(colour)
            layout.draw(painter, place, formats)
        for name, area, colour in self._marks:
            draw_mark(painter, name, area, colour)


def _option() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option
