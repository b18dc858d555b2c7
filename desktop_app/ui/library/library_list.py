"""The left part of the window: the studies of the library, or a sentence where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import labelled
from desktop_app.ui.library.filters.filter_chips import FilterChips
from desktop_app.ui.library.shown_studies import ShownStudies
from desktop_app.ui.library.study_list_view import StudyListView
from desktop_app.ui.models.studies_model import StudiesModel

if TYPE_CHECKING:
    from desktop_app.ui.library.table.study_table_view import StudyTableView


class LibraryList(QWidget):
    """Heading, order and list. ``study_selected`` tells the NCT number that somebody chose.

    ``selection_counted`` tells of how many studies are selected, ``selection_chosen`` that it was
    somebody who selected.
    """

    study_selected = Signal(str)
    study_activated = Signal(str)
    selection_counted = Signal(int)
    selection_chosen = Signal()

    def __init__(self, model: StudiesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studies = model
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._heading_words, self._widest_heading = "", 0
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._order = self._make_order_button()
        self._notice = _make_notice()
        self.chips = FilterChips()
        self.view = StudyListView(model)
        self.table: StudyTableView | None = None
        self._empty = self._make_empty_label()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        self._lay_out()
        self._shown = ShownStudies(model, self.view, self)
        self._shown.study_selected.connect(self.study_selected)
        self._shown.study_activated.connect(self.study_activated)
        self._shown.selection_counted.connect(self._say_heading)
        self._shown.selection_counted.connect(self.selection_counted)
        self._shown.selection_chosen.connect(self.selection_chosen)

    def show_heading(self, words: str) -> None:
        """Say what the list holds: ``1397 studies``, ``12 matches``."""
        self._heading_words = words
        self._say_heading()

    def show_empty(self, sentence: str) -> None:
        """Show a sentence in place of the list; the list again where it is empty."""
        self._empty.setText(sentence)
        self._pages.setCurrentWidget(self._empty if sentence else self._shown.view)

    def show_notice(self, sentences: str) -> None:
        """Say what of a search was not understood; nothing where all of it was."""
        self._notice.setText(sentences)
        self._notice.setVisible(bool(sentences))

    def add_foot(self, widget: QWidget) -> None:
        """Put something below the list."""
        self._layout.addWidget(widget)

    def offer_orders(self, commands: Sequence[QAction | None]) -> None:
        """Take the commands that order the list, None between groups of them."""
        menu = QMenu(self._order)
        for command in commands:
            if command is None:
                menu.addSeparator()
            else:
                menu.addAction(command)
        self._order.setMenu(menu)

    @Slot(str, str)
    def show_order(self, words: str, spoken: str) -> None:
        """Say on the button which order is in force."""
        self._order.setText(words)
        self._order.setAccessibleName(labelled(_("Order of the list"), spoken))

    def mark(self, row: int, *, is_shown: bool = True) -> None:
        """Mark a row without telling of it, none for -1; nothing if the row is yet to come."""
        self._shown.mark(row, is_shown=is_shown)

    def step(self, rows: int) -> None:
        """Mark and tell the study so many rows further on."""
        self._shown.step(rows)

    def selected_rows(self) -> tuple[range, ...]:
        """Return the rows that are selected, from above to below."""
        return self._shown.rows()

    def selected_numbers(self) -> tuple[str, ...]:
        """Return the numbers of the studies that are selected, of those that are read."""
        parts = self.selected_rows()
        return tuple(one for part in parts for one in self._studies.numbers_within(part))

    def known_selection(self) -> tuple[str, ...]:
        """Return the numbers of the studies that are selected, none where some are not read."""
        numbers = self.selected_numbers()
        return numbers if len(numbers) == sum(map(len, self.selected_rows())) else ()

    def is_all_selected(self) -> bool:
        """Tell whether every row is selected, of several, read or not."""
        count = self.count_rows()
        return count > 1 and sum(map(len, self.selected_rows())) == count

    def select_all_again(self) -> None:
        """Select all rows that there are by now."""
        self._shown.select_all()

    def select_again(self, nct_ids: Sequence[str]) -> int:
        """Select several studies that were selected before rows came, where they stand now.

        Returns how many of them are among the rows that are read.
        """
        rows = self._studies.rows_of(nct_ids) if len(nct_ids) > 1 else ()
        self._shown.select(rows)
        return len(rows)

    def count_rows(self) -> int:
        """Return how many rows there are, read or not."""
        return self._studies.rowCount()

    def scroll_to_top(self) -> None:
        """Show the first rows."""
        self._shown.view.scrollToTop()

    def take_focus(self) -> None:
        """Put the keyboard on the list, on its first row where none is marked.

        Where a sentence stands in its place, the keyboard goes to that.
        """
        if self.is_empty:
            self._empty.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._shown.take_focus()

    @property
    def is_empty(self) -> bool:
        """Whether a sentence stands in the place of the list."""
        return self._pages.currentWidget() is self._empty

    def show_table(self, *, is_shown: bool) -> StudyTableView | None:
        """Show the table in place of the list, or the list again; returns the table, if made."""
        if is_shown and self.table is None:
            # Loaded here, as most people never ask for it.
            from desktop_app.ui.library.table.study_table_view import StudyTableView

            self.table = StudyTableView(self._studies)
            self._shown.attach(self.table)
            self._pages.addWidget(self.table)
            self.table.drag_wanted.connect(self.view.drag_wanted)
            self.table.left.connect(self.view.left)
        view = self.table if is_shown and self.table is not None else self.view
        had_focus = self._shown.view.hasFocus()
        self._shown.use(view)
        if self._pages.currentWidget() is not self._empty:
            self._pages.setCurrentWidget(view)
        if had_focus:
            view.setFocus()
        return self.table

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._widest_heading:
            self._widest_heading = 0
            self._heading.setMinimumWidth(0)

    def _make_order_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("order")
        button.setAccessibleName(_("Order of the list"))
        button.setToolTip(_("Order of the list"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _make_empty_label(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setObjectName("empty_list")
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setContentsMargins(16, 16, 16, 16)
        return label

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 8, 8)
        top.setSpacing(8)
        top.addWidget(self._heading, 1)
        top.addWidget(self._order)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(top)
        self._layout.addWidget(self._notice)
        self._layout.addWidget(self.chips)
        self._layout.addWidget(self._pages, 1)

    @Slot()
    def _say_heading(self) -> None:
        """Say how many studies there are, and how many of them a command is for."""
        count = sum(map(len, self.selected_rows()))
        words = ngettext("{count} selected", "{count} selected", count).format(count=grouped(count))
        parts = (self._heading_words, words) if count > 1 else (self._heading_words,)
        self._heading.setText(" · ".join(parts))
        # The count is another one after each key: the window must not move for it.
        width = self._heading.sizeHint().width()
        if len(parts) == 1:
            self._widest_heading = max(width, self._widest_heading)
        self._heading.setMinimumWidth(max(width, self._widest_heading))


def _make_notice() -> QLabel:
    label = QLabel()
    label.setObjectName("search_notice")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setContentsMargins(16, 0, 16, 8)
    label.hide()
    return label
