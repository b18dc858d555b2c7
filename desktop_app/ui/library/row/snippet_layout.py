"""Draws a snippet in a few lines, with the found words marked; its text is never markup."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop_app.ui.elision import elided_line
from desktop_app.ui.models.snippets import Snippet, exclusion_warning

SNIPPET_LINES = 2
_ELLIPSIS = "…"
_WARNING_SIGN = "⚠ "


def draw_snippet(
    painter: QPainter,
    area: QRectF,
    font: QFont,
    quiet: QColor,
    warning: QColor,
    hit: QColor,
    snippet: Snippet,
) -> None:
    """Draw a snippet; a warning takes the first of its lines."""
    lines, top = SNIPPET_LINES, area.top()
    height = QFontMetricsF(font).lineSpacing()
    if snippet.is_only_excluded:
        painter.setFont(font)
        painter.setPen(warning)
        words = elided_line(_WARNING_SIGN + exclusion_warning(), QFontMetricsF(font), area.width())
        painter.drawText(QRectF(area.left(), top, area.width(), height), words)
        lines, top = lines - 1, top + height
    label = f"{snippet.label}: " if snippet.label else ""
    ranges = [(start + len(label), end + len(label)) for start, end in snippet.ranges]
    layout = _fitted(label + snippet.text, font, area.width(), lines)
    layout.setFormats(_formats(layout.text(), ranges, hit))
    painter.setPen(quiet)
    layout.draw(painter, QPointF(area.left(), top))


def _fitted(text: str, font: QFont, width: float, lines: int) -> QTextLayout:
    """Return the text laid out in so many lines; what has no room ends in an ellipsis."""
    layout = _laid_out(text, font, width, lines)
    end = _end(layout)
    while end < len(text.rstrip()) and end > 0:
        end -= 1
        shorter = _laid_out(text[:end].rstrip() + _ELLIPSIS, font, width, lines)
        if _end(shorter) >= len(shorter.text()):
            return shorter
    return layout


def _laid_out(text: str, font: QFont, width: float, lines: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    for _number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += QFontMetricsF(font).lineSpacing()
    layout.endLayout()
    return layout


def _end(layout: QTextLayout) -> int:
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    return last.textStart() + last.textLength() if last is not None else 0


def _formats(
    text: str, ranges: list[tuple[int, int]], hit: QColor
) -> list[QTextLayout.FormatRange]:
    return [_format(start, min(end, len(text)), hit) for start, end in ranges if start < len(text)]


def _format(start: int, end: int, hit: QColor) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, end - start
    form = QTextCharFormat()
    form.setBackground(hit)
    marked.format = form
    return marked
