"""The bar in which words are looked for in the open study."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import with_note
from desktop_app.ui.announcements import Announcer
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.looks.typography import TypeScale

_FORWARD_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3)


class FindBar(QWidget):
    """A text box with its count; asks with ``words_changed`` and ``step_asked`` (1 or -1).

    It is for the tabs of a study, or else for one text.
    """

    words_changed = Signal(str)
    step_asked = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, has_tabs: bool = True) -> None:
        super().__init__(parent)
        self._has_tabs = has_tabs
        self._box = QLineEdit()
        asked = _("Find in this study") if has_tabs else _("Find in this text")
        self._box.setPlaceholderText(asked)
        self._box.setAccessibleName(asked)
        offer_clearing(self._box)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._announcer = Announcer(self._box)
        self._previous = _button(_("Previous"), _("Go to the hit before"), "Shift+Enter")
        self._next = _button(_("Next"), _("Go to the next hit"), "Enter")
        self._close = _button(_("Close"), _("Close the find bar"), "Esc")
        self._lay_out()
        self._box.textChanged.connect(self.words_changed)
        self._previous.clicked.connect(self._ask_previous)
        self._next.clicked.connect(self._ask_next)
        self._close.clicked.connect(self.close_bar)
        self.hide()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._box.text()

    def open_bar(self, words: str = "") -> None:
        """Show the bar, ready to type; ``words`` are those selected in the text."""
        self.show()
        if words:
            self._box.setText(words)
        self.words_changed.emit(self.words)
        self._box.selectAll()
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar; nothing is looked for then."""
        self.hide()
        self.closed.emit()

    def show_count(self, current: int, total: int, everywhere: int | None = None) -> None:
        """Tell how many hits this tab has, and at which of them one is (from 1, 0 for none).

        ``everywhere`` counts all tabs, None while that is not known yet.
        """
        tell = _told if self._has_tabs else _told_of_text
        told = tell(current, total, everywhere) if self.words.strip() else ""
        self._count.setText(told)
        self._box.setAccessibleDescription(told)
        self._announcer.announce_soon(told if self.isVisible() else "")
        for button in (self._previous, self._next):
            button.setEnabled(total > 0 or bool(everywhere))

    def space_out(self, scale: TypeScale, margin: int) -> None:
        """Take distances that go with a size of text; the sides are in pixels."""
        row = self.layout()
        if row is not None:
            row.setContentsMargins(margin, scale.space(4), margin, scale.space(4))
            row.setSpacing(scale.space(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F3 go on, with Shift back; Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in _FORWARD_KEYS:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_asked.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)

    def _ask_next(self) -> None:
        self.step_asked.emit(1)

    def _ask_previous(self) -> None:
        self.step_asked.emit(-1)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.addWidget(self._box, 1)
        row.addWidget(self._count)
        for button in (self._previous, self._next, self._close):
            row.addWidget(button)


def _told(current: int, total: int, everywhere: int | None) -> str:
    if total == 0:
        here = _("None in this tab")
    elif current == 0:
        here = _("{count} in this tab").format(count=grouped(total))
    else:
        words = _("{number} of {count} in this tab")
        here = words.format(number=grouped(current), count=grouped(total))
    if everywhere is None:
        return here
    return _("{here} · {count} in all").format(here=here, count=grouped(everywhere))


def _told_of_text(current: int, total: int, _everywhere: int | None) -> str:
    if total == 0:
        return _("None found")
    if current == 0:
        return ngettext("{count} found", "{count} found", total).format(count=grouped(total))
    words = _("{number} of {count} found")
    return words.format(number=grouped(current), count=grouped(total))


def _button(text: str, tip: str, key: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(with_note(tip, key_words(key)))
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    return button
