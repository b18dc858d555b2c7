"""The star in the header of a study."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.languages import _
from desktop_app.store.personal.values import TagColour
from desktop_app.ui.looks.palette_colors import accent_color, quiet_color
from desktop_app.ui.personal.tag_colours import tag_color

_INNER = 0.42


class StarButton(QAbstractButton):
    """A star, filled where the study is starred; as high as a line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("star")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_starred(is_starred=False)

    def show_starred(self, *, is_starred: bool) -> None:
        """Show whether the study is starred, without telling of it."""
        self.blockSignals(True)
        self.setChecked(is_starred)
        self.blockSignals(False)
        words = _("Starred: press to take the star") if is_starred else _("Star this study")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        side = round(1.3 * self.fontMetrics().height())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        area = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        if self.hasFocus():
            painter.setPen(QPen(accent_color(palette), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        color = star_color(palette) if self.isChecked() else quiet_color(palette)
        painter.setPen(QPen(color, max(1.0, area.width() / 14)))
        painter.setBrush(color if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(star_shape(area))


def star_color(palette: QPalette) -> QColor:
    """Return the colour of stars, that of yellow tags."""
    return tag_color(TagColour.YELLOW, palette)


def star_shape(area: QRectF) -> QPolygonF:
    """Return a star of five points that fills an area."""
    center, outer = area.center(), min(area.width(), area.height()) / 2
    points = QPolygonF()
    for step in range(10):
        radius = outer if step % 2 == 0 else outer * _INNER
        angle = math.pi * step / 5 - math.pi / 2
        points.append(center + QPointF(radius * math.cos(angle), radius * math.sin(angle)))
    return points
