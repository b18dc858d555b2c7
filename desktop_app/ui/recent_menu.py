"""The files and folders that were opened last."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from desktop_app.ui.settings import SettingsKeeper


class RecentMenu(QObject):
    """Fills a menu when it is opened. ``chosen`` tells the one path that was taken."""

    chosen = Signal(object)

    def __init__(self, menu: QMenu, settings: SettingsKeeper) -> None:
        super().__init__(menu)
        self._menu = menu
        self._settings = settings
        menu.aboutToShow.connect(self.fill)
        self.fill()

    @Slot()
    def fill(self) -> None:
        """List the paths, the newest first."""
        self._menu.clear()
        for name in self._settings.current.recent_files:
            # An ampersand in a name would else be taken as the mark of a key.
            action = self._menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._choose, Path(name)))
        self._menu.setEnabled(bool(self._settings.current.recent_files))

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self.chosen.emit((path,))
