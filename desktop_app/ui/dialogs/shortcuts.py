"""The list of all keys, made from the table of commands."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import N_, _
from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.style_sheet import wear_style_sheet

_ELSEWHERE = (
    (N_("Study list"), N_("Open the study"), ("Enter",)),
    (N_("Search box"), N_("Go to the list of matches"), ("Down", "Enter")),
    (N_("Search box"), N_("Clear the search"), ("Esc",)),
)


def shortcut_rows(actions: Mapping[str, QAction]) -> tuple[tuple[str, str, str], ...]:
    """Return what has a key: its name, what it does and the key, as this system writes it."""
    native = QKeySequence.SequenceFormat.NativeText
    with_keys = (
        (
            str(actions[spec.id].data()),
            spec.said_tip,
            ", ".join(keys.toString(native) for keys in actions[spec.id].shortcuts()),
        )
        for spec in ACTIONS
        if spec.keys
    )
    elsewhere = (
        (_(place), _(effect), ", ".join(QKeySequence(key).toString(native) for key in keys))
        for place, effect, keys in _ELSEWHERE
    )
    return (*with_keys, *elsewhere)


class ShortcutsDialog(QDialog):
    """A table of all keys."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        buttons = QDialogButtonBox()
        buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(_make_table(shortcut_rows(actions)))
        layout.addWidget(buttons)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(min(letters * 120, 1100), min(letters * 90, 720))


def _make_table(rows: tuple[tuple[str, str, str], ...]) -> QTableWidget:
    table = QTableWidget(len(rows), 3)
    table.setAccessibleName(_("Keyboard shortcuts"))
    table.setHorizontalHeaderLabels([_("Command"), _("What it does"), _("Key")])
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.setItem(row, column, QTableWidgetItem(text))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setCurrentCell(0, 0)
    return table
