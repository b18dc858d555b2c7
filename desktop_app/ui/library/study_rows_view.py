"""What the list of studies and the table of them have in common: keys, dragging, the focus."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.ui.keys.keyboard_focus import came_by_keyboard
from desktop_app.ui.looks.scroll_bars import fade_idle_bar

_Move = QAbstractItemView.CursorAction
_ENDS = {_Move.MoveHome: 0, _Move.MoveEnd: -1}


class StudyRowsView(QTableView):
    """Rows of one height; Enter opens what is marked. ``drag_wanted`` asks to drag the selection.

    ``left`` follows Esc; ``shows_focus`` is whether to show where the keyboard is.
    """

    drag_wanted = Signal()
    left = Signal()

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self.shows_focus = False
        self.setAccessibleName(_("Studies"))
        self.setModel(model)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        fade_idle_bar(self.verticalScrollBar())

    def reset(self) -> None:
        """Lay out other rows at once: done later, as is usual, they are painted twice."""
        super().reset()
        self.executeDelayedItemsLayout()

    def bring_into_sight(self, index: QModelIndex) -> None:
        """Scroll to a row that is not seen as a whole, so that there are others around it."""
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def event(self, event: QEvent) -> bool:
        """Take the keys that select one study beside another before any command has them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, which a list does not do on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        self.shows_focus = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a row is pressed, from where it may be dragged."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        can_drag = event.button() == Qt.MouseButton.LeftButton and self.indexAt(place).isValid()
        self._pressed = place if can_drag and not event.modifiers() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is selected out of the list.

        The view's own way of it asks the model about every row that is selected.
        """
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.setState(QAbstractItemView.State.NoState)
            self.drag_wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Forget where a row was pressed."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first and the last row with Home and End."""
        rows = self.model().rowCount()
        if action in _ENDS and rows:
            return self.model().index(_ENDS[action] % rows, 0)
        return super().moveCursor(action, modifiers)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to those who came by the keyboard."""
        self.shows_focus = came_by_keyboard(event)
        is_marked = self.currentIndex().isValid()
        if self.shows_focus or is_marked:
            super().focusInEvent(event)
            if not is_marked and self.currentIndex().isValid():
                # The view marks its first row, which opens that study, and does not select it.
                self.selectRow(self.currentIndex().row())
            return
        # Else the first study is opened because the window is, which nobody has asked for.
        self.selectionModel().blockSignals(True)
        super().focusInEvent(event)
        self.selectionModel().clearCurrentIndex()
        self.selectionModel().blockSignals(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the marked study in sight from the beginning."""
        super().showEvent(event)
        if self.currentIndex().isValid():
            self.bring_into_sight(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.space_out()

    def space_out(self) -> None:
        """Take the heights of rows from the size of text."""
        if self.currentIndex().isValid():
            self.bring_into_sight(self.currentIndex())
