"""The commands that choose theme and text size."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from desktop_app.ui.settings import (
    LARGEST_TEXT,
    NORMAL_TEXT,
    SMALLEST_TEXT,
    Settings,
    SettingsKeeper,
    Theme,
)

_STEP = 10


class AppearanceCommands(QObject):
    """Writes choices into the settings; whoever shows them listens to those."""

    def __init__(self, settings: SettingsKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def mark(self, actions: Mapping[str, QAction], settings: Settings) -> None:
        """Mark what is in force, and disable what goes no further."""
        actions[f"use_{settings.theme}_theme"].setChecked(True)
        actions["enlarge_text"].setEnabled(settings.text_percent < LARGEST_TEXT)
        actions["reduce_text"].setEnabled(settings.text_percent > SMALLEST_TEXT)

    @Slot()
    def use_light_theme(self) -> None:
        """Take the light palette."""
        self._settings.change(theme=Theme.LIGHT)

    @Slot()
    def use_dark_theme(self) -> None:
        """Take the dark palette."""
        self._settings.change(theme=Theme.DARK)

    @Slot()
    def use_system_theme(self) -> None:
        """Follow the system."""
        self._settings.change(theme=Theme.SYSTEM)

    @Slot()
    def enlarge_text(self) -> None:
        """Enlarge all text by a step."""
        self._resize_text(_STEP)

    @Slot()
    def reduce_text(self) -> None:
        """Reduce all text by a step."""
        self._resize_text(-_STEP)

    @Slot()
    def reset_text(self) -> None:
        """Take the system's size of text."""
        self._settings.change(text_percent=NORMAL_TEXT)

    def _resize_text(self, step: int) -> None:
        wanted = self._settings.current.text_percent + step
        self._settings.change(text_percent=min(LARGEST_TEXT, max(SMALLEST_TEXT, wanted)))
