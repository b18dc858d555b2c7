"""Pages on a desk, to be scrolled and zoomed."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.languages import _
from desktop_app.ui.printing.made_sheet import MadeSheet
from desktop_app.ui.printing.page_desk import GAP, PageDesk
from desktop_app.ui.printing.page_images import PageImages, Wish
from desktop_app.ui.printing.page_paper import paint_page
from desktop_app.ui.printing.page_renderer import Page
from desktop_app.ui.printing.page_spread import height_of, place_at
from desktop_app.ui.printing.print_plan import Size
from desktop_app.ui.printing.zoom import Zoom, stepped

_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class PageView(QAbstractScrollArea):
    """Shows a sheet; the pages in sight are asked for, and drawn as they come.

    ``page_changed`` tells the page that is read, counted from 0, ``zoomed`` a zoom that somebody
    chose here.
    """

    page_changed = Signal(int)
    zoomed = Signal(object)

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._made: MadeSheet | None = None
        self.desk = PageDesk()
        self._words = ""
        self._is_grey = False
        self._page = -1
        self.setAccessibleName(_("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setAutoFillBackground(True)
        images.arrived.connect(self._show_arrived)

    @property
    def page(self) -> int:
        """Return the page that is read, counted from 0; -1 where there is none."""
        return self._page

    @property
    def percent(self) -> float:
        """Return how large pages are shown, in percent of paper."""
        return 100 * self.desk.scale(self._room(), self.logicalDpiY()) * 72 / self.logicalDpiY()

    def show_sheet(self, made: MadeSheet) -> None:
        """Show another sheet, or the same made anew, at the page that was read."""
        page = min(max(0, self._page), len(made.sizes) - 1)
        is_same = self._made is not None and self._made.wanted.form.id == made.wanted.form.id
        self._made = made
        self._page = -1
        self._lay_out()
        self.go_to_page(page if is_same else 0)
        # Where nothing is scrolled, nothing else asks for the new pages.
        self._want()
        self._tell_page()
        self.viewport().update()

    def say(self, words: str) -> None:
        """Say something in the place of pages, as long as there are none."""
        self._words = words
        self.viewport().update()

    def show_as(self, zoom: Zoom, columns: int, *, is_grey: bool) -> None:
        """Show pages so large, so many in a row, in colour or in grey."""
        self.desk.zoom, self.desk.columns, self._is_grey = zoom, columns, is_grey
        self._keep_place()

    def go_to_page(self, number: int) -> None:
        """Scroll to the top of a page."""
        if self.desk.has(number):
            self.verticalScrollBar().setValue(self.desk.top_of(number))

    def step_zoom(self, by: int) -> None:
        """Show pages a step larger or smaller."""
        self._choose_zoom(Zoom("", stepped(self.percent, by)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for number in self._in_sight():
            box = self.desk.spread.boxes[number]
            area = QRectF(box.x, box.y, box.width, box.height).translated(offset)
            image = self._images.image(number, round(box.width), round(box.height))
            paint_page(painter, area, image)
        if self._made is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            room = self.viewport().rect().adjusted(GAP, GAP, -GAP, -GAP)
            painter.drawText(room, int(_IN_THE_MIDDLE), self._words)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit pages to another size of the window."""
        super().resizeEvent(event)
        self._keep_place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw what comes into sight."""
        self.viewport().update()
        self._want()
        self._tell_page()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.step_zoom(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first and the last page with Home and End."""
        last = len(self.desk.spread.boxes) - 1
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_page(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def _choose_zoom(self, zoom: Zoom) -> None:
        self.desk.zoom = zoom
        self._keep_place()
        self.zoomed.emit(zoom)

    def _keep_place(self) -> None:
        """Lay out anew; a page that begins at the top does so again, else the middle stays."""
        bar, page, middle = self.verticalScrollBar(), self._page, self.viewport().height() / 2
        is_at_top = bar.value() == self.desk.top_of(page)
        place = place_at(self.desk.spread, bar.value() + middle)
        self._lay_out()
        if is_at_top:
            self.go_to_page(page)
        elif place is not None:
            bar.setValue(round(height_of(self.desk.spread, place) - middle))
        self._want()
        self._tell_page()
        self.viewport().update()

    def _room(self) -> Size:
        size = self.viewport().size()
        return float(size.width()), float(size.height())

    def _lay_out(self) -> None:
        size = self.viewport().size()
        self.desk.sizes = self._made.sizes if self._made is not None else ()
        self.desk.lay_out(self._room(), self.logicalDpiY())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(self.desk.spread.width) - size.width()))
        down.setRange(0, max(0, round(self.desk.spread.height) - size.height()))
        for bar, step in ((across, size.width()), (down, size.height())):
            bar.setPageStep(step)
            bar.setSingleStep(max(1, step // 12))

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        return self.desk.spread.between(top, top + self.viewport().height())

    def _want(self) -> None:
        """Ask for the pages in sight, then for their neighbours."""
        if self._made is not None and self.isVisible():
            top = self.verticalScrollBar().value()
            numbers = self.desk.drawn_for(top, top + self.viewport().height())
            content = self._made.file.content
            self._images.want([self._wish(Page(content, number)) for number in numbers])

    def _wish(self, page: Page) -> Wish:
        box, sharpness = self.desk.spread.boxes[page.number], self.devicePixelRatioF()
        width, height = round(box.width * sharpness), round(box.height * sharpness)
        return Wish(page, max(1, width), max(1, height), self._is_grey)

    def _tell_page(self) -> None:
        """Tell which page takes the upper part of the window."""
        bar = self.verticalScrollBar()
        is_at_end = bar.value() == bar.maximum() > 0
        share = 1.0 if is_at_end else 1 / 3
        page = self.desk.spread.page_at(bar.value() + self.viewport().height() * share)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    @Slot(int)
    def _show_arrived(self, _number: int) -> None:
        self.viewport().update()
