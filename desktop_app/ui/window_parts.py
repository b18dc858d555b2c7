"""The parts of the window that F6 goes through."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget


class WindowParts(QObject):
    """Moves the keyboard from part to part, in the order given.

    ``parts`` gives for each part what puts the keyboard on it; a part that does not take it, as
    it shows nothing yet, is passed over.
    """

    def __init__(
        self, parts: Mapping[QWidget, Callable[[], object]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._go_to = tuple(parts.values())

    def add(self, part: QWidget, go_to: Callable[[], object], after: QWidget) -> None:
        """Go to a part, too, after another one; once."""
        if part not in self._parts:
            place = self._parts.index(after) + 1
            self._parts = (*self._parts[:place], part, *self._parts[place:])
            self._go_to = (*self._go_to[:place], go_to, *self._go_to[place:])

    @Slot()
    def go_to_next_part(self) -> None:
        """Put the keyboard on the next part."""
        self._step(1)

    @Slot()
    def go_to_previous_part(self) -> None:
        """Put the keyboard on the part before."""
        self._step(-1)

    def has_focus(self, *parts: QWidget) -> bool:
        """Whether the keyboard is on one of the parts or in it."""
        focused = QApplication.focusWidget()
        return focused is not None and any(
            part is focused or part.isAncestorOf(focused) for part in parts
        )

    def _step(self, by: int) -> None:
        places = [place for place, part in enumerate(self._parts) if self.has_focus(part)]
        place = places[0] if places else -by
        for _ in self._parts:
            place = (place + by) % len(self._parts)
            self._go_to[place]()
            if self.has_focus(self._parts[place]):
                return
