"""Lays out the texts and marks of a row: number, title, why found, status and phase."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from desktop_app.presentation.status import status_look
from desktop_app.store.personal.tag_colour import TagColour
from desktop_app.study.summary import StudySummary
from desktop_app.ui.elision import elided_line
from desktop_app.ui.library.row.row_drawing import RowDrawing
from desktop_app.ui.library.row.row_words import end_phrases
from desktop_app.ui.looks.palette_colors import accent_color, hit_color, mixed, warning_text_color
from desktop_app.ui.looks.status_colors import status_color
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.row_marks import RowMarks
from desktop_app.ui.models.snippets import Snippet
from desktop_app.ui.models.study_words import drawn_text, phase_phrase, title_of
from desktop_app.ui.personal.tag_colours import tag_color

TITLE_LINES, TITLE_LINES_FOUND = 3, 2
"""Of a row, and of one that says why it was found."""
SNIPPET_LINES = 2
SIDE = 16
_BETWEEN = " · "
_MARK_SIZE, _MARK_STEP = 0.85, 1.15
"""Of the height of a line, and of a mark from one to the next."""


class RowInk(NamedTuple):
    """The colours of one row."""

    title: QColor
    quiet: QColor
    status: QColor
    hit: QColor
    warning: QColor
    accent: QColor
    palette: QPalette
    is_selected: bool

    def tag(self, name: str) -> QColor:
        """Return the colour of a tag; on a selected row all have that of its text."""
        return self.title if self.is_selected else tag_color(TagColour.of(name), self.palette)


class Row(NamedTuple):
    """What a row says; ``snippet`` is None where there is none or it is on its way."""

    summary: StudySummary
    marks: RowMarks
    snippet: Snippet | None
    is_explained: bool


def row_ink(palette: QPalette, summary: StudySummary, *, is_selected: bool) -> RowInk:
    """Return the colours of a row on the ground of a list."""
    if is_selected:
        text, ground = palette.highlightedText().color(), palette.highlight().color()
        return RowInk(
            text,
            mixed(text, ground, 0.88),
            text,
            mixed(text, ground, 0.25),
            text,
            text,
            palette,
            True,
        )
    return RowInk(
        palette.text().color(),
        palette.color(QPalette.ColorRole.PlaceholderText),
        status_color(status_look(summary.overall_status).role, palette),
        hit_color(palette, is_current=False),
        warning_text_color(palette),
        accent_color(palette),
        palette,
        is_selected,
    )


def row_height(font: QFont, *, is_explained: bool) -> int:
    """Return the height of all rows, in pixels."""
    scale = TypeScale(font)
    small, title = line_height(scale.small), line_height(font)
    height = 2 * small + TITLE_LINES * title
    if is_explained:
        height = (2 + SNIPPET_LINES) * small + TITLE_LINES_FOUND * title
    return round(height) + scale.space(32)


def paint_row(painter: QPainter, area: QRectF, font: QFont, ink: RowInk, row: Row) -> None:
    """Draw a row into the area that it fills."""
    is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    painter.save()
    painter.translate(area.topLeft())
    laid_out_row(area.size(), font, ink, row, is_mirrored=is_mirrored).paint(painter)
    painter.restore()


def laid_out_row(
    size: QSizeF, font: QFont, ink: RowInk, row: Row, *, is_mirrored: bool
) -> RowDrawing:
    """Return a row of a size, to be drawn."""
    drawing = RowDrawing(is_mirrored=is_mirrored)
    scale = TypeScale(font)
    side, top = scale.space(SIDE), scale.space(12)
    area = QRectF(0, 0, size.width(), size.height())
    inner = area.adjusted(side, top, -side, -top)
    height, small = line_height(scale.small), scale.small
    first = QRectF(inner.left(), inner.top(), inner.width(), height)
    _add_first_line(drawing, first, small, ink, row)
    title = QRectF(first.left(), first.bottom() + scale.space(4), inner.width(), inner.height())
    lines = TITLE_LINES_FOUND if row.is_explained else TITLE_LINES
    _add_title(drawing, title, font, ink.title, drawn_text(title_of(row.summary)), lines)
    # At the foot of each row, so that the eye runs down the statuses in steps of one height.
    last = QRectF(inner.left(), inner.bottom() - height, inner.width(), height)
    _add_last_line(drawing, last, small, ink, row)
    if row.snippet is not None:
        place = QRectF(
            *(last.left(), last.top() - SNIPPET_LINES * height - scale.space(2)),
            *(inner.width(), SNIPPET_LINES * height),
        )
        _add_snippet(drawing, place, small, ink, row.snippet)
    return drawing


def _add_snippet(
    drawing: RowDrawing, area: QRectF, font: QFont, ink: RowInk, snippet: Snippet
) -> None:
    # Loaded here, for the window is painted before anything is searched.
    from desktop_app.ui.library.row.snippet_layout import SnippetInks, add_snippet

    inks = SnippetInks(ink.quiet, ink.title, ink.hit, ink.warning)
    add_snippet(drawing, area, font, inks, snippet, SNIPPET_LINES)


def line_height(font: QFont) -> float:
    """Return the height of a line, in pixels."""
    return QFontMetricsF(font).lineSpacing()


def _add_first_line(drawing: RowDrawing, area: QRectF, font: QFont, ink: RowInk, row: Row) -> None:
    metrics = QFontMetricsF(font)
    phrases = end_phrases(row.summary, row.marks)
    widths = [metrics.horizontalAdvance(phrase) for phrase in phrases]
    gap = metrics.horizontalAdvance(" ")
    drawing.add_line(area, font, ink.quiet, row.summary.nct_id)
    taken = metrics.horizontalAdvance(row.summary.nct_id) + gap
    room = area.width() - taken - min(widths) - gap
    taken += _add_marks(drawing, drawing.after(area, taken), ink, row.marks, room)
    left = area.width() - taken - gap
    fitting = (one for one, width in zip(phrases, widths, strict=True) if width <= left)
    shown = next(fitting, metrics.elidedText(phrases[-1], Qt.TextElideMode.ElideRight, left))
    drawing.add_line(area, font, ink.quiet, shown, at_end=True)


def _add_marks(
    drawing: RowDrawing, area: QRectF, ink: RowInk, marks: RowMarks, room: float
) -> float:
    """Put in the shapes of the marks and return the width that they take.

    Where there is not room for all, a plus tells that there are more; the tip names them.
    """
    shapes = [
        *(("lost", ink.warning) for _ in range(marks.is_lost)),
        *(("changed", ink.accent) for _ in range(marks.is_changed)),
        *(("star", ink.title) for _ in range(marks.is_starred)),
        *(("note", ink.quiet) for _ in range(marks.has_note)),
        *(("dot", ink.tag(tag.colour)) for tag in marks.tags),
    ]
    side = area.height() * _MARK_SIZE
    step = side * _MARK_STEP
    # One at the least: it says more than the last letters of the enrollment do.
    fitting = max(1, int(room / step))
    if len(shapes) > fitting:
        shapes = [*shapes[: max(0, fitting - 1)], *[("more", ink.quiet)][:fitting]]
    for number, (name, color) in enumerate(shapes):
        cell = drawing.after(area, number * step)
        left = cell.right() - side if drawing.is_mirrored else cell.left()
        drawing.add_mark(QRectF(left, area.center().y() - side / 2, side, side), name, color)
    return len(shapes) * step


def _add_title(
    drawing: RowDrawing, area: QRectF, font: QFont, colour: QColor, title: str, lines: int
) -> None:
    """Put in the title; what has no room ends in an ellipsis."""
    metrics = QFontMetricsF(font)
    layout = QTextLayout(title, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    top = area.top()
    for number in range(1, lines + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        place = QRectF(area.left(), top, area.width(), metrics.lineSpacing())
        shown = _title_line(line, title, metrics, is_last=number == lines)
        drawing.add_line(place, font, colour, shown)
        top += metrics.lineSpacing()
    layout.endLayout()


def _title_line(line: QTextLine, title: str, metrics: QFontMetricsF, *, is_last: bool) -> str:
    start = line.textStart()
    text = title[start:] if is_last else title[start : start + line.textLength()]
    return elided_line(text.rstrip(), metrics, line.width())


def _add_last_line(drawing: RowDrawing, area: QRectF, font: QFont, ink: RowInk, row: Row) -> None:
    metrics = QFontMetricsF(font)
    status = str(status_look(row.summary.overall_status))
    shown = metrics.elidedText(status, Qt.TextElideMode.ElideRight, area.width())
    drawing.add_line(area, font, ink.status, shown)
    rest = drawing.after(area, metrics.horizontalAdvance(status))
    room = rest.width() - metrics.horizontalAdvance(_BETWEEN)
    phase = metrics.elidedText(phase_phrase(row.summary), Qt.TextElideMode.ElideRight, room)
    if phase.strip("…"):  # No dot is left behind where there is no room for the phase.
        drawing.add_line(rest, font, ink.quiet, _BETWEEN + phase)
    rest = drawing.after(rest, metrics.horizontalAdvance(f"{_BETWEEN}{phase}  "))
    own = row.marks.own_status
    if own and metrics.horizontalAdvance(own) <= rest.width():
        drawing.add_line(rest, font, ink.title, own, at_end=True)
