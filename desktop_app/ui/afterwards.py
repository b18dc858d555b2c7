"""What is done between two windows: after one is closed, and before another is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.directories import Directories

Errand = Callable[[], "Directories | None"]
"""Does something while nobody has the library open; may return the folders of another one."""


class Afterwards:
    """Whoever closes the window for something leaves it here; mostly nothing is."""

    def __init__(self) -> None:
        self._errand: Errand | None = None

    def leave(self, errand: Errand) -> None:
        """Have something done once the window is closed, and the window opened again."""
        self._errand = errand

    def take(self) -> Errand | None:
        """Return what is to be done, and forget it."""
        errand, self._errand = self._errand, None
        return errand
