"""Draws a study of the list: number, title in three lines, status by shape and word, phase."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.languages import N_, _
from desktop_app.presentation.status import status_look
from desktop_app.study.enumerations import EnrollmentType
from desktop_app.study.summary import StudySummary
from desktop_app.ui.drawn_line import after, draw_line
from desktop_app.ui.elision import elided_line
from desktop_app.ui.looks.palette_colors import mixed
from desktop_app.ui.looks.status_colors import status_color
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.studies_model import (
    SUMMARY_ROLE,
    enrollment_of,
    no_enrollment,
    no_enrollment_briefly,
    phase_phrase,
    title_of,
)

_TITLE_LINES = 3
_SIDE = 16
_BETWEEN = " · "
_FULL, _SHORT = N_("n = {number} {kind}"), N_("{number} {kind}")
_OTHER_KIND = (_FULL, _SHORT)
_KINDS = {
    # Translators: abbreviation of "actual", behind a number of participants.
    EnrollmentType.ACTUAL: (_FULL, _SHORT, N_("{number} act.")),
    # Translators: abbreviation of "estimated", behind a number of participants.
    EnrollmentType.ESTIMATED: (_FULL, _SHORT, N_("{number} est.")),
    "": (
        N_("n = {number}, type not stated"),
        N_("n = {number}, no type"),
        N_("{number}, no type"),
    ),
}
"""How an enrollment of a type is told, the fullest first."""


@dataclass(frozen=True, slots=True)
class _Ink:
    """The colours of one row."""

    title: QColor
    quiet: QColor
    status: QColor


class StudyDelegate(QStyledItemDelegate):
    """Rows of one height, so that a long list need not be measured.

    ``shows_focus`` is whether to show where the keyboard is.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shows_focus = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of two quiet lines and of the title's, and the least width."""
        scale = TypeScale(option.font)
        height = 2 * _line(scale.small) + _TITLE_LINES * _line(scale.font)
        width = QFontMetricsF(scale.small).horizontalAdvance(_narrowest()) + 2 * scale.space(_SIDE)
        return QSize(ceil(width), round(height) + scale.space(32))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, texts and the line below."""
        summary = index.data(SUMMARY_ROLE)
        painter.save()
        # Else it would be that of the application, whatever the list has.
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option)
        if isinstance(summary, StudySummary):
            _paint_texts(painter, option, summary)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette, area = option.palette, QRectF(option.rect)
        if _is(option, QStyle.StateFlag.State_Selected):
            painter.fillRect(area, palette.highlight())
        elif _is(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, palette.midlight())
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if self.shows_focus and _is(option, QStyle.StateFlag.State_HasFocus):
            self._paint_focus(painter, option)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette = option.palette
        selected = _is(option, QStyle.StateFlag.State_Selected)
        colour = palette.highlightedText() if selected else palette.accent()
        painter.setPen(QPen(colour.color(), 2, Qt.PenStyle.SolidLine))
        painter.drawRect(QRectF(option.rect).adjusted(2, 2, -2, -3))


def _paint_texts(painter: QPainter, option: QStyleOptionViewItem, summary: StudySummary) -> None:
    scale, ink = TypeScale(option.font), _ink(option, summary)
    side, top = scale.space(_SIDE), scale.space(12)
    area = QRectF(option.rect).adjusted(side, top, -side, -top)
    first = QRectF(area.left(), area.top(), area.width(), _line(scale.small))
    _paint_first_line(painter, first, scale.small, ink, summary)
    title_top = first.bottom() + scale.space(4)
    title = QRectF(area.left(), title_top, area.width(), area.height())
    _paint_title(painter, title, scale.font, ink.title, title_of(summary))
    # At the foot of each row, so that the eye runs down the statuses in steps of one height.
    height = _line(scale.small)
    last = QRectF(area.left(), area.bottom() - height, area.width(), height)
    _paint_last_line(painter, last, scale.small, ink, summary)


def _ink(option: QStyleOptionViewItem, summary: StudySummary) -> _Ink:
    palette = option.palette
    if _is(option, QStyle.StateFlag.State_Selected):
        text = palette.highlightedText().color()
        quiet = mixed(text, palette.highlight().color(), 0.88)
        return _Ink(text, quiet, text)
    role = status_look(summary.overall_status).role
    quiet = palette.color(QPalette.ColorRole.PlaceholderText)
    return _Ink(palette.text().color(), quiet, status_color(role, palette))


def _narrowest() -> str:
    """Return a first line that is never cut: 5… is another number than 5796."""
    return f"NCT00000000  {_('{number} est.').format(number=99999)}"


def _paint_first_line(
    painter: QPainter, area: QRectF, font: QFont, ink: _Ink, summary: StudySummary
) -> None:
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(ink.quiet)
    draw_line(painter, area, summary.nct_id)
    left = area.width() - metrics.horizontalAdvance(summary.nct_id + "  ")
    phrases = enrollment_phrases(summary)
    fitting = (phrase for phrase in phrases if metrics.horizontalAdvance(phrase) <= left)
    enrollment = next(fitting, metrics.elidedText(phrases[-1], Qt.TextElideMode.ElideRight, left))
    draw_line(painter, area, enrollment, at_end=True)


def enrollment_phrases(summary: StudySummary) -> tuple[str, ...]:
    """Return the enrollment with its kind, the fullest first: ``n = 12 estimated``."""
    number, kind = enrollment_of(summary)
    if not number:
        return (no_enrollment(summary), no_enrollment_briefly(summary))
    texts = _KINDS.get(summary.enrollment_type, _OTHER_KIND)
    return tuple(_(text).format(number=number, kind=kind) for text in texts)


def _paint_title(painter: QPainter, area: QRectF, font: QFont, colour: QColor, title: str) -> None:
    """Draw the title; what has no room ends in an ellipsis."""
    painter.setPen(colour)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    layout = QTextLayout(title, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    top = area.top()
    for number in range(1, _TITLE_LINES + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        _draw_title_line(painter, line, QPointF(area.left(), top), title, number, metrics)
        top += _line(font)
    layout.endLayout()


def _draw_title_line(
    painter: QPainter,
    line: QTextLine,
    place: QPointF,
    title: str,
    number: int,
    metrics: QFontMetricsF,
) -> None:
    start, width = line.textStart(), line.width()
    is_last = number == _TITLE_LINES
    text = title[start:] if is_last else title[start : start + line.textLength()]
    shown = elided_line(text.rstrip(), metrics, width)
    area = QRectF(place.x(), place.y(), width, metrics.lineSpacing())
    draw_line(painter, area, shown)


def _paint_last_line(
    painter: QPainter, area: QRectF, font: QFont, ink: _Ink, summary: StudySummary
) -> None:
    metrics = QFontMetricsF(font)
    status = str(status_look(summary.overall_status))
    painter.setFont(font)
    painter.setPen(ink.status)
    draw_line(painter, area, status)
    painter.setPen(ink.quiet)
    rest = after(painter, area, metrics.horizontalAdvance(status))
    room = rest.width() - metrics.horizontalAdvance(_BETWEEN)
    phase = metrics.elidedText(phase_phrase(summary), Qt.TextElideMode.ElideRight, room)
    if phase.strip("…"):  # No dot is left behind where there is no room for the phase.
        draw_line(painter, rest, _BETWEEN + phase)


def _line(font: QFont) -> float:
    return QFontMetricsF(font).lineSpacing()


def _is(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)
