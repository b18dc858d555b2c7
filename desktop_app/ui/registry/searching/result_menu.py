"""The menu of the studies that are selected among the results of a search of the registry."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.languages import _
from desktop_app.ui.looks.style_sheet import wear_style_sheet


class ResultMenu(QObject):
    """Opens over the list, by mouse or by the key for menus.

    ``open_wanted`` tells the number of the one study that is to be read. What the ``keep`` button
    does, the menu offers in its words.
    """

    open_wanted = Signal(str)

    def __init__(
        self, view: QWidget, keep: QPushButton, selected: Callable[[], tuple[str, ...]]
    ) -> None:
        super().__init__(view)
        self._view, self._keep, self._selected = view, keep, selected
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show)

    def menu(self) -> QMenu:
        """Return the menu for what is selected; empty where nothing is."""
        menu = QMenu(self._view)
        wear_style_sheet(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        numbers = self._selected()
        if len(numbers) == 1:
            menu.addAction(_("Open")).triggered.connect(self._open)
        if numbers:
            menu.addAction(self._keep.text()).triggered.connect(self._keep.click)
        if len(numbers) == 1:
            menu.addSeparator()
            menu.addAction(_("&Copy NCT Number")).triggered.connect(self._copy)
        return menu

    @Slot(QPoint)
    def _show(self, place: QPoint) -> None:
        if self._selected():
            self.menu().popup(self._view.mapToGlobal(place))

    @Slot()
    def _open(self) -> None:
        for number in self._selected():
            self.open_wanted.emit(number)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._selected()))
