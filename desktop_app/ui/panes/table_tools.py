"""The row above a long table: words and a group to narrow it by, and how many rows that leaves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.section import Table
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import labelled, with_note
from desktop_app.ui.clear_buttons import offer_clearing
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.table_model import shortened
from desktop_app.ui.models.table_order import groups_of
from desktop_app.ui.panes.filter_box import FilterBox
from desktop_app.ui.panes.visible_text import visible_text

_PAUSE = 120
"""Milliseconds without a key after which a long table is narrowed."""
_LONGEST_GROUP, _BLANK = 120, N_("(blank)")


class TableTools(QWidget):
    """``changed`` follows when somebody wants other rows."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter_box, self.group_box = FilterBox(), QComboBox()
        self._count = QLabel()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._added: list[QWidget] = []
        self._lay_out()
        self._pause.timeout.connect(self.changed)
        self.filter_box.textChanged.connect(self._pause.start)
        self.group_box.currentIndexChanged.connect(self.changed)

    @property
    def words(self) -> str:
        """Words that the rows must have."""
        return self.filter_box.text()

    @property
    def group(self) -> str | None:
        """The value that the rows must have in the first column, None for any."""
        value = self.group_box.currentData()
        return value if isinstance(value, str) else None

    def offer_groups(self, table: Table) -> None:
        """Offer the values of the first column where they are groups."""
        groups = groups_of(table)
        self.group_box.blockSignals(True)
        self.group_box.clear()
        if groups:
            title = visible_text(table.columns[0])
            self.group_box.addItem(labelled(title, _("all")), None)
            for value, count in groups:
                self.group_box.addItem(with_note(_group_words(value), grouped(count)), value)
            self.group_box.setAccessibleName(
                _("{column} of the rows that are shown").format(column=title)
            )
        self.group_box.blockSignals(False)
        self.group_box.setVisible(bool(groups))

    def clear(self) -> None:
        """Want all rows, without telling of it."""
        for box in (self.filter_box, self.group_box):
            box.blockSignals(True)
        self.filter_box.clear()
        self.group_box.setCurrentIndex(0)
        for box in (self.filter_box, self.group_box):
            box.blockSignals(False)
        self.settle()

    def settle(self) -> None:
        """Wait for no more keys; what is wanted is being shown."""
        self._pause.stop()

    def say_count(self, shown: int, everything: int) -> str:
        """Say how many rows are shown, and of how many; return what is said."""
        words = ngettext("{count} row", "{count} rows", everything)
        if shown != everything:
            words = ngettext(
                "{shown} of {count} row shown", "{shown} of {count} rows shown", everything
            )
        words = words.format(shown=grouped(shown), count=grouped(everything))
        self._count.setText(words)
        return words

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the row."""
        self._row.addWidget(widget)
        self._added.append(widget)

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab goes through, in its order."""
        return (self.filter_box, self.group_box, *self._added)

    def space_out(self, scale: TypeScale, start: int) -> None:
        """Take distances that go with a size of text, and begin at a place in pixels."""
        self._row.setContentsMargins(start, scale.space(8), scale.space(8), scale.space(8))
        self._row.setSpacing(scale.space(8))

    def _lay_out(self) -> None:
        self.filter_box.setPlaceholderText(_("Filter rows"))
        self.filter_box.setAccessibleName(_("Filter rows by words"))
        offer_clearing(self.filter_box)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.group_box.setSizeAdjustPolicy(policy)
        self.group_box.setMinimumContentsLength(9)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.filter_box, 2)
        self._row.addWidget(self.group_box, 1)
        self._row.addWidget(self._count)


def _group_words(value: str) -> str:
    return shortened(visible_text(value).replace("\n", " "), _LONGEST_GROUP) or _(_BLANK)
