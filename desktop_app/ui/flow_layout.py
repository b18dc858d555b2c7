"""A layout that sets widgets in a row and goes on in the next row where the width ends."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

_ENDLESS = 1 << 20


class FlowLayout(QLayout):
    """Sets widgets like words in a line, from right to left where the window runs so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across = self._down = 0
        self.setContentsMargins(0, 0, 0, 0)

    def set_gaps(self, across: int, down: int) -> None:
        """Set the distances between widgets and between rows, in pixels."""
        self._across, self._down = across, down
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def one_row(self) -> QSize:
        """Return the size that all widgets take in one row."""
        rows = self._rows(_ENDLESS)
        sizes = [size for row in rows for _, size in row]
        across = sum(size.width() for size in sizes) + self._across * max(0, len(sizes) - 1)
        return QSize(across, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        """Place the widgets, or only try how, and return the height they take."""
        x, y, row_height = rect.x(), rect.y(), 0
        for row in self._rows(rect.width()):
            row_height = max(size.height() for _, size in row)
            x = rect.x()
            for item, size in row:
                if not is_trial:
                    top = y + (row_height - size.height()) // 2
                    place = QRect(x, top, size.width(), size.height())
                    item.setGeometry(QStyle.visualRect(self._direction(), rect, place))
                x += size.width() + self._across
            y += row_height + self._down
        return max(0, y - rect.y() - self._down)

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size_within(item, max(width, 1))
            if not rows or size.width() > left:
                rows.append([])
                left = width
            rows[-1].append((item, size))
            left -= size.width() + self._across
        return rows


def _size_within(item: QLayoutItem, width: int) -> QSize:
    """Return the size of a widget in a width: one that can go on in the next line does so."""
    wanted = item.sizeHint()
    if wanted.width() > width and item.hasHeightForWidth():
        return QSize(width, item.heightForWidth(width))
    return wanted.boundedTo(QSize(width, _ENDLESS))
