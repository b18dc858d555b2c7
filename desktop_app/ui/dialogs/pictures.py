"""The pictures of a tab, one at a time, with what they show in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _
from desktop_app.presentation.section import Figure
from desktop_app.ui.looks.style_sheet import wear_style_sheet
from desktop_app.ui.panes.visible_text import visible_text
from desktop_app.ui.pictures.inks import ink_colors
from desktop_app.ui.pictures.painter import PicturePainter
from desktop_app.ui.pictures.screen_measure import ScreenMeasure

_WIDTH = 900.0
_MARGIN = 12


class FigureView(QWidget):
    """Shows one figure as large as it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self._figure = figure
        self.setAccessibleName(_("Picture: {title}").format(title=figure.title))
        self.setAccessibleDescription("\n".join(figure.words))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size in which most pictures can be read."""
        return QSize(760, 420)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, made smaller where it would not fit."""
        if self._figure is None:
            return
        measure = ScreenMeasure(self.font())
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        picture = self._figure.draw(max(_WIDTH, room.width()), measure)
        share = min(
            1.0, room.width() / max(1.0, picture.width), room.height() / max(1.0, picture.height)
        )
        painter = QPainter(self)
        painter.translate(_centred(room, picture.width * share, picture.height * share))
        painter.scale(share, share)
        PicturePainter(ink_colors(self.palette()), measure.fonts).paint(painter, picture)
        painter.end()


def _centred(room: QRectF, width: float, height: float) -> QPointF:
    beyond = QPointF(room.width() - width, room.height() - height)
    return room.topLeft() + beyond / 2


class PicturesDialog(QDialog):
    """Asks with ``copy_wanted`` and ``save_wanted`` for the figure that is shown."""

    copy_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, figures: Sequence[Figure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = tuple(figures)
        self.setWindowTitle(_("Pictures of This Tab"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style_sheet(self)
        self._list = QListWidget()
        self._list.setAccessibleName(_("Pictures of this tab"))
        self._list.addItems([visible_text(figure.title) for figure in self._figures])
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view, self._words = FigureView(), QPlainTextEdit()
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._words.setAccessibleName(_("What the picture shows, in words"))
        self._lay_out()
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)
        self._list.setVisible(len(self._figures) > 1)
        (self._list if len(self._figures) > 1 else self._words).setFocus()
        letters = self.fontMetrics().averageCharWidth()
        self.resize(min(letters * 150, 1280), min(letters * 96, 720))

    @Slot(int)
    def _show(self, row: int) -> None:
        if 0 <= row < len(self._figures):
            self._view.show_figure(self._figures[row])
            self._words.setPlainText(visible_text("\n".join(self._figures[row].words)))

    @Slot()
    def _ask_copy(self) -> None:
        self.copy_wanted.emit(self._figures[self._list.currentRow()])

    @Slot()
    def _ask_save(self) -> None:
        self.save_wanted.emit(self._figures[self._list.currentRow()])

    def _lay_out(self) -> None:
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self._view)
        right.addWidget(self._words)
        right.setStretchFactor(0, 3)
        right.setStretchFactor(1, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._list, 2)
        row.addWidget(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self._make_buttons())

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        for words, slot in ((_("&Copy"), self._ask_copy), (_("&Save…"), self._ask_save)):
            button: QPushButton = buttons.addButton(words, role)
            button.clicked.connect(slot)
        buttons.rejected.connect(self.reject)
        return buttons
