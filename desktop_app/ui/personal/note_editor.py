"""The text of a note: plain, with its links marked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desktop_app.languages import _
from desktop_app.presentation.pane import PANES, Pane
from desktop_app.ui.personal.note_links import NoteLink, link_at, note_links

_MOST_LINES = 8
_LINKED = 20_000


class _LinkMarker(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument, panes: Sequence[Pane]) -> None:
        super().__init__(document)
        self._panes = panes
        self._form = QTextCharFormat()

    def dress(self, palette: QPalette) -> None:
        self._form.setForeground(palette.link())
        self._form.setFontUnderline(True)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for link in note_links(text, self._panes):
            self.setFormat(link.start, link.end - link.start, self._form)


class NoteEditor(QPlainTextEdit):
    """Tells ``entered`` and ``left`` as the keyboard comes and goes, ``link_wanted`` of a link.

    Links are followed with Ctrl and a click, or Ctrl and Enter where the caret is in one.
    """

    entered = Signal()
    left = Signal()
    link_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setAccessibleName(_("My note"))
        self.setPlaceholderText(
            _("Your own note on this study. [Eligibility] or I-3 becomes a link to that place.")
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._marker = _LinkMarker(self.document(), PANES)
        self._marker.dress(self.palette())

    def links(self) -> tuple[NoteLink, ...]:
        """Return the links of the note; of one that is very long, those at its beginning."""
        return tuple(note_links(self.toPlainText()[:_LINKED], PANES))

    def height_of(self, most: int) -> int:
        """Return how high whole lines of the text are, in pixels, within a limit; one at least."""
        line = self.fontMetrics().lineSpacing()
        around = 2 * round(self.document().documentMargin()) + 2
        wanted = min(round(self.document().size().height()), _MOST_LINES)
        return max(1, min(wanted, (most - around) // line)) * line + around

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link under the mouse while Ctrl is held."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._follow(self.cursorForPosition(event.position().toPoint()).position())
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link at the caret with Ctrl and Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._follow(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._marker.dress(self.palette())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is about to write."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody has done writing."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _follow(self, position: int) -> None:
        link = link_at(self.links(), position)
        if link is not None:
            self.link_wanted.emit(link)
