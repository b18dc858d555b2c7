"""A document that is written bit by bit: what is seen first is there first."""

from time import perf_counter

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop_app.presentation.section import Section
from desktop_app.ui.panes.document_writer import DocumentWriter
from desktop_app.ui.panes.figures import OBJECT_TYPE, DocumentFigures
from desktop_app.ui.panes.look import Look
from desktop_app.ui.panes.page_layout import PageLayout
from desktop_app.ui.panes.reading_aids import NO_AIDS, ReadingAids
from desktop_app.ui.panes.section_writer import SectionWriter


class Drawing:
    """Sections on their way into ``document``; ``advance`` writes on."""

    def __init__(
        self,
        sections: tuple[Section, ...],
        page: PageLayout,
        look: Look,
        parent: QObject,
        aids: ReadingAids = NO_AIDS,
    ) -> None:
        self.document = _empty_document(page, look, parent)
        self.figures = DocumentFigures(look, self.document)
        self.document.documentLayout().registerHandler(OBJECT_TYPE, self.figures)
        self.is_done = False
        self._writer = DocumentWriter(self.document, look, self.figures, aids)
        self._pieces = SectionWriter(self._writer, page).write(sections)
        self._page = page

    @property
    def text_width(self) -> int:
        """Where what is written ends at the right, in pixels: with the page, or a wide table."""
        return self._page.margin + max(self._page.width, self._writer.widest_table)

    def advance(self, seconds: float | None) -> None:
        """Write for so long, or to the end; what is written is laid out together."""
        if self.is_done:
            return
        deadline = None if seconds is None else perf_counter() + seconds
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        self.is_done = True
        for _ in self._pieces:
            if deadline is not None and perf_counter() > deadline:
                self.is_done = False
                break
        cursor.endEditBlock()


def _empty_document(page: PageLayout, look: Look, parent: QObject) -> QTextDocument:
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(look.scale.font)
    document.setDocumentMargin(0)
    root = document.rootFrame().frameFormat()
    root.setLeftMargin(page.margin)
    root.setTopMargin(page.margin // 2)
    root.setBottomMargin(page.margin)
    document.rootFrame().setFrameFormat(root)
    return document
