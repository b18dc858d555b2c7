"""A quiet strip above the list: a sentence, and buttons for what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.announcements import announce
from desktop_app.ui.looks.palette_colors import accent_color, mixed
from desktop_app.ui.looks.typography import TypeScale

_BAR = 3


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to be done by a button; ``short`` is what it says where there is little room."""

    words: str
    short: str
    do: Callable[[], object]


class FetchStrip(QWidget):
    """Hidden where there is nothing to say; ``left`` follows Esc."""

    left = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._label = QLabel()
        self._label.setObjectName(f"{name}_words")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(title)
        self._progress.setTextVisible(False)
        self._buttons: list[_DeedButton] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._label)
        self._column.addWidget(self._progress)
        self._dress()
        self.hide()

    @property
    def words(self) -> str:
        """What the strip says; nothing where it is hidden."""
        return "" if self.isHidden() else self._label.text()

    @property
    def first(self) -> QPushButton | None:
        """The button of the first deed, None where there is nothing to do."""
        return self._buttons[0] if self._buttons else None

    def say(self, words: str, deeds: Sequence[Deed] = (), *, is_busy: bool = False) -> None:
        """Show a sentence and what can be done, the usual deed first; announced once."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [_DeedButton(deed) for deed in deeds]
        for button in self._buttons:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._label.setText(words)
        self.setAccessibleDescription(words)
        self._progress.setRange(0, 0)
        self._progress.setVisible(is_busy)
        self.show()
        self._fit_buttons()
        announce(self, words)
        if had_focus:
            self.take_focus()

    def leave(self) -> bool:
        """Hide; tells whether the keyboard was here."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        return had_focus

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Say how far it is, in place of the words and without announcing it each time."""
        self._label.setText(words)
        self.setAccessibleDescription(words)
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def take_focus(self) -> None:
        """Put the keyboard on the usual deed."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with Esc; do the deed of the marked button with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        button = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(button, _DeedButton):
            button.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the buttons where there is less room."""
        super().resizeEvent(event)
        self._fit_buttons()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color, base = accent_color(self.palette()), self.palette().base().color()
        painter.fillRect(self.rect(), mixed(color, base, 0.1))
        painter.fillRect(0, 0, _BAR, self.height(), mixed(color, base, 0.8))

    def _fit_buttons(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for button in self._buttons:
            button.fit(room)

    def _dress(self) -> None:
        space = TypeScale(self.font()).space
        self._column.setContentsMargins(_BAR + space(12), space(8), space(8), space(8))
        self._column.setSpacing(space(8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.update()


class _DeedButton(QPushButton):
    """Says what it does in full where there is room, and always to assistive technology."""

    def __init__(self, deed: Deed) -> None:
        super().__init__(deed.words)
        self._deed = deed
        self.setAccessibleName(deed.words)
        self.setAutoDefault(False)
        self.clicked.connect(lambda: deed.do())

    def fit(self, room: int) -> None:
        """Take the words that fit into so many pixels."""
        self.setText(self._deed.words)
        is_narrow = super().sizeHint().width() > room
        self.setText(self._deed.short if is_narrow else self._deed.words)
        self.setToolTip(self._deed.words if is_narrow else "")

    def minimumSizeHint(self) -> QSize:
        """Let the strip be as narrow as the list."""
        return QSize(0, super().minimumSizeHint().height())
