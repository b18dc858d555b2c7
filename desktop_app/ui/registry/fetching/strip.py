"""A quiet strip above library and study: a sentence, and buttons for what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop_app.ui.announcements import announce
from desktop_app.ui.looks.palette_colors import accent_color
from desktop_app.ui.looks.strip_ground import BAR, paint_strip
from desktop_app.ui.looks.typography import TypeScale

_BESIDE_DIGITS = 110
"""So wide is a strip, in digits, whose buttons stand beside the words and not below."""
_PROGRESS_DIGITS = 24


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to be done by a button; ``short`` is what it says where there is little room."""

    words: str
    short: str
    do: Callable[[], object]


class FetchStrip(QWidget):
    """Hidden where there is nothing to say; ``left`` follows Esc.

    The key Tab comes to it from the widget ``before`` it.
    """

    left = Signal()

    def __init__(
        self, name: str, title: str, before: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before = before
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
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row = QHBoxLayout()
        self._row.addWidget(self._progress)
        self._row.addStretch(1)
        self._parts.addWidget(self._label, 1)
        self._parts.addLayout(self._row)
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
            self._row.insertWidget(self._row.count() - 1, button)
            button.show()
        for earlier, later in pairwise((self._before, *self._buttons)):
            QWidget.setTabOrder(earlier, later)
        if self.first is not None:
            self.first.setDefault(True)
        self._label.setText(words)
        self.setAccessibleDescription(words)
        self._progress.setRange(0, 0)
        self._progress.setVisible(is_busy)
        self.show()
        self._arrange()
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
        # Of a single one there is no part.
        self._progress.setRange(0, total if total > 1 else 0)
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
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_strip(self, accent_color(self.palette()))

    def _arrange(self) -> None:
        """Set the buttons beside the words, or below them where there is no room."""
        # As wide as its parent, also before it is laid out.
        parent = self.parentWidget()
        width = self.width() if parent is None else parent.width()
        is_wide = width >= _BESIDE_DIGITS * self._digit
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(across if is_wide else down)
        margins = self._parts.contentsMargins()
        room = width - margins.left() - margins.right()
        if self._buttons:
            gaps = (len(self._buttons) - 1) * self._row.spacing()
            whole = sum(button.whole_width for button in self._buttons) + gaps
            for button in self._buttons:
                button.shorten(is_short=whole > (2 * room // 3 if is_wide else room))

    @property
    def _digit(self) -> int:
        return self.fontMetrics().horizontalAdvance("0")

    def _dress(self) -> None:
        space = TypeScale(self.font()).space
        self._parts.setContentsMargins(BAR + space(12), space(8), space(16), space(8))
        self._parts.setSpacing(space(8))
        self._row.setSpacing(space(8))
        self._progress.setFixedWidth(_PROGRESS_DIGITS * self._digit)
        self.update()


class _DeedButton(QPushButton):
    """Says what it does in full where there is room, and always to assistive technology."""

    def __init__(self, deed: Deed) -> None:
        super().__init__(deed.words)
        self._deed = deed
        self.setAccessibleName(deed.words)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._do)

    @Slot()
    def _do(self) -> None:
        self._deed.do()

    @property
    def whole_width(self) -> int:
        """The width of the button with all its words, in pixels."""
        short = self.fontMetrics().horizontalAdvance(self.text())
        whole = self.fontMetrics().horizontalAdvance(self._deed.words)
        return self.sizeHint().width() - short + whole

    def shorten(self, *, is_short: bool) -> None:
        """Say less, and the rest in the tip, or all again."""
        self.setText(self._deed.short if is_short else self._deed.words)
        self.setToolTip(self._deed.words if is_short else "")
