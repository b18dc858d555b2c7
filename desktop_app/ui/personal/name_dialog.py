"""A dialog that asks for one name, and does at once what it is for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.ui.looks.style_sheet import wear_style_sheet


class NameDialog(QDialog):
    """Asks for a name, and offers some; ``use`` is called with what was written."""

    def __init__(
        self,
        title: str,
        question: str,
        use: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        name: str = "",
        offered: Sequence[str] = (),
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(parent)
        self._use = use
        self._may_be_empty = may_be_empty
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._make_field(name, offered)
        self._field.setAccessibleName(question)
        self._line.setAccessibleName(question)
        self._lay_out(question)
        self._line.textChanged.connect(self._judge)
        self._judge()

    @Slot()
    def accept(self) -> None:
        """Do what the name is for."""
        self._use(self._line.text())
        super().accept()

    def _make_field(self, name: str, offered: Sequence[str]) -> None:
        """Make a line, or a box whose line it is where some names are offered."""
        self._box = QComboBox()
        self._box.setEditable(True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.addItems(list(offered))
        self._line = self._box.lineEdit() or QLineEdit()
        if not offered:
            self._line = QLineEdit()
        self._line.setText(name)
        self._line.selectAll()
        self._field: QWidget = self._box if offered else self._line
        self._field.setObjectName("name")

    def _lay_out(self, question: str) -> None:
        label = QLabel(question)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(self._field)
        buttons = QDialogButtonBox()
        self._ok = buttons.addButton(_("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for part in (label, self._field, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
        self._field.setFocus()

    @Slot()
    def _judge(self) -> None:
        self._ok.setEnabled(self._may_be_empty or bool(self._line.text().strip()))
