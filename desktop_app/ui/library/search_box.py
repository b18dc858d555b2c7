"""The one box that searches the library."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import with_note
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.looks.icons import tinted_icon

_WIDTH_IN_LETTERS = 72
_PASTED = 5
"""Characters that come at once; fewer may be a word of an input method."""
_SIGNS = 2
"""Beside the words, each as wide as the box is high."""


class SearchBox(QLineEdit):
    """A line to type into; ``list_wanted`` follows Down and Enter, ``left`` follows Esc.

    ``pasted`` tells the text in which much has come at once, ``completion_wanted`` follows
    Ctrl+Space and the sign in the box. ``take_enter`` is asked first whether Enter is for what is
    offered beside the list.
    """

    list_wanted = Signal()
    left = Signal()
    completion_wanted = Signal()
    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.take_enter: Callable[[], bool] = lambda: False
        self.setObjectName("search_box")
        self.setAccessibleName(_("Search the library"))
        offer_clearing(self, _("Clear the search"))
        self._sign = QAction(_("Search the library"), self)
        self._left_over = 0
        self.textEdited.connect(self._tell_pasted)
        self.textChanged.connect(self._note_left_over)
        self.selectionChanged.connect(self._note_left_over)
        tip = _("Show the last searches, and what can be typed")
        self._sign.setToolTip(with_note(tip, key_words("Ctrl+Space")))
        self._sign.triggered.connect(self.completion_wanted)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.show_count(0)

    def show_count(self, studies: int) -> None:
        """Say how many studies are searched."""
        words = ngettext(
            "Search {count} study: words, NCT number",
            "Search {count} studies: words, NCT number",
            studies,
        )
        self.setPlaceholderText(words.format(count=grouped(studies)))
        self.updateGeometry()

    def setText(self, text: str | None, /) -> None:
        """Show a text, which nobody has pasted, also where nobody hears of it."""
        super().setText(text)
        self._note_left_over()

    def sizeHint(self) -> QSize:
        """Return the room that the words in the empty box take, with the signs beside them."""
        height = super().sizeHint().height()
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(words + _SIGNS * height, height)

    def dress(self) -> None:
        """Take colours and size from palette and font."""
        self._sign.setIcon(tinted_icon("search", self.palette(), is_enabled=True))
        self.setMaximumWidth(_WIDTH_IN_LETTERS * self.fontMetrics().averageCharWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the list with Down and Enter; clear with Esc, and leave when clear."""
        is_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and is_ctrl:
            self.completion_wanted.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.take_enter():
                self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _tell_pasted(self, text: str) -> None:
        if len(text) - self._left_over >= _PASTED:
            self.pasted.emit(text)

    @Slot()
    def _note_left_over(self) -> None:
        """Note how much of the text stays when something is put in place of what is selected."""
        self._left_over = len(self.text()) - len(self.selectedText())


class FilesPassThrough(QObject):
    """Lets files that are dragged over a line of text go on to the window below it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse what holds files; a line would take their names as text."""
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
