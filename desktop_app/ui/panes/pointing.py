"""What pointing at a text does: tells of pictures and terms, and opens links by a click."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QTextEdit, QToolTip

from desktop_app.presentation.section import Figure
from desktop_app.ui.panes.figures import DocumentFigures
from desktop_app.ui.panes.visible_text import tooltip_text


class Pointing(QObject):
    """Watches the viewport of a view; ``link_wanted`` gives the address that was clicked."""

    link_wanted = Signal(str)

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._figures: DocumentFigures | None = None
        self._pressed = ""
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def use_figures(self, figures: DocumentFigures) -> None:
        """Tell of the pictures of another document."""
        self._figures = figures

    def figure_at(self, point: QPoint) -> Figure | None:
        """Return the picture at a place of the viewport."""
        placed = self._figures.figure_at(self._in_document(point)) if self._figures else None
        return placed.figure if placed else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the events of the mouse; all but a tool tip of a picture go their way."""
        match event.type():
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                return self._tell(event)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._show_hand(event.position().toPoint())
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._pressed = self._link_at(event)
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                self._release(event)
        return False

    def _tell(self, event: QHelpEvent) -> bool:
        spot = self._figures.spot_at(self._in_document(event.pos())) if self._figures else None
        if spot is None:
            return False
        QToolTip.showText(event.globalPos(), tooltip_text(spot.text), self._view.viewport())
        return True

    def _show_hand(self, point: QPoint) -> None:
        is_link = bool(self._view.anchorAt(point))
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        if self._view.viewport().cursor().shape() is not shape:
            self._view.viewport().setCursor(shape)

    def _link_at(self, event: QMouseEvent) -> str:
        is_left = event.button() is Qt.MouseButton.LeftButton
        return self._view.anchorAt(event.position().toPoint()) if is_left else ""

    def _release(self, event: QMouseEvent) -> None:
        """Open a link that was pressed and released; who selects text across it wants the text."""
        wanted, self._pressed = self._pressed, ""
        if wanted and wanted == self._link_at(event) and not self._view.textCursor().hasSelection():
            self.link_wanted.emit(wanted)

    def _in_document(self, point: QPoint) -> QPointF:
        bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        return QPointF(point.x() + bars[0].value(), point.y() + bars[1].value())
