"""Scroll bars that are always there, so that nothing jumps, but are seen only where they serve."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QScrollBar
from shiboken6 import isValid


def fade_idle_bar(bar: QScrollBar) -> None:
    """Disable a bar, which takes its handle away, while there is nothing to scroll."""

    @Slot(int, int)
    def follow(least: int, most: int) -> None:
        # A view that is being taken down may still lay itself out.
        if isValid(bar):
            bar.setEnabled(most > least)

    follow(bar.minimum(), bar.maximum())
    bar.rangeChanged.connect(follow)
