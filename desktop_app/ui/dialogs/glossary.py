"""Plain words for the terms of the field: those of the shown tab first, then all."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.presentation.glossary import Term, glossary, matching_terms
from desktop_app.presentation.wording import count_of
from desktop_app.ui.style_sheet import wear_style_sheet

_KEYS_FOR_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_TERM_ROLE = Qt.ItemDataRole.UserRole


class GlossaryDialog(QDialog):
    """A box to type into, the terms that fit and what the marked one means."""

    def __init__(self, in_tab: Sequence[Term] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_tab = tuple(in_tab)
        self.setWindowTitle("Plain Words")
        wear_style_sheet(self)
        self._box = _make_box()
        self._list = QListWidget()
        self._list.setAccessibleName("Terms")
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._text = _make_text(self)
        self._lay_out()
        self._box.installEventFilter(self)
        self._box.textChanged.connect(self.show_matches)
        self._list.currentItemChanged.connect(self._show_current)
        self.show_matches("")

    def show_terms(self, in_tab: Sequence[Term]) -> None:
        """Start anew with the terms of another tab."""
        self._in_tab = tuple(in_tab)
        self._box.clear()
        self.show_matches("")
        self._box.setFocus()

    @Slot(str)
    def show_matches(self, words: str) -> None:
        """List the terms that fit the words."""
        here, everywhere = (
            matching_terms(terms, words) for terms in (self._in_tab, glossary().terms)
        )
        self._list.clear()
        self._add_group("In this tab", here)
        self._add_group("All terms", everywhere)
        known = count_of(len(glossary().terms), "term")
        self._count.setText(f"{len(everywhere)} of {known} shown")
        if everywhere:
            self._list.setCurrentRow(1)
        else:
            self._text.setPlainText("No term fits these words.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move through the list work from the box."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._move(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _move(self, event: QKeyEvent) -> bool:
        if event.key() not in _KEYS_FOR_LIST:
            return False
        self._list.keyPressEvent(event)
        return True

    def _add_group(self, heading: str, terms: Sequence[Term]) -> None:
        if not terms:
            return
        title = QListWidgetItem(f"{heading} ({len(terms)})", self._list)
        title.setFlags(Qt.ItemFlag.ItemIsEnabled)
        title.setFont(_bold(self._list))
        for term in terms:
            item = QListWidgetItem(term.term, self._list)
            item.setData(_TERM_ROLE, term)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{term.term}: {term.text}")

    @Slot()
    def _show_current(self) -> None:
        item = self._list.currentItem()
        term = item.data(_TERM_ROLE) if item else None
        self._text.setPlainText(_words_of(term) if isinstance(term, Term) else "Terms follow.")

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self._box, self._count, self._list, self._text, buttons):
            layout.addWidget(widget)
        layout.setStretchFactor(self._list, 1)
        letters = self.fontMetrics()
        self.resize(letters.averageCharWidth() * 72, min(letters.height() * 40, 720))


def _bold(widget: QWidget) -> QFont:
    made = QFont(widget.font())
    made.setBold(True)
    return made


def _words_of(term: Term) -> str:
    also = f"\n\nAlso: {'; '.join(term.also)}" if term.also else ""
    return f"{term.term}\n{term.text}{also}"


def _make_box() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText("Find a term")
    made.setAccessibleName("Find a term")
    made.setClearButtonEnabled(True)
    return made


def _make_text(dialog: QDialog) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setAccessibleName("What the term means")
    made.setTabChangesFocus(True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setFixedHeight(dialog.fontMetrics().height() * 9)
    return made
