"""Draws a text in a few lines; what does not fit ends in an ellipsis."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop_app.ui.drawn_line import draw_line
from desktop_app.ui.elision import elided_line

_LONGEST = 600
"""Characters that are looked at: more than fit into the lines of any cell."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def lines_needed(text: str, metrics: QFontMetrics, width: int, most: int) -> int:
    """Return how many lines a text takes in a width in pixels, at most so many."""
    if metrics.horizontalAdvance(text[:_LONGEST]) <= width:
        return 1
    room = metrics.boundingRect(0, 0, max(1, width), 100_000, int(_WRAPPED), text[:_LONGEST])
    return max(1, min(most, round(room.height() / metrics.lineSpacing())))


def draw_lines(
    painter: QPainter, area: QRectF, text: str, most: int, *, is_right: bool = False
) -> int:
    """Draw a text from the top of an area, in the painter's font; return its number of lines.

    Lines begin where those of the painter's direction do; ``is_right`` ends them there instead.
    """
    metrics = QFontMetricsF(painter.font())
    lines = _lines(text[:_LONGEST].replace("\n", " "), painter, area.width(), most)
    for number, shown in enumerate(lines):
        top = area.top() + number * metrics.lineSpacing()
        line = QRectF(area.left(), top, area.width(), metrics.lineSpacing())
        draw_line(painter, line, elided_line(shown, metrics, area.width()), at_end=is_right)
    return len(lines)


def _lines(text: str, painter: QPainter, width: float, most: int) -> list[str]:
    """Return the lines; the last one goes on beyond the width where the text does."""
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "replace")
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(units) // 2]
    lines = [units[2 * a : 2 * b] for a, b in zip(starts, ends, strict=True)]
    return [line.decode("utf-16-le", "replace").rstrip() for line in lines]
