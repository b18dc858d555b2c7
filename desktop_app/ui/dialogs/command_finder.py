"""Finds any command by its name."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _, ngettext
from desktop_app.punctuation import listed
from desktop_app.ui.announcements import Announcer
from desktop_app.ui.commands.specs import ActionSpec
from desktop_app.ui.dialogs.command_search import matching_specs
from desktop_app.ui.looks.style_sheet import wear_style_sheet

_KEYS_FOR_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class CommandFinder(QDialog):
    """A box to type into and the commands that fit; Enter runs the marked one."""

    chosen = Signal(str)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known_actions = actions
        self.setWindowTitle(_("Find a Command"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._box = QLineEdit()
        self._box.setPlaceholderText(_("Name of a command"))
        self._box.setAccessibleName(_("Name of a command"))
        self._list = _make_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._box)
        layout.addWidget(self._list)
        letters = self.fontMetrics()
        self.resize(min(letters.averageCharWidth() * 72, 1200), min(letters.height() * 22, 720))
        self._announcer = Announcer(self._box)
        self._box.installEventFilter(self)
        self._box.textChanged.connect(self.show_matches)
        self._box.returnPressed.connect(self._choose_current)
        self._list.itemActivated.connect(self._choose_current)
        self.show_matches("")

    @Slot(str)
    def show_matches(self, words: str) -> None:
        """List the commands that fit the words and can be given now."""
        self._list.clear()
        names = {name: str(action.data()) for name, action in self._known_actions.items()}
        for spec in matching_specs(words, names):
            if self._known_actions[spec.id].isEnabled():
                self._list.addTopLevelItem(self._make_item(spec))
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)
        self._tell_count(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move through the list work from the box."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._move(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _tell_count(self, words: str) -> None:
        """Say how many fit and which is marked, as the keyboard stays in the box."""
        count, current = self._list.topLevelItemCount(), self._list.currentItem()
        told = ngettext("{count} command", "{count} commands", count).format(count=count)
        name = "" if current is None else f"{current.text(0)}. "
        self._announcer.announce_soon(f"{name}{told}" if words else "")

    def _move(self, event: QKeyEvent) -> bool:
        if event.key() not in _KEYS_FOR_LIST:
            return False
        self._list.keyPressEvent(event)
        return True

    def _make_item(self, spec: ActionSpec) -> QTreeWidgetItem:
        action = self._known_actions[spec.id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        item = QTreeWidgetItem([str(action.data()), keys])
        item.setToolTip(0, spec.said_tip)
        item.setData(0, Qt.ItemDataRole.UserRole, spec.id)
        spoken = listed((str(action.data()), spec.said_tip, keys))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, keys or _("No key"))
        return item

    @Slot()
    def _choose_current(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        self.accept()
        self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole))


def _make_list() -> QTreeWidget:
    """Return a list of two columns, the name and the key."""
    made = QTreeWidget()
    made.setObjectName("commands")
    made.setAccessibleName(_("Matching commands"))
    made.setColumnCount(2)
    made.setHeaderHidden(True)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.header().setStretchLastSection(False)
    made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return made
