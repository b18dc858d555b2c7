"""The two commands of the menu that undo and do again."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from desktop_app.languages import _
from desktop_app.ui.personal.undoing import Undoing


class UndoMenu(QObject):
    """Lets the menu say what would be undone and done again."""

    def __init__(self, actions: Undoing, commands: Mapping[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._undo, self._redo = commands["undo_change"], commands["redo_change"]
        actions.steps_changed.connect(self.show_steps)
        self.show_steps()

    @Slot()
    def show_steps(self) -> None:
        """Name the steps, or offer nothing."""
        steps = self._actions.steps
        _name(self._undo, steps.undo_label, _("&Undo"), _("&Undo {change}"))
        _name(self._redo, steps.redo_label, _("Re&do"), _("Re&do {change}"))


def _name(command: QAction, label: str, plain: str, of_change: str) -> None:
    command.setText(of_change.format(change=label.replace("&", "&&")) if label else plain)
    command.setEnabled(bool(label))
