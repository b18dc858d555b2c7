"""The commands that help to read: plain words for sections and terms, words for pictures."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from desktop_app.presentation.glossary import about_section, explain
from desktop_app.ui.assistive_technology import AssistiveTechnology
from desktop_app.ui.panes.reading_aids import ReadingAids, says_nothing
from desktop_app.ui.settings import Settings, SettingsKeeper
from desktop_app.ui.study.study_view import StudyView


class ReadingCommands(QObject):
    """Writes choices into the settings, and follows them in the study that is shown."""

    def __init__(self, view: StudyView, settings: SettingsKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._settings = settings
        self._assistance = AssistiveTechnology(self)
        self._assistance.changed.connect(self._follow)

    def mark(self, actions: Mapping[str, QAction], settings: Settings) -> None:
        """Mark what is in force, and let the study follow."""
        actions["explain_sections"].setChecked(settings.explain_sections)
        actions["show_figures_in_words"].setChecked(settings.figures_in_words)
        actions["read_with_caret"].setChecked(settings.caret_in_text)
        self._follow()

    @Slot(bool)
    def explain_sections(self, wanted: bool) -> None:
        """Say below titles what a section is, or do not."""
        self._settings.change(explain_sections=wanted)

    @Slot(bool)
    def show_figures_in_words(self, wanted: bool) -> None:
        """Show pictures in words, or as pictures."""
        self._settings.change(figures_in_words=wanted)

    @Slot(bool)
    def read_with_caret(self, wanted: bool) -> None:
        """Have a caret in the text, or move the text as a whole."""
        self._settings.change(caret_in_text=wanted)

    def aids(self) -> ReadingAids:
        """Return what helps to read, as somebody wants it now."""
        return aids_of(self._settings.current, self._assistance.is_active)

    @Slot()
    def _follow(self) -> None:
        self._view.use_aids(self.aids())


def aids_of(settings: Settings, is_read_aloud: bool = False) -> ReadingAids:
    """Return the aids that somebody wants; terms are explained to whoever points at them.

    Who has the window read aloud needs a caret, and words for pictures, from the first.
    """
    return ReadingAids(
        explain=explain,
        about=about_section if settings.explain_sections else says_nothing,
        has_figures_in_words=settings.figures_in_words,
        is_read_aloud=is_read_aloud,
        has_caret=settings.caret_in_text or is_read_aloud,
    )
