"""Shows sections as one text that can be read, selected, copied and searched."""

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop_app.languages import _
from desktop_app.presentation.figures import figures_of
from desktop_app.presentation.section import Figure, Section
from desktop_app.ui.keys.keyboard_focus import came_by_keyboard
from desktop_app.ui.looks.palette_colors import accent_color
from desktop_app.ui.looks.scroll_bars import fade_idle_bar
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.copied_text import copied_text
from desktop_app.ui.panes.drawing import Drawing
from desktop_app.ui.panes.link_steps import selected_link, step_to_link
from desktop_app.ui.panes.look import Look
from desktop_app.ui.panes.page_layout import PageLayout, page_layout
from desktop_app.ui.panes.pointing import Pointing
from desktop_app.ui.panes.reading_aids import NO_AIDS, ReadingAids
from desktop_app.ui.panes.reading_place import go_to_place, place_of

_FOCUS_LINE = 2
_READ = Qt.TextInteractionFlag.TextSelectableByMouse
_BY_KEYS = Qt.TextInteractionFlag.TextSelectableByKeyboard
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIRST_SLICE, _LATER_SLICE = 0.03, 0.008
"""Seconds of writing before the first painting, and between two answers to the user after it."""


class SectionView(QTextEdit):
    """A view of sections, redrawn when its page, the palette or the size of text changes.

    Drawing waits until the view is shown. ``drawn`` follows each new drawing. ``link_wanted``
    gives an address that somebody asks for, ``copy_wanted`` and ``save_wanted`` a figure.
    """

    drawn = Signal()
    link_wanted = Signal(str)
    copy_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(_READ)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        fade_idle_bar(self.verticalScrollBar())
        self._sections: tuple[Section, ...] = ()
        self._aids = NO_AIDS
        # Qt sets it, too, from sizes that are passed by then.
        self.horizontalScrollBar().rangeChanged.connect(self._fit_bar)
        self._page: PageLayout | None = None
        self._drawing: Drawing | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._draw_more)
        self._is_drawn = False
        self._shows_focus = False
        self._pointing = Pointing(self)
        self._pointing.link_wanted.connect(self.link_wanted)

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """Show other sections, from their beginning."""
        self._sections = sections
        self._is_drawn = False
        if self.isVisible():
            self.draw()
        self.verticalScrollBar().setValue(0)

    def exchange_sections(self, sections: tuple[Section, ...]) -> None:
        """Show sections in the place of those that are read, without moving away from it."""
        self._sections = sections
        self._redraw_in_place()

    def use_aids(self, aids: ReadingAids) -> None:
        """Help to read from now on as somebody wants it."""
        if aids != self._aids:
            self._aids = aids
            self.setTextInteractionFlags(_READ | _BY_KEYS if aids.has_caret else _READ)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._redraw_in_place()

    def draw(self) -> None:
        """Draw the sections if what is drawn is not theirs, or not for this page."""
        page = page_layout(self._room(), TypeScale(self.font()))
        if self._is_drawn and page == self._page:
            return
        self._page = page
        self._is_drawn = True
        before, self._drawing = self._drawing, self._new_drawing(page)
        self._drawing.advance(_FIRST_SLICE)
        if self.lineWrapColumnOrWidth() != self.page_end:
            self.setLineWrapColumnOrWidth(self.page_end)
        self.setDocument(self._drawing.document)
        self._pointing.use_figures(self._drawing.figures)
        self._fit_bar()
        # Qt deletes its own document by itself, but none that it was given.
        if before is not None:
            before.document.deleteLater()
        self._go_on()
        self.drawn.emit()

    def complete(self) -> None:
        """Draw at once what is left for idle moments."""
        if not self._is_drawn:
            self.draw()
        if self._drawing is not None:
            self._drawing.advance(None)
            self._fit_bar()

    @property
    def sections(self) -> tuple[Section, ...]:
        """What the view shows."""
        return self._sections

    def figures(self) -> tuple[Figure, ...]:
        """Return the pictures of the sections, written or not."""
        return tuple(figures_of(self._sections))

    @property
    def page_start(self) -> int:
        """The distance of the page's left edge from that of the view, in pixels."""
        return self._page.margin if self._page is not None else 0

    @property
    def page_end(self) -> int:
        """The distance of the page's right edge from the view's left edge, in pixels."""
        return self._page.margin + self._page.width if self._page is not None else self.width()

    def top_position(self) -> int:
        """Return the place in the text at the upper edge of what is seen."""
        return self.cursorForPosition(QPoint(self.width() // 3, 4)).position()

    def bring_into_sight(self, position: int) -> None:
        """Scroll until a place in the text is seen, if it is not yet."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        # Asking for the paragraph's place has the text laid out as far as there.
        self.document().documentLayout().blockBoundingRect(cursor.block())
        rect, seen = self.cursorRect(cursor), self.viewport().rect()
        if not seen.contains(rect):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.center().y() - seen.height() // 3)

    @Slot()
    def _fit_bar(self) -> None:
        """Let the text be moved sideways where it is wider than the view, and only there.

        Qt keeps a range from before the view had its size, and while it lays lines out it takes
        them for wider than they are in the end.
        """
        width = self._drawing.text_width if self._drawing is not None else 0
        beyond = width - self.viewport().width()
        self.horizontalScrollBar().setRange(0, max(0, beyond))

    def _go_on(self) -> None:
        if self._drawing is not None and not self._drawing.is_done:
            self._idle.start()

    def _draw_more(self) -> None:
        if self._drawing is not None:
            self._drawing.advance(_LATER_SLICE)
            self._fit_bar()
            self._go_on()

    def _room(self) -> int:
        # The scroll bar is always there, so that what is read does not jump when it comes.
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _new_drawing(self, page: PageLayout) -> Drawing:
        look = Look(self.font(), self.palette())
        return Drawing(self._sections, page, look, self, self._aids)

    def _redraw_in_place(self) -> None:
        if not (self._is_drawn and self.isVisible()):
            self._is_drawn = False
            return
        place = place_of(self)
        self._is_drawn = False
        self.draw()
        if place is not None:
            self.complete()
        go_to_place(self, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew if the page is another."""
        super().resizeEvent(event)
        if self._is_drawn and page_layout(self._room(), TypeScale(self.font())) != self._page:
            self._redraw_in_place()
        self._fit_bar()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was given while the view was hidden."""
        super().showEvent(event)
        self.draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours or another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._redraw_in_place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether to show the focus."""
        self._shows_focus = came_by_keyboard(event)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the focus no longer."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show with a line at the left that the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus() and self._shows_focus:
            painter = QPainter(self.viewport())
            height = self.viewport().height()
            painter.fillRect(0, 0, _FOCUS_LINE, height, accent_color(self.palette()))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Visit the links of the text before the keyboard goes on to other parts."""
        return step_to_link(self, next) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the link that is visited with Enter."""
        address = selected_link(self) if event.key() in _ENTER else ""
        if address:
            self.link_wanted.emit(address)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy and save the picture that is pointed at, besides what there is for text."""
        menu = self.createStandardContextMenu(event.pos())
        figure = self._pointing.figure_at(event.pos())
        if figure is not None:
            menu.addSeparator()
            menu.addAction(_("Copy &Picture"), lambda: self.copy_wanted.emit(figure))
            menu.addAction(_("&Save Picture…"), lambda: self.save_wanted.emit(figure))
        menu.exec(event.globalPos())
        menu.deleteLater()

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
