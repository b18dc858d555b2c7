"""All that a window or a dialog says, to the eye and to assistive technology; and what is cut."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop_app.ui.clipped_label import ClippedLabel

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_MOST_ROWS = 200


def shown_texts(root: QWidget) -> Iterator[str]:
    """Yields every text of a window and of what is in it, once for each place where it stands."""
    yield root.windowTitle()
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
        yield plain(widget.toolTip())
        yield from _own_texts(widget)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.iconText(), plain(action.toolTip()), action.statusTip())
        yield from [action.data()] if isinstance(action.data(), str) else []


def _own_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case ClippedLabel():
            # As it is before it is broken into lines.
            yield widget.whole_text
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QMenu() | QGroupBox():
            yield widget.title()
        case QPlainTextEdit() | QTextEdit():
            yield from widget.toPlainText().splitlines()
        case QHeaderView():
            yield from _headings(widget)
        case QAbstractItemView() if widget.model() is not None:
            yield from _items(widget.model(), QModelIndex())
        case QProgressBar() if widget.isTextVisible():
            yield widget.text()


def _headings(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is None or header.isHidden():
        return
    for place in range(min(header.count(), _MOST_ROWS)):
        for role in _ROLES:
            yield plain(str(model.headerData(place, header.orientation(), role) or ""))


def _items(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in _ROLES:
                value = index.data(role)
                yield plain(value) if isinstance(value, str) else ""
        yield from _items(model, model.index(row, 0, parent))


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    # Of a list Qt does not tell how many columns it has.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def plain(text: str) -> str:
    """Returns a tip without the tags that keep Qt from taking more of it as markup."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if text.startswith("<") else text


def cut_texts(root: QWidget) -> list[str]:
    """Returns the words that have too little room, of controls that do not shorten their own."""
    return [
        f"{type(widget).__name__} {words!r} {has} for {needs}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        for words, has, needs in _rooms(widget)
        if has.width() < needs.width() or has.height() < needs.height()
    ]


def _rooms(widget: QWidget) -> Iterable[tuple[str, QSize, QSize]]:
    """Yields words with the room that they have and that they need."""
    if isinstance(widget, QComboBox):
        yield widget.currentText(), widget.size(), widget.minimumSizeHint()
    elif isinstance(widget, QAbstractButton) and widget.text() and not _is_in_line(widget):
        yield widget.text(), widget.size(), widget.sizeHint()
    elif isinstance(widget, QLabel) and type(widget) is QLabel and widget.text():
        yield widget.text(), widget.size(), _needed(widget)
    elif isinstance(widget, QLineEdit) and not widget.text() and widget.isEnabled():
        words = widget.placeholderText()
        room = QSize(widget.width() - 2 * widget.fontMetrics().height(), 1)
        yield words, room, QSize(widget.fontMetrics().horizontalAdvance(words), 1)


def _is_in_line(button: QAbstractButton) -> bool:
    """Returns whether a button is the sign in a line of text, which shows no words."""
    return isinstance(button.parentWidget(), QLineEdit)


def _needed(label: QLabel) -> QSize:
    if label.wordWrap():
        return QSize(1, label.heightForWidth(label.width()))
    return QSize(label.sizeHint().width(), 1)
