"""The list of all keys, in which those of the commands can be changed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.ui.announcements import announce
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.dialogs.key_box import KeyBox
from desktop_app.ui.dialogs.shortcut_table import ShortcutTable
from desktop_app.ui.keys.command_keys import CommandKeys, can_be_given, written_keys
from desktop_app.ui.keys.shortcut_keys import fixed_use
from desktop_app.ui.looks.style_sheet import wear_style_sheet

_NATIVE = QKeySequence.SequenceFormat.NativeText


class ShortcutsDialog(QDialog):
    """A table of all keys; below it the marked command is given another one.

    A key that is free is taken at once. Of one that is not, the dialog says whose it is, and
    takes it from there only when told to.
    """

    def __init__(self, keys: CommandKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._asked: QKeySequence | None = None
        self.setWindowTitle(_("Keyboard Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(_("Find a command or a key"))
        self._filter.setAccessibleName(_("Find a command or a key"))
        offer_clearing(self._filter)
        self._table = ShortcutTable(keys.actions)
        self._subject, self._told = _label(), _label()
        self._box = KeyBox()
        self._box.setObjectName("new_key")
        self._take = _button(_("Use It Here Instead"), "take_key")
        self._remove = _button(_("No Key"), "remove_key")
        self._usual = _button(_("Usual Key"), "usual_key")
        self._all_usual = _button(_("All Usual Keys"), "all_usual_keys")
        self._lay_out()
        self._wire()
        self._show_command()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self._all_usual, QDialogButtonBox.ButtonRole.ResetRole)
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._filter)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._subject)
        layout.addLayout(_row(self._box, self._remove, self._usual))
        layout.addLayout(_row(self._told, self._take))
        layout.addWidget(buttons)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(min(letters * 120, 1100), min(letters * 90, 720))

    def _wire(self) -> None:
        self._filter.textChanged.connect(self._show_matches)
        self._table.currentCellChanged.connect(self._show_command)
        self._table.cellActivated.connect(self._go_to_box)
        self._box.key_pressed.connect(self._try)
        self._take.clicked.connect(self._take_over)
        self._remove.clicked.connect(self._remove_key)
        self._usual.clicked.connect(self._reset)
        self._all_usual.clicked.connect(self._reset_all)
        self._keys.changed.connect(self._show_keys)

    @Slot(str)
    def _show_matches(self, words: str) -> None:
        self._tell("" if self._table.show_matches(words) else _("No command fits these words."))

    @Slot()
    def _show_command(self) -> None:
        name = self._table.current_command()
        self._ask_for(None)
        self._tell("")
        if name:
            command = str(self._keys.actions[name].data())
            self._subject.setText(_("Key for “{command}”:").format(command=command))
        else:
            self._subject.setText(_("This key is the same for everybody."))
        self._box.setAccessibleDescription(self._subject.text())
        self._show_keys()

    @Slot()
    def _show_keys(self) -> None:
        self._table.show_keys()
        name = self._table.current_command()
        self._box.setText(written_keys(self._keys.actions[name]) if name else "")
        self._box.setEnabled(bool(name))
        self._remove.setEnabled(bool(name) and bool(self._box.text()))
        self._usual.setEnabled(bool(name) and self._keys.is_changed(name))
        self._all_usual.setEnabled(self._keys.has_changes())

    @Slot()
    def _go_to_box(self) -> None:
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _try(self, keys: QKeySequence) -> None:
        name, written = self._table.current_command(), keys.toString(_NATIVE)
        self._ask_for(None)
        owner = self._keys.owner(keys)
        if not can_be_given(keys):
            told = _("{key} types, moves or opens a menu. Try it with Ctrl, or a key F1 to F12.")
            self._tell(told.format(key=written))
        elif use := fixed_use(keys):
            self._tell(use.format(key=written))
        elif owner and owner != name:
            self._ask_for(keys)
            told = _("{key} is the key for “{command}”.")
            self._tell(told.format(key=written, command=self._keys.actions[owner].data()))
        else:
            self._give(keys)

    @Slot()
    def _take_over(self) -> None:
        if self._asked is not None:
            self._give(self._asked)
            self._box.setFocus()
            self._ask_for(None)

    def _give(self, keys: QKeySequence) -> None:
        name = self._table.current_command()
        self._keys.give(name, keys)
        told = _("{key} is now the key for “{command}”.")
        self._tell(told.format(key=keys.toString(_NATIVE), command=self._keys.actions[name].data()))

    @Slot()
    def _remove_key(self) -> None:
        name = self._table.current_command()
        self._box.setFocus()
        self._keys.give(name, QKeySequence())
        told = _("“{command}” has no key now.")
        self._tell(told.format(command=self._keys.actions[name].data()))

    @Slot()
    def _reset(self) -> None:
        self._box.setFocus()
        self._keys.reset(self._table.current_command())
        self._tell(_("It has its usual key again."))

    @Slot()
    def _reset_all(self) -> None:
        self._table.setFocus()
        self._keys.reset_all()
        self._tell(_("All commands have their usual keys again."))

    def _ask_for(self, keys: QKeySequence | None) -> None:
        self._asked = keys
        self._take.setVisible(keys is not None)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        announce(self._told, words)


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(widget)
    return row


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
