"""A dialog that says one thing, in plain text, and offers to copy the details."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _
from desktop_app.ui.faults.fault_details import failure_details
from desktop_app.ui.looks.style_sheet import wear_style_sheet

_WIDTH_IN_LETTERS = 64
_CLOSE = N_("Close")


def plain_label(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a label that shows text as it is, whatever is in it, and lets it be copied."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


class NoticeDialog(QDialog):
    """Says a sentence; ``choices`` are the words of its buttons, the last one is the usual one.

    They are given marked to be translated, and said here. ``choice`` is the one that was pressed,
    as it was given, or empty where the dialog was closed.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sentence: str,
        *,
        details: str = "",
        choices: tuple[str, ...] = (_CLOSE,),
    ) -> None:
        super().__init__(parent)
        self.choice = ""
        self._details = details
        self._usual = choices[-1]
        self.setWindowTitle(title)
        self.setAccessibleDescription(sentence)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        message = plain_label(sentence)
        message.setObjectName("sentence")
        # Of a width that may vary Qt foresees the height for another one than the dialog takes.
        message.setFixedWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(24)
        layout.addWidget(message, 0, Qt.AlignmentFlag.AlignLeft)
        self._buttons = self._make_buttons(choices)
        layout.addWidget(self._buttons)

    def _make_buttons(self, choices: tuple[str, ...]) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        for word in choices:
            button = buttons.addButton(_(word), QDialogButtonBox.ButtonRole.AcceptRole)
            button.setProperty("choice", word)
            button.setDefault(word == self._usual)
            button.clicked.connect(self._take_choice)
        if self._details:
            copy = buttons.addButton(_("Copy Details"), QDialogButtonBox.ButtonRole.ActionRole)
            copy.clicked.connect(self.copy_details)
        return buttons

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab reach every button, and Return press the usual one."""
        super().showEvent(event)
        # WORKAROUND: on its way round, Qt takes the box for its usual button, and passes over those
        # before that one. Without that, the first button has the keyboard, and is the usual one.
        self._buttons.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs know no None
        for button in self._buttons.buttons():
            if button.property("choice") == self._usual:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def copy_details(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._details)

    @Slot()
    def _take_choice(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.choice = str(button.property("choice"))
        self.accept()


def error_notice(parent: QWidget | None, error: DesktopAppError) -> NoticeDialog:
    """Return the dialog for a failure that the person can act on.

    Its details are for a report, which is sent to others: they name no file.
    """
    title = "Trial Protocol Viewer"
    return NoticeDialog(parent, title, str(error), details=failure_details(error))
