"""The tree of a source document, from which paths, values and parts can be copied."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.source_tree_model import Index, SourceTreeModel

_MOST_OPENED = 2_000
"""Rows; opening more of them at once would make one wait."""


class _AiryRows(QStyledItemDelegate):
    """Sets rows as far apart as those of other lists."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, TypeScale(option.font).space(6))


class SourceTree(QTreeView):
    """Names on the left, values on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nodes = SourceTreeModel(self)
        self.setModel(self.nodes)
        self.setItemDelegate(_AiryRows(self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setAccessibleName(_("Source document"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        # The window's own command has that key, and comes here where the tree has the focus.
        self.copy_value = self._action(_("Copy &Value") + "\t" + key_words("Ctrl+C"), "", self.copy)
        self.copy_path = self._action(_("Copy &Path"), "Ctrl+Shift+P", self._copy_path)
        self.copy_json = self._action(_("Copy as &JSON"), "Ctrl+Shift+J", self._copy_json)

    def fit_columns(self, width: int) -> None:
        """Give names what they need, and values at least half of the width."""
        self.setColumnWidth(0, min(self.fontMetrics().averageCharWidth() * 44, width // 2))

    def show_outline(self) -> None:
        """Open the first level alone."""
        self.collapseAll()
        self.expandToDepth(0)
        self.setCurrentIndex(self.nodes.index(0, 0))

    def show_hits(self) -> None:
        """Open all where words leave little enough of the document."""
        if 0 < self.nodes.hit_count <= _MOST_OPENED:
            self.expandAll()
        self.setCurrentIndex(self.nodes.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the value, and not what the cell has room for."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @Slot()
    def copy(self) -> None:
        """Copy the value of the element; all of it as JSON, where it has parts."""
        node = self.nodes.node(self.currentIndex())
        self._put(self.nodes.json_of(self.currentIndex()) if node.children else node.value)

    @Slot()
    def _copy_path(self) -> None:
        self._put(self.nodes.node(self.currentIndex()).path)

    @Slot()
    def _copy_json(self) -> None:
        self._put(self.nodes.json_of(self.currentIndex()))

    def _put(self, text: str) -> None:
        if self.currentIndex().isValid():
            QApplication.clipboard().setText(text)

    def _action(self, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.menu_of(index).popup(self.viewport().mapToGlobal(place))

    def menu_of(self, index: QModelIndex) -> QMenu:
        """Return the menu of an element, which becomes the current one."""
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.copy_value, self.copy_path, self.copy_json])
        return menu
