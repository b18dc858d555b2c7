"""The map of the Sites tab with its buttons, beside the list where there is room, else above."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.page_layout import page_layout
from desktop_app.ui.panes.site_map_buttons import SiteMapButtons
from desktop_app.ui.panes.site_map_view import SiteMapView

_BESIDE, _BESIDE_IF_LOW = 1.6, 0.8
"""Reading widths of a tab from which on there is room beside the list."""
_LOW = 440
_BESIDE_SHARE, _ABOVE_SHARE = 0.44, 0.46
_TALLEST, _LEAST_WITH_KEY = 288, 128
"""Pixels at usual size of text, as is the height of a low tab."""


def is_room_beside(width: int, height: int, scale: TypeScale) -> bool:
    """Tell whether a tab has room for the map beside its list; in a low one there is none above."""
    least = _BESIDE_IF_LOW if height < scale.space(_LOW) else _BESIDE
    return width >= scale.reading_width * least


class SiteMapPanel(QWidget):
    """Gives the map its place in the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.site_map = SiteMapView()
        self._buttons = SiteMapButtons(self.site_map)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.site_map)
        self._wanted = QSize()
        # It gives way where the window becomes smaller.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def fit(self, width: int, height: int) -> None:
        """Take the share of a tab of a size that the map gets there."""
        scale = TypeScale(self.font())
        page, above = page_layout(width, scale), scale.space(12)
        beside = is_room_beside(width, height, scale)
        wide = round(width * _BESIDE_SHARE) if beside else page.margin + page.width
        most = (
            height - above if beside else min(scale.space(_TALLEST), round(height * _ABOVE_SHARE))
        )
        map_height = max(1, min(most, self.site_map.height_for(wide - page.margin)))
        self._column.setContentsMargins(page.margin, above, 0, 0)
        self.site_map.use_key(map_height >= scale.space(_LEAST_WITH_KEY))
        self._wanted = QSize(wide, map_height + above)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the share of the tab."""
        return self._wanted

    def minimumSizeHint(self) -> QSize:
        """Return nothing, so that the tab can be made as small as without it."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in their corner."""
        super().resizeEvent(event)
        self._buttons.stand_at(self.width() - self._column.contentsMargins().left())
