"""The header of a long table: small words in a few lines, and a sign of how it is sorted."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.ui.looks.palette_colors import hit_color, quiet_color, rule_color
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.table_model import TableModel
from desktop_app.ui.panes.elided_lines import draw_lines, lines_needed
from desktop_app.ui.panes.hits import SearchableText
from desktop_app.ui.panes.table_cells import PADDING_X, PADDING_Y

MOST_LINES = 4
_UP, _DOWN = "\u25b4 ", "\u25be "


class TableHeader(QHeaderView):
    """Headers wrap. ``words`` are looked for, ``current`` is the column where one is."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._height = 0
        self.words = ""
        self.current: int | None = None
        self.sorted_by: tuple[int, bool] | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fit(self, widths: list[int]) -> None:
        """Take the height that the words need in columns of these widths."""
        scale = TypeScale(self.font())
        metrics, padding = QFontMetrics(scale.small), 2 * scale.space(PADDING_X)
        lines = 1
        for column, width in enumerate(widths):
            needed = lines_needed(self._words(column), metrics, width - padding, MOST_LINES)
            lines = max(lines, needed)
        self._height = lines * metrics.lineSpacing() + 2 * scale.space(PADDING_Y)
        self.updateGeometry()
        # The view asks for the height only when it is told that the headers are others.
        self.headerDataChanged(Qt.Orientation.Horizontal, 0, max(0, len(widths) - 1))

    def sizeHint(self) -> QSize:
        """Return the height that ``fit`` found."""
        return QSize(super().sizeHint().width(), self._height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw the words of one column and the rule below."""
        scale, palette = TypeScale(self.font()), self.palette()
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(rect, self._ground(logicalIndex))
        x, y = scale.space(PADDING_X), scale.space(PADDING_Y)
        area = QRectF(rect.adjusted(x, y, -x, -y))
        painter.setFont(scale.small)
        is_sorted = self.sorted_by is not None and self.sorted_by[0] == logicalIndex
        painter.setPen(palette.text().color() if is_sorted else quiet_color(palette))
        is_right = self._model.is_numeric(logicalIndex)
        draw_lines(painter, area, self._words(logicalIndex), MOST_LINES, is_right=is_right)
        painter.setPen(QPen(rule_color(palette), 2))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _words(self, column: int) -> str:
        sign = ""
        if self.sorted_by is not None and self.sorted_by[0] == column:
            sign = _DOWN if self.sorted_by[1] else _UP
        return sign + str(self._model.headerData(column, Qt.Orientation.Horizontal) or "")

    def _ground(self, column: int) -> QColor:
        title = self._model.table.columns[column]
        if self.words and SearchableText(title).count(self.words):
            return hit_color(self.palette(), column == self.current)
        return self.palette().base().color()
