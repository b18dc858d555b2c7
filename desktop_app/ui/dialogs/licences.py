"""The parts that the application is made of, each with the text of its licence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.licences import Component, components
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.looks.style_sheet import wear_style_sheet

_TEXT_IN_LETTERS, _LINES = 110, 36
_WIDEST = 1200


class LicencesDialog(QDialog):
    """A list of the parts; beside it the text of the one that is marked."""

    def __init__(self, parent: QWidget | None, parts: Sequence[Component] | None = None) -> None:
        super().__init__(parent)
        self._parts = components() if parts is None else parts
        self.setWindowTitle(_("Licences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._list = QListWidget()
        self._list.setAccessibleName(_("Parts of the application"))
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.addItems([_line(part) for part in self._parts])
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        # The keyboard reaches what lies behind it.
        self._text.setTabChangesFocus(True)
        self._lay_out()
        self._list.currentRowChanged.connect(self._show_text)
        self._list.setCurrentRow(0)

    def _lay_out(self) -> None:
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        areas = QSplitter()
        areas.setChildrenCollapsible(False)
        areas.addWidget(self._list)
        areas.addWidget(self._text)
        areas.setStretchFactor(1, 1)
        listed = self._list.sizeHintForColumn(0) + 2 * letter
        wide = min(listed + letter * _TEXT_IN_LETTERS, _WIDEST)
        areas.setSizes([min(listed, wide // 3), wide - min(listed, wide // 3)])
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self._heading())
        layout.addWidget(areas, 1)
        layout.addWidget(buttons)
        self.resize(wide, min(line * _LINES, 720))

    def _heading(self) -> QLabel:
        words = _("The application is made of these parts. The texts are those of their authors.")
        return plain_label(words)

    @Slot(int)
    def _show_text(self, row: int) -> None:
        if 0 <= row < len(self._parts):
            part = self._parts[row]
            self._text.setPlainText(part.text)
            # Translators: {part} is the name of a library or font.
            self._text.setAccessibleName(_("Licence of {part}").format(part=part.name))


def _line(part: Component) -> str:
    return f"{part.name} {part.version}".strip() + f" – {part.licence}"
