"""One part of a tab: its text, and its long table below where it has one."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from desktop_app.languages import N_, _
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.page_layout import page_layout
from desktop_app.ui.panes.parts import Part
from desktop_app.ui.panes.section_view import SectionView
from desktop_app.ui.panes.table_hits import TableText
from desktop_app.ui.panes.table_page import TablePage

_MOST_TEXT = 0.36
"""How much of the height the text above a table takes; it is scrolled where it needs more."""
_LEAST_TABLE, _LEAST_TEXT, _LEAST_ROWS = 260, 40, 40
"""Pixels at usual size: a table that leaves room for a text above it, the least of that, and the
least of the rows."""
_HIDE, _SHOW = N_("Hide text"), N_("Show text")


class PartPage(QSplitter):
    """Gives the text above a table the height that it needs, and no more than its share."""

    def __init__(self, view: SectionView, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._view = view
        self._wants_text: bool | None = None
        self.table = TablePage()
        self.text_button = QToolButton()
        self.text_button.setAutoRaise(True)
        self.text_button.setText(_(_HIDE))
        self.text_button.setToolTip(_("Show or hide the text above the table"))
        self.text_button.clicked.connect(self._change_text)
        self.table.tools.add(self.text_button)
        self.addWidget(view)
        self.addWidget(self.table)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.table.hide()
        view.drawn.connect(self._fit)

    def show_part(self, part: Part, text: TableText | None) -> None:
        """Show a part; ``text`` is that of its table."""
        self._wants_text = None
        self._show_text(True)
        self.table.setVisible(part.table is not None)
        if part.table is not None:
            self.table.show_table(part.table, part.table.name or part.title, text)
        else:
            self.table.clear()
        self._view.show_sections((part.section,))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another height."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for some rows of the table alone; the text above it gives way."""
        least = super().minimumSizeHint()
        if self.table.isHidden():
            return least
        rows = TypeScale(self.font()).space(_LEAST_ROWS)
        return QSize(least.width(), self.table.tools.minimumSizeHint().height() + rows)

    @Slot()
    def _fit(self) -> None:
        """Share out the height, and let the text give way where there is little of it."""
        if self.table.isHidden():
            return
        scale = TypeScale(self.font())
        room = self.height() - scale.space(_LEAST_TABLE)
        if self._wants_text is None:
            self._show_text(room >= scale.space(_LEAST_TEXT))
        needed = round(self._view.document().size().height())
        most = max(min(round(self.height() * _MOST_TEXT), room), scale.space(_LEAST_TEXT))
        self.setSizes([min(needed, most), self.height() - min(needed, most)])
        self.text_button.setVisible(needed > most or self._view.isHidden())
        bar = self._view.verticalScrollBar().sizeHint().width()
        self.table.space_out(scale, page_layout(self.width() - bar, scale).margin)
        layout = self.table.layout()
        if layout is not None:
            # At once, so that nothing is painted in a place that it leaves again.
            layout.activate()

    @Slot()
    def _change_text(self) -> None:
        self._wants_text = self._view.isHidden()
        self._show_text(self._wants_text)
        self._fit()

    def _show_text(self, is_wanted: bool) -> None:
        if is_wanted == self._view.isHidden():
            self._view.setVisible(is_wanted)
        self.text_button.setText(_(_HIDE if is_wanted else _SHOW))
