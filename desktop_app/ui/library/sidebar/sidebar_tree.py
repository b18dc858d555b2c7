"""The lines of the sidebar: worked by mouse and keys, and taking studies that are dropped."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.ui.keys.keyboard_focus import came_by_keyboard
from desktop_app.ui.library.scopes import Scope, ScopeKind
from desktop_app.ui.library.sidebar.sidebar_delegate import SidebarDelegate
from desktop_app.ui.library.sidebar.sidebar_items import ACTIVE_ROLE, meaning_of
from desktop_app.ui.library.sidebar.sidebar_lines import Heading
from desktop_app.ui.library.study_mime import STUDIES_FORMAT, read_numbers
from desktop_app.ui.looks.scroll_bars import fade_idle_bar
from desktop_app.ui.looks.typography import TypeScale

_TAKING = {ScopeKind.STARRED, ScopeKind.TAG, ScopeKind.COLLECTION, ScopeKind.TRASH}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LEAST_DIGITS = 26
_Index = QModelIndex | QPersistentModelIndex


class SidebarTree(QTreeWidget):
    """Lines in two columns, name and count; which part is listed is marked, not selected.

    ``line_activated`` tells what the line means that was clicked, or chosen with Enter or Space,
    ``rename_wanted`` and ``delete_wanted`` of F2 and Del on a part of the library.
    """

    line_activated = Signal(object)
    studies_dropped = Signal(object, object)
    rename_wanted = Signal(object)
    delete_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows_focus = False
        self._widest = ""
        self._keys = {
            Qt.Key.Key_F2: self.rename_wanted,
            Qt.Key.Key_Delete: self.delete_wanted,
        }
        self.setObjectName("sidebar")
        self.setAccessibleName(_("Sidebar: parts of the library and filters"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(SidebarDelegate(self))
        self._fit_columns()
        self._set_up_drops()
        fade_idle_bar(self.verticalScrollBar())
        self.itemClicked.connect(self._tell_click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a line with Enter or Space; leave with Esc."""
        self.shows_focus = True
        item, scope = self.currentItem(), meaning_of(self.currentIndex())
        if event.key() in _ENTER and item is not None:
            self._tell(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in self._keys and isinstance(scope, Scope):
            self._keys[Qt.Key(event.key())].emit(scope)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to those who came by the keyboard, on the first line at first."""
        self.shows_focus = came_by_keyboard(event)
        first = self.topLevelItem(0)
        if self.currentItem() is None and first is not None:
            self.setCurrentItem(first)
        super().focusInEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground of the whole line, and the focus around it."""
        if index.data(ACTIVE_ROLE):
            painter.fillRect(option.rect, self.palette().highlight())
        super().drawRow(painter, option, index)
        is_current = index.row() == self.currentIndex().row() and (
            index.parent() == self.currentIndex().parent()
        )
        if is_current and self.shows_focus and self.hasFocus():
            role = QPalette.ColorRole.Accent
            if index.data(ACTIVE_ROLE):
                role = QPalette.ColorRole.HighlightedText
            painter.setPen(QPen(self.palette().color(role), 2))
            painter.drawRect(QRectF(option.rect).adjusted(2, 1, -2, -1))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take studies; files go on to the window."""
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take studies where there is a line to put them."""
        self._judge(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of studies that were dropped on a line."""
        scope = self._scope_below(event)
        if scope is None:
            event.ignore()
            return
        content = bytes(event.mimeData().data(STUDIES_FORMAT).data())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.studies_dropped.emit(scope, read_numbers(content))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_columns()

    def _set_up_drops(self) -> None:
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setDropIndicatorShown(False)

    def _judge(self, event: QDragMoveEvent) -> None:
        if self._scope_below(event) is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _scope_below(self, event: QDropEvent) -> Scope | None:
        index = self.indexAt(event.position().toPoint())
        scope = meaning_of(index) if index.isValid() else None
        is_taking = isinstance(scope, Scope) and scope.kind in _TAKING
        return scope if is_taking and event.mimeData().hasFormat(STUDIES_FORMAT) else None

    def _fit_columns(self) -> None:
        self.setIndentation(TypeScale(self.font()).space(12))
        self.setMinimumWidth(_LEAST_DIGITS * self.fontMetrics().horizontalAdvance("0"))
        header = self.header()
        header.setMinimumSectionSize(1)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.fit_counts(self._widest)

    def fit_counts(self, widest: str) -> None:
        """Make room for the widest count; to have Qt find it would take a while for each key."""
        self._widest = widest
        padding = TypeScale(self.font()).space(12)
        width = self.fontMetrics().horizontalAdvance(widest) + padding
        if width != self.columnWidth(1):
            self.setColumnWidth(1, width)

    @Slot(QTreeWidgetItem, int)
    def _tell_click(self, item: QTreeWidgetItem, _column: int) -> None:
        self.shows_focus = False
        self._tell(item)

    def _tell(self, item: QTreeWidgetItem) -> None:
        meaning = meaning_of(self.indexFromItem(item))
        if isinstance(meaning, Heading):
            item.setExpanded(not item.isExpanded())
        else:
            self.line_activated.emit(meaning)
