"""The lines of the sidebar as they stand in its tree."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTreeWidgetItem

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import listed
from desktop_app.ui.library.sidebar.sidebar_lines import Line

MEANING_ROLE = int(Qt.ItemDataRole.UserRole)
ACTIVE_ROLE = MEANING_ROLE + 1
COLOUR_ROLE = MEANING_ROLE + 2
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_COLUMNS = (0, 1)


class SidebarItem(QTreeWidgetItem):
    """A line of two columns, label and count."""

    def __init__(self, line: Line) -> None:
        super().__init__([line.label, ""])
        self.line = line
        self._is_active = False
        flags = Qt.ItemFlag.ItemIsEnabled
        if line.is_chosen is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        self.setFlags(flags)
        self.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._say()

    def show(self, line: Line) -> None:
        """Say what a line says now; nothing happens where it is the same."""
        if line != self.line:
            self.line = line
            self._say()

    def activate(self, *, is_active: bool) -> None:
        """Mark the part of the library that is listed."""
        if is_active != self._is_active:
            self._is_active = is_active
            self._say()

    def _say(self) -> None:
        line = self.line
        for column, text in zip(_COLUMNS, (line.label, _number(line)), strict=True):
            self.setText(column, text)
            self.setData(column, MEANING_ROLE, line.meaning)
            self.setData(column, ACTIVE_ROLE, self._is_active)
        self.setData(0, COLOUR_ROLE, line.colour)
        self.setData(0, _SPOKEN, self._spoken())
        # A cell without a name would be announced as nothing at all.
        self.setData(1, _SPOKEN, self._spoken_count() or line.label)
        if line.is_chosen is not None:
            state = Qt.CheckState.Checked if line.is_chosen else Qt.CheckState.Unchecked
            self.setCheckState(0, state)

    def _spoken(self) -> str:
        parts = [self.line.label]
        parts += filter(None, [self._spoken_count()])
        if self._is_active:
            parts.append(_("shown in the list"))
        return listed(parts)

    def _spoken_count(self) -> str:
        count = self.line.count
        if count is None:
            return ""
        words = ngettext("{count} study", "{count} studies", count)
        return words.format(count=grouped(count))


def _number(line: Line) -> str:
    return "" if line.count is None else grouped(line.count)


def meaning_of(index: QModelIndex | QPersistentModelIndex) -> Any:
    """Return what a line means; None where there is none."""
    return index.data(MEANING_ROLE)
