"""The files and folders that were opened last."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.languages import _
from desktop_app.ui.settings import SettingsKeeper

_LETTERS = 60
"""Of a path as the menu shows it."""


class RecentMenu(QObject):
    """Fills a menu when it is opened. ``chosen`` tells the one path that was taken."""

    chosen = Signal(object)

    def __init__(self, menu: QMenu, settings: SettingsKeeper) -> None:
        super().__init__(menu)
        self._menu = menu
        self._settings = settings
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)
        settings.changed.connect(self._offer)
        self.fill()

    @Slot()
    def fill(self) -> None:
        """List the paths, the newest first."""
        self._menu.clear()
        names = self._settings.current.recent_files
        for number, name in enumerate(names, start=1):
            self._menu.addAction(self._action(number, name))
        self._menu.addSeparator()
        clear = self._menu.addAction(_("&Clear This List"))
        clear.setObjectName("clear_recent")
        clear.triggered.connect(self._clear)
        self._offer()

    def _action(self, number: int, name: str) -> QAction:
        # Loaded here, as most starts show no such menu.
        from html import escape

        from desktop_app.ui.panes.visible_text import visible_text

        name_shown = visible_text(name).replace("\n", "\ufffd")
        width = self._menu.fontMetrics().averageCharWidth() * _LETTERS
        shown = self._menu.fontMetrics().elidedText(name_shown, Qt.TextElideMode.ElideMiddle, width)
        # An ampersand in a name would else be taken as the mark of a key.
        action = QAction(f"&{number % 10} {shown.replace('&', '&&')}", self._menu)
        # A tip is taken as HTML where it looks like it; this one is, and the name is not.
        action.setToolTip(f"<p>{escape(name_shown)}</p>")
        action.triggered.connect(partial(self._choose, Path(name)))
        return action

    @Slot()
    def _offer(self) -> None:
        self._menu.setEnabled(bool(self._settings.current.recent_files))

    @Slot()
    def _clear(self) -> None:
        self._settings.change(recent_files=())

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self.chosen.emit((path,))
