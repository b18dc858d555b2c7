"""Faults on their way to the one dialog, which is loaded for the first of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from desktop_app.ui.dialogs.bug import BugReporter


class Reports(QObject):
    """Hands faults over to what shows the dialog; belongs to the thread of the window."""

    def __init__(self, make_reporter: Callable[[], BugReporter], parent: QObject) -> None:
        super().__init__(parent)
        self._make_reporter = make_reporter
        self._made: BugReporter | None = None

    def get_ready(self) -> None:
        """Load what tells of faults, while it is there: an update can replace the whole program."""
        import_module("platform")
        self._load()

    @Slot(str)
    def report(self, details: str) -> None:
        """Show a fault, given as the places that it came through."""
        self._load().report(details)

    def offer(self, crashes: Sequence[str]) -> None:
        """Show what the interpreter wrote when it crashed in earlier runs."""
        if crashes:
            self._load().offer(crashes)

    def _load(self) -> BugReporter:
        self._made = self._made or self._make_reporter()
        return self._made
