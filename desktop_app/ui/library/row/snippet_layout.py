"""Lays out a snippet in a few lines, the found words marked; its text is never markup."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop_app.ui.elision import elided_line
from desktop_app.ui.library.row.row_drawing import RowDrawing
from desktop_app.ui.models.snippets import Snippet, exclusion_warnings

_ELLIPSIS = "…"
_SURE_TO_FIT = 0.75
"""Of the room: lines end between words."""
_BEFORE = 12
"""Characters of text before the first found word, where there is not room for more."""
_WARNING_SIGN = "⚠ "


class SnippetInks(NamedTuple):
    """The colours of a snippet; ``hit`` is the ground of a found word."""

    text: QColor
    found: QColor
    hit: QColor
    warning: QColor


def add_snippet(
    drawing: RowDrawing,
    area: QRectF,
    font: QFont,
    inks: SnippetInks,
    snippet: Snippet,
    lines: int,
) -> None:
    """Put in a snippet; a warning takes the first of its lines."""
    top = area.top()
    height = QFontMetricsF(font).lineSpacing()
    if snippet.only_excluded:
        words = _warning(snippet, QFontMetricsF(font), area.width())
        first = QRectF(area.left(), top, area.width(), height)
        drawing.add_line(first, font, inks.warning, words)
        lines, top = lines - 1, top + height
    text, ranges = _text_and_ranges(snippet, font, area.width() * lines)
    layout = _fitted(text, font, area.width(), lines)
    # Drawn as selections are: formats would undo the layout.
    formats = _formats(layout.text(), ranges, inks)
    drawing.add_layout(QPointF(area.left(), top), layout, inks.text, formats)


def _warning(snippet: Snippet, metrics: QFontMetricsF, width: float) -> str:
    """Return the fullest warning for which there is room."""
    warnings = [_WARNING_SIGN + words for words in exclusion_warnings(snippet.only_excluded)]
    fitting = (words for words in warnings if metrics.horizontalAdvance(words) <= width)
    return next(fitting, elided_line(warnings[-1], metrics, width))


def _text_and_ranges(
    snippet: Snippet, font: QFont, room: float
) -> tuple[str, list[tuple[int, int]]]:
    """Return text and found words so that the first of these is seen in the room that there is."""
    # Where the words are warned of, it has been said already from where they are.
    label = f"{snippet.label}: " if snippet.label and not snippet.only_excluded else ""
    text, cut = snippet.text, 0
    if snippet.ranges:
        metrics = QFontMetricsF(font)
        first, end = snippet.ranges[0]
        if metrics.horizontalAdvance(label + text[:end]) > room * _SURE_TO_FIT:
            cut = text.rfind(" ", 0, max(0, first - _BEFORE)) + 1 or max(0, first - _BEFORE)
    start = len(label) - cut + (len(_ELLIPSIS) if cut else 0)
    shown = label + (_ELLIPSIS if cut else "") + text[cut:]
    return shown, [(one + start, other + start) for one, other in snippet.ranges if one >= cut]


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
    text: str, ranges: list[tuple[int, int]], inks: SnippetInks
) -> list[QTextLayout.FormatRange]:
    return [_format(start, min(end, len(text)), inks) for start, end in ranges if start < len(text)]


def _format(start: int, end: int, inks: SnippetInks) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, end - start
    form = QTextCharFormat()
    form.setBackground(inks.hit)
    form.setForeground(inks.found)
    marked.format = form
    return marked
