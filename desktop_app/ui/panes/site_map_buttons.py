"""The buttons on a map that enlarge and reduce it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.languages import N_, _
from desktop_app.ui.panes.site_map_picture import SiteMapPicture

_BUTTONS = (
    ("+", N_("Enlarge the map (+)")),
    ("−", N_("Reduce the map (−)")),
    (N_("All"), N_("Show all sites on the map (0)")),
)
_EDGE = 6


class SiteMapButtons(QWidget):
    """Stand in the upper right corner of a map; they leave the keyboard to it, which has keys."""

    def __init__(self, site_map: SiteMapPicture) -> None:
        super().__init__(site_map)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        actions = (site_map.enlarge, site_map.reduce, site_map.show_all)
        for (sign, tip), action in zip(_BUTTONS, actions, strict=True):
            button = QToolButton()
            name = _(tip)
            button.setText(_(sign) if sign.isalpha() else sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(action)
            column.addWidget(button)

    def stand_at(self, width: int) -> None:
        """Go to the corner of a map of a width."""
        self.adjustSize()
        self.move(width - self.width() - _EDGE, _EDGE)
