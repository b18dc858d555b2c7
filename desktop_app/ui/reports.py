"""Faults on their way to the one dialog, which is loaded for the first of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from desktop_app.ui.dialogs.bug import BugReporter


class Reports(QObject):
    """Hands faults over to what shows the dialog; belongs to the thread of the window."""

    def __init__(self, make_reporter: Callable[[], BugReporter], parent: QObject) -> None:
        super().__init__(parent)
        self._make_reporter = make_reporter

    @Slot(str)
    def report(self, details: str) -> None:
        """Show a fault, given as the places that it came through."""
        self._reporter.report(details)

    def offer(self, crashes: Sequence[str]) -> None:
        """Show what the interpreter wrote when it crashed in earlier runs."""
        if crashes:
            self._reporter.offer(crashes)

    @cached_property
    def _reporter(self) -> BugReporter:
        return self._make_reporter()
