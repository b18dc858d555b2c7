"""Plain words for the terms of the field: those of the shown tab first, then all."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _, ngettext
from desktop_app.presentation.glossary import Term, glossary, matching_terms
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import labelled, listed_long, with_note
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.looks.style_sheet import wear_style_sheet

_KEYS_FOR_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_TERM_ROLE = Qt.ItemDataRole.UserRole


class GlossaryDialog(QDialog):
    """A box to type into, the terms that fit and what the marked one means."""

    def __init__(self, in_tab: Sequence[Term] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_tab = tuple(in_tab)
        self.setWindowTitle(_("Plain Words"))
        wear_style_sheet(self)
        self._box = _make_box()
        self._list = QListWidget()
        self._list.setAccessibleName(_("Terms"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
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
        self._add_group(_("In this tab"), here)
        self._add_group(_("All terms"), everywhere)
        known = len(glossary().terms)
        shown = ngettext("{shown} of {count} term shown", "{shown} of {count} terms shown", known)
        self._count.setText(shown.format(shown=grouped(len(everywhere)), count=grouped(known)))
        if everywhere:
            self._list.setCurrentRow(1)
        else:
            self._text.setPlainText(_("No term fits these words."))

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
        title = QListWidgetItem(with_note(heading, grouped(len(terms))), self._list)
        title.setFlags(Qt.ItemFlag.ItemIsEnabled)
        title.setFont(_bold(self._list))
        for term in terms:
            item = QListWidgetItem(term.term, self._list)
            item.setData(_TERM_ROLE, term)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, labelled(term.term, term.text))

    @Slot()
    def _show_current(self) -> None:
        item = self._list.currentItem()
        term = item.data(_TERM_ROLE) if item else None
        self._text.setPlainText(_words_of(term) if isinstance(term, Term) else _("Terms follow."))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
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
    also = _("Also: {words}").format(words=listed_long(term.also)) if term.also else ""
    return "\n".join((term.term, term.text, *(("", also) if also else ())))


def _make_box() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(_("Find a term"))
    made.setAccessibleName(_("Find a term"))
    offer_clearing(made)
    return made


def _make_text(dialog: QDialog) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setAccessibleName(_("What the term means"))
    made.setTabChangesFocus(True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setFixedHeight(dialog.fontMetrics().height() * 9)
    return made
