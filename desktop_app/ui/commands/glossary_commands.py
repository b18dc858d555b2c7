"""The command that explains the terms of the field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.presentation.section import Section

if TYPE_CHECKING:
    from desktop_app.ui.dialogs.glossary import GlossaryDialog

ShownSections = Callable[[], tuple[Section, ...]]


class GlossaryCommands(QObject):
    """Shows one window of plain words; ``shown`` gives the sections that are on the screen."""

    def __init__(self, shown: ShownSections, window: QWidget) -> None:
        super().__init__(window)
        self._shown = shown
        self._window = window
        self._dialog: GlossaryDialog | None = None

    @Slot()
    def show_glossary(self) -> None:
        """Show the glossary with the terms of the shown tab first."""
        from desktop_app.presentation.glossary import terms_in
        from desktop_app.ui.dialogs.glossary import GlossaryDialog

        terms = terms_in(self._shown())
        if self._dialog is None:
            self._dialog = GlossaryDialog(terms, self._window)
        else:
            self._dialog.show_terms(terms)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
