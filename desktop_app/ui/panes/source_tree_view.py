"""The source document as a tree below a box that narrows it."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.readers.source_tree import SourceNode
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.filter_box import FilterBox
from desktop_app.ui.panes.source_tree import SourceTree

_PAUSE = 120
"""Milliseconds without a key after which the document is narrowed."""


_GAP = 8
_NO_LIMIT = (1 << 24) - 1


class SourceTreeView(QWidget):
    """``save_wanted`` asks for the document itself to be written to a file."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter_box = FilterBox()
        self.filter_box.setPlaceholderText(_("Filter the source: names and values"))
        self.filter_box.setAccessibleName(_("Filter the source document by names and values"))
        offer_clearing(self.filter_box)
        self.count_label = QLabel()
        self.count_label.setTextFormat(Qt.TextFormat.PlainText)
        self.tree = SourceTree()
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.expand_button = _button(_("E&xpand All"))
        self.collapse_button = _button(_("&Collapse All"))
        self.save_button = _button(_("Save Source &As…"))
        self._start, self._end = 0, _NO_LIMIT
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._lay_out()
        self._wire()

    def show_tree(self, root: SourceNode) -> None:
        """Show a document, whole and folded."""
        self._timer.stop()
        self.filter_box.blockSignals(True)
        self.filter_box.clear()
        self.filter_box.blockSignals(False)
        self.tree.nodes.show_tree(root)
        self._say("", "")
        self.tree.show_outline()

    def show_problem(self, sentence: str) -> None:
        """Say why there is no document to look into."""
        self.tree.nodes.show_tree(SourceNode("", "", ()))
        self._say(sentence, "")

    def align(self, start: int, end: int) -> None:
        """Begin and end where the text of other tabs does."""
        self._start, self._end = start, end
        self._fit()
        self.tree.fit_columns(self._room())

    @Slot()
    def narrow(self) -> None:
        """Show what the words in the box leave, and say how much that is."""
        words = self.filter_box.text()
        self.tree.nodes.narrow(words)
        hits = self.tree.nodes.hit_count
        if words.strip():
            words = ngettext("{count} element found", "{count} elements found", hits)
            self._say("", words.format(count=grouped(hits)) if hits else _("Nothing found"))
            self.tree.show_hits()
        else:
            self._say("", "")
            self.tree.show_outline()

    def _say(self, problem: str, count: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.count_label.setText(count)
        self.count_label.setVisible(bool(count))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the box where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()
        self.tree.fit_columns(self._room())

    def _room(self) -> int:
        margins = self._column.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _fit(self) -> None:
        scale = TypeScale(self.font())
        beyond = max(scale.space(4), self.width() - self._end)
        self._column.setContentsMargins(self._start, scale.space(4), beyond, scale.space(8))
        widgets = (self.count_label, self.expand_button, self.collapse_button, self.save_button)
        wanted = sum(one.sizeHint().width() for one in widgets if not one.isHidden())
        is_beside = wanted + scale.reading_width // 3 < self._room()
        directions = QBoxLayout.Direction
        self._bar.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._buttons.setFixedWidth(wanted + 4 * _GAP) if is_beside else self._free_buttons()

    def _free_buttons(self) -> None:
        self._buttons.setMinimumWidth(0)
        self._buttons.setMaximumWidth(_NO_LIMIT)

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        flow.set_gaps(_GAP, _GAP)
        for widget in (
            self.count_label,
            self.expand_button,
            self.collapse_button,
            self.save_button,
        ):
            flow.addWidget(widget)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.addWidget(self.filter_box, 1)
        self._bar.addWidget(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._bar)
        self._column.addWidget(self.problem)
        self._column.addWidget(self.tree, 1)

    def _wire(self) -> None:
        self._timer.timeout.connect(self.narrow)
        self.filter_box.textChanged.connect(self._timer.start)
        self.filter_box.left.connect(self.tree.setFocus)
        self.filter_box.returnPressed.connect(self.tree.setFocus)
        self.expand_button.clicked.connect(self.tree.expandAll)
        self.collapse_button.clicked.connect(self.tree.collapseAll)
        self.save_button.clicked.connect(self.save_wanted)


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setFlat(True)
    return button
