"""The command that opens the preferences."""

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.conventions import territory_of
from desktop_app.directories import Directories
from desktop_app.ui.settings import SettingsKeeper


class PreferenceCommands(QObject):
    """Opens the dialog, and brings it to the front where it is open."""

    def __init__(self, settings: SettingsKeeper, directories: Directories, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._directories = directories
        self._window = window

    @Slot()
    def show_preferences(self) -> None:
        """Show what can be chosen."""
        from desktop_app.ui.dialogs.preferences import PreferencesDialog

        territory = territory_of(QLocale.system().name())
        PreferencesDialog(self._settings, self._directories, territory, self._window).open()
