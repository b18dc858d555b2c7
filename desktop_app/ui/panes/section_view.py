"""Shows sections as one text that can be read, selected, copied and searched."""

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop_app.presentation.section import Section
from desktop_app.ui.panes.copied_text import copied_text
from desktop_app.ui.panes.document_writer import DocumentWriter
from desktop_app.ui.panes.look import Look
from desktop_app.ui.panes.page_layout import PageLayout, page_layout
from desktop_app.ui.panes.reading_place import go_to_place, place_of
from desktop_app.ui.panes.section_writer import SectionWriter
from desktop_app.ui.typography import TypeScale


class SectionView(QTextEdit):
    """A view of sections, redrawn when its page, the palette or the size of text changes.

    Drawing waits until the view is shown. ``drawn`` follows each new drawing.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._sections: tuple[Section, ...] = ()
        self._page: PageLayout | None = None
        self._drawing: QTextDocument | None = None
        self._is_drawn = False

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """Show other sections, from their beginning."""
        self._sections = sections
        self._is_drawn = False
        if self.isVisible():
            self.draw()
        self.verticalScrollBar().setValue(0)

    def draw(self) -> None:
        """Draw the sections if what is drawn is not theirs, or not for this page."""
        page = page_layout(self._room(), TypeScale(self.font()))
        if self._is_drawn and page == self._page:
            return
        self._page = page
        self._is_drawn = True
        document = self._new_document(page)
        SectionWriter(DocumentWriter(document, Look(self.font(), self.palette())), page).write(
            self._sections
        )
        self._take_document(document, page)
        self.drawn.emit()

    def _room(self) -> int:
        # The scroll bar is always there, so that what is read does not jump when it comes.
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _new_document(self, page: PageLayout) -> QTextDocument:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0)
        root = document.rootFrame().frameFormat()
        root.setLeftMargin(page.margin)
        root.setTopMargin(page.margin // 2)
        root.setBottomMargin(page.margin)
        document.rootFrame().setFrameFormat(root)
        return document

    def _take_document(self, document: QTextDocument, page: PageLayout) -> None:
        self.setLineWrapColumnOrWidth(page.margin + page.width)
        self.setDocument(document)
        # Qt deletes its own document by itself, but none that it was given.
        if self._drawing is not None:
            self._drawing.deleteLater()
        self._drawing = document

    def _redraw_in_place(self) -> None:
        if not (self._is_drawn and self.isVisible()):
            self._is_drawn = False
            return
        place = place_of(self)
        self._is_drawn = False
        self.draw()
        go_to_place(self, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew if the page is another."""
        super().resizeEvent(event)
        if self._is_drawn and page_layout(self._room(), TypeScale(self.font())) != self._page:
            self._redraw_in_place()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was given while the view was hidden."""
        super().showEvent(event)
        self.draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours or another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._redraw_in_place()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing, ever; an empty image keeps Qt from looking for a file itself."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected text, as plain text alone."""
        data = QMimeData()
        data.setText(copied_text(self.textCursor()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take nothing in."""
        return False
