"""The rows of the list of keys: those of the commands, and those that are the same everywhere."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop_app.languages import N_, _
from desktop_app.ui.commands.actions import ACTIONS
from desktop_app.ui.keys.command_keys import written_keys

COMMAND_ROLE = Qt.ItemDataRole.UserRole
_KEY_COLUMN = 2
_ELSEWHERE = (
    (N_("Study list"), N_("Open the study"), ("Enter",)),
    (N_("Search box"), N_("Go to the list of matches"), ("Down", "Enter")),
    (N_("Search box"), N_("Clear the search"), ("Esc",)),
)


def shortcut_rows(actions: Mapping[str, QAction]) -> tuple[tuple[str, str, str, str], ...]:
    """Return name, effect and keys of what has some, then of commands without.

    The last text of a row is the id of its command, empty where the keys cannot be changed.
    """
    native = QKeySequence.SequenceFormat.NativeText
    commands = tuple(
        (str(actions[spec.id].data()), spec.said_tip, written_keys(actions[spec.id]), spec.id)
        for spec in ACTIONS
    )
    elsewhere = (
        (_(place), _(effect), ", ".join(QKeySequence(key).toString(native) for key in keys), "")
        for place, effect, keys in _ELSEWHERE
    )
    with_keys = (row for row in commands if row[_KEY_COLUMN])
    return (*with_keys, *elsewhere, *(row for row in commands if not row[_KEY_COLUMN]))


class ShortcutTable(QTableWidget):
    """One row for each command, of which those that fit some words are shown."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        rows = shortcut_rows(actions)
        super().__init__(len(rows), 3)
        self._known_actions = actions
        self.setAccessibleName(_("Keyboard shortcuts"))
        self.setHorizontalHeaderLabels([_("Command"), _("What it does"), _("Key")])
        for row, (*texts, name) in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(COMMAND_ROLE, name)
                self.setItem(row, column, item)
        self._behave()
        self.setCurrentCell(0, 0)

    def current_command(self) -> str:
        """Return the id of the marked command, or empty."""
        item = self.currentItem()
        return "" if item is None else str(item.data(COMMAND_ROLE))

    def show_keys(self) -> None:
        """Say anew which keys the commands have; each stays in its row."""
        for row in range(self.rowCount()):
            item = self.item(row, _KEY_COLUMN)
            if item is not None and (name := item.data(COMMAND_ROLE)):
                item.setText(written_keys(self._known_actions[name]))

    def show_matches(self, words: str) -> int:
        """Show the rows that have all the words; returns how many do."""
        wanted = words.casefold().split()
        fitting = [row for row in range(self.rowCount()) if _has_all(self._text(row), wanted)]
        for row in range(self.rowCount()):
            self.setRowHidden(row, row not in fitting)
        if fitting and self.currentRow() not in fitting:
            self.setCurrentCell(fitting[0], 0)
        return len(fitting)

    def _text(self, row: int) -> str:
        items = (self.item(row, column) for column in range(self.columnCount()))
        return " ".join(item.text() for item in items if item is not None)

    def _behave(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(round(1.8 * self.fontMetrics().height()))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)


def _has_all(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
