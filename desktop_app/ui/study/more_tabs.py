"""The button beside the tabs of a study that lists them all, where they have no room."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop_app.languages import _
from desktop_app.ui.study.pane_tab_bar import PaneTabBar


class MoreTabs(QToolButton):
    """Shown only while some of the tabs are out of sight."""

    def __init__(self, tabs: PaneTabBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self.setObjectName("more_tabs")
        self.setText("…")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(_("Parts of the study"))
        self.setToolTip(_("Parts of the study"))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._choose)
        self.setMenu(menu)
        tabs.fitted.connect(self.follow)
        self.hide()

    @Slot()
    def follow(self) -> None:
        """Come and go as the tabs need it."""
        self.setVisible(not self._tabs.is_whole)

    @Slot()
    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for index, words in enumerate(self._tabs.words()):
            action = menu.addAction(str(words).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(index == self._tabs.currentIndex())
            action.setData(index)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._tabs.setCurrentIndex(int(action.data()))
