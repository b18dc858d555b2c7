"""The preferences: the choices that hold from one start to the next, in one small dialog.

Each is taken at once, so that its effect is seen behind the dialog, and undone by choosing again.
"""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.ui.announcements import announce
from desktop_app.ui.dialogs.notice import plain_label
from desktop_app.ui.dialogs.preference_page import PreferencePage
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.settings import SettingsKeeper

_WIDTH_IN_LETTERS = 80
_SHARE_OF_SCREEN = 0.9


class PreferencesDialog(QDialog):
    """The page of preferences, which scrolls where the screen is small or the text is large."""

    def __init__(
        self,
        settings: SettingsKeeper,
        directories: Directories,
        territory: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self.page = PreferencePage(settings, directories, territory)
        self.problem = plain_label("")
        self.problem.setContentsMargins(16, 8, 16, 0)
        self.problem.hide()
        self._scroll = self._make_scroll()
        self._buttons = self._make_buttons()
        self._lay_out()
        settings.not_kept.connect(self._tell)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_keyboard)
        self.page.library.told.connect(self._fit)
        self.page.registry.told.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Ask for the whole page where the screen has room for it."""
        letters = self.fontMetrics().averageCharWidth()
        width = max(letters * _WIDTH_IN_LETTERS, self.page.minimumSizeHint().width())
        height = max(self.page.heightForWidth(width), self.page.minimumSizeHint().height())
        wanted = QSize(width, height + self._buttons.sizeHint().height() + 24)
        return wanted.boundedTo(self.screen().availableSize() * _SHARE_OF_SCREEN)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that the page asks for."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text, once the page has it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _fit(self) -> None:
        self.resize(self.sizeHint())

    @Slot(QWidget, QWidget)
    def _follow_keyboard(self, _left: QWidget | None, entered: QWidget | None) -> None:
        """Scroll to what has the keyboard, also where a letter and not the key Tab led there."""
        if entered is not None and self.page.isAncestorOf(entered):
            self._scroll.ensureWidgetVisible(entered)

    @Slot(object)
    def _tell(self, error: DesktopAppError) -> None:
        self.problem.setText(str(error))
        self.problem.show()
        announce(self.problem, str(error))

    def _make_scroll(self) -> QScrollArea:
        made = QScrollArea()
        made.setWidget(self.page)
        made.setWidgetResizable(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The page is reached through its controls, and scrolls to the one that is in use.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _make_buttons(self) -> QDialogButtonBox:
        made = QDialogButtonBox()
        close = made.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        made.rejected.connect(self.reject)
        made.setContentsMargins(16, 8, 16, 16)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.problem)
        column.addWidget(self._buttons)
