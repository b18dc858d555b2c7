"""The chosen filters above the list; each is taken back by pressing it."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import labelled
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.library.filters.chosen_filters import Choice, Filters
from desktop_app.ui.looks.typography import TypeScale

_MOST = 8
"""Shown alone; the others are taken back in the sidebar, or all together."""
_LONGEST = 28
"""Characters of a value; the tip has them all."""


class FilterChips(QWidget):
    """A row of buttons, hidden where nothing is chosen.

    ``filters_wanted`` tells the filters that are left, ``left`` follows Esc.
    """

    filters_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = Filters()
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 8, 8)
        layout.addWidget(self._row)
        self._space_out()
        self.hide()

    def show_filters(self, filters: Filters) -> None:
        """Show what is chosen; the keyboard stays among the buttons where it was there."""
        if filters == self._filters:
            return
        self._filters = filters
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        for button in self.findChildren(QPushButton):
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        for choice in filters[:_MOST]:
            self._flow.addWidget(self._chip(choice))
        if filters:
            self._flow.addWidget(self._clearer(len(filters) - _MOST))
        self.setVisible(bool(filters))
        if had_focus:
            self._keep_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space_out()

    def _chip(self, choice: Choice) -> QPushButton:
        # Loaded here, for the first painting has no filters.
        from desktop_app.ui.library.filters.facet_words import (
            choice_label,
            facet_label,
            value_label,
        )
        from desktop_app.ui.panes.visible_text import tooltip_text

        words = choice_label(choice)
        shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
        # An ampersand would else be taken as the mark of a key.
        chip = QPushButton(f"{shown.replace('&', '&&')}  ✕", self._row)
        chip.setObjectName("filter_chip")
        named = labelled(facet_label(choice[0]), value_label(choice))
        chip.setAccessibleName(_("Take back the filter {filter}").format(filter=named))
        # The name of a country is the record's, and a tip is taken as HTML where it looks like it.
        chip.setToolTip(tooltip_text(chip.accessibleName()))
        chip.clicked.connect(partial(self._take_back, choice))
        return chip

    def _clearer(self, hidden: int) -> QPushButton:
        words = _("Clear")
        if hidden > 0:
            more = ngettext("Clear, with {count} more", "Clear, with {count} more", hidden)
            words = more.format(count=grouped(hidden))
        button = QPushButton(words, self._row)
        button.setFlat(True)
        button.setAccessibleName(_("Clear all filters"))
        button.setToolTip(_("Clear all filters"))
        button.clicked.connect(self._clear)
        return button

    def _take_back(self, choice: Choice, _checked: bool = False) -> None:
        self.filters_wanted.emit(self._filters.toggled(choice))

    def _clear(self) -> None:
        self.filters_wanted.emit(Filters())

    def _keep_focus(self) -> None:
        buttons = [button for button in self.findChildren(QPushButton) if not button.isHidden()]
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _space_out(self) -> None:
        scale = TypeScale(self.font())
        self._flow.set_gaps(scale.space(4), scale.space(4))
