"""The parts of the window that F6 goes through."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

_REASON = Qt.FocusReason.ShortcutFocusReason


class WindowParts(QObject):
    """Moves the keyboard from part to part, in the order given."""

    def __init__(self, parts: Sequence[QWidget], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)

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
        place = places[0] + by if places else 0
        focus_on(self._parts[place % len(self._parts)])


def focus_on(part: QWidget) -> None:
    """Put the keyboard on a part: on itself, or else on the first of its children that takes it."""
    target = part.focusProxy() or part
    if target.focusPolicy() is Qt.FocusPolicy.NoFocus:
        children = part.findChildren(QWidget)
        taking = (
            child
            for child in children
            if child.isVisibleTo(part) and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        target = next(taking, part)
    target.setFocus(_REASON)
