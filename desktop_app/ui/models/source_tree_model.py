"""A source document for a tree view: names and values, made as far as they are looked at."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import labelled
from desktop_app.readers.source_filter import narrowed
from desktop_app.readers.source_tree import SourceNode, as_json, parts_of
from desktop_app.ui.panes.visible_text import tooltip_text, visible_text

_ROOT = QModelIndex()
_HEADERS = (N_("Element"), N_("Value"))
_SHOWN = 300
_IN_TIP = 2_000
Index = QModelIndex | QPersistentModelIndex


class SourceTreeModel(QAbstractItemModel):
    """Shows a tree, or what words leave of it; ``hit_count`` tells how many elements hold them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole = self._shown = SourceNode("", "", ())
        self.hit_count = 0

    def show_tree(self, root: SourceNode) -> None:
        """Show another document, whole."""
        self.beginResetModel()
        self._whole = self._shown = root
        self.hit_count = 0
        self.endResetModel()

    def narrow(self, words: str) -> None:
        """Show only what holds the words, and what that stands in."""
        self.beginResetModel()
        self._shown, self.hit_count = narrowed(self._whole, words)
        self.endResetModel()

    def node(self, index: Index) -> SourceNode:
        """Return the element of an index; the document of none."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, SourceNode) else self._shown

    def json_of(self, index: Index) -> str:
        """Return all of an element, even where words leave less of it."""
        return as_json(self.node(index).raw)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return the index of a part."""
        parts = self.node(parent).children
        if not 0 <= row < len(parts) or not 0 <= column < len(_HEADERS):
            return QModelIndex()
        return self.createIndex(row, column, parts[row])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the index of what an element stands in."""
        above = self.node(index).parent if index.isValid() else None
        if above is None or above.parent is None:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of parts."""
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        """Tell whether there are parts."""
        return self.rowCount(parent) > 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return 2: name and value."""
        return len(_HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        is_title = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _(_HEADERS[section]) if is_title else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name or value in one line; where there are parts, how many."""
        if not index.isValid():
            return None
        node = self.node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.name if index.column() == 0 else _value_words(node)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(node)
            case Qt.ItemDataRole.AccessibleTextRole:
                return labelled(node.name, _value_words(node)) if index.column() == 0 else None
            case Qt.ItemDataRole.ForegroundRole if index.column() == 1 and node.children:
                return QApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        return None


def _value_words(node: SourceNode) -> str:
    shown = len(node.children)
    if shown:
        every = sum(1 for _ in parts_of(node.raw))
        if shown == every:
            return ngettext("{count} part", "{count} parts", every).format(count=grouped(every))
        words = ngettext("{shown} of {count} part", "{shown} of {count} parts", every)
        return words.format(shown=grouped(shown), count=grouped(every))
    return _shortened(" ".join(visible_text(node.value).split()), _SHOWN)


def _tip(node: SourceNode) -> str:
    value = _shortened(node.value, _IN_TIP)
    return tooltip_text(f"{node.path}\n{value}" if value else node.path)


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}…"
