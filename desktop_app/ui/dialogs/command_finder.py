"""Finds any command by its name."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.actions import ACTIONS, ActionSpec

_KEYS_FOR_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


def matching_specs(words: str, specs: tuple[ActionSpec, ...] = ACTIONS) -> tuple[ActionSpec, ...]:
    """Return the commands whose name or tip has all the words, those with it in the name first."""
    wanted = words.casefold().split()
    in_name = [spec for spec in specs if _has_all(spec.name, wanted)]
    in_tip = [
        spec
        for spec in specs
        if spec not in in_name and _has_all(f"{spec.name} {spec.tip}", wanted)
    ]
    return (*in_name, *in_tip)


def _has_all(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


class CommandFinder(QDialog):
    """A box to type into and the commands that fit; Enter runs the marked one."""

    chosen = Signal(str)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known_actions = actions
        self.setWindowTitle("Find a Command")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._box = QLineEdit()
        self._box.setPlaceholderText("Name of a command")
        self._box.setAccessibleName("Name of a command")
        self._list = QListWidget()
        self._list.setAccessibleName("Matching commands")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._box)
        layout.addWidget(self._list)
        self.resize(self.fontMetrics().averageCharWidth() * 72, self.fontMetrics().height() * 22)
        self._box.installEventFilter(self)
        self._box.textChanged.connect(self.show_matches)
        self._box.returnPressed.connect(self._choose_current)
        self._list.itemActivated.connect(self._choose_current)
        self.show_matches("")

    @Slot(str)
    def show_matches(self, words: str) -> None:
        """List the commands that fit the words and can be given now."""
        self._list.clear()
        for spec in matching_specs(words):
            if self._known_actions[spec.id].isEnabled():
                self._list.addItem(self._make_item(spec))
        self._list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move through the list work from the box."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._move(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _move(self, event: QKeyEvent) -> bool:
        if event.key() not in _KEYS_FOR_LIST:
            return False
        self._list.keyPressEvent(event)
        return True

    def _make_item(self, spec: ActionSpec) -> QListWidgetItem:
        action = self._known_actions[spec.id]
        keys = action.shortcut().toString()
        name = action.text().replace("&", "").removesuffix("…")
        item = QListWidgetItem(f"{name}   {keys}" if keys else name)
        item.setToolTip(spec.tip)
        item.setData(Qt.ItemDataRole.UserRole, spec.id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {spec.tip}, {keys}")
        return item

    @Slot()
    def _choose_current(self) -> None:
        item = self._list.currentItem()
        if self._list.currentRow() < 0:
            return
        self.accept()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
