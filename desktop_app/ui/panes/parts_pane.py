"""A tab that is shown part by part: a list of its parts, and the one that is chosen."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from desktop_app.languages import _
from desktop_app.presentation.context import Context
from desktop_app.presentation.pane import Pane
from desktop_app.presentation.section import Section
from desktop_app.punctuation import labelled
from desktop_app.study.study import Study
from desktop_app.ui.keys.key_words import key_words
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.parts_model import PartsModel
from desktop_app.ui.panes.page_layout import page_layout
from desktop_app.ui.panes.pane_view import PaneView, tab_words
from desktop_app.ui.panes.part_chooser import PartChooser
from desktop_app.ui.panes.part_page import PartPage
from desktop_app.ui.panes.part_texts import PartText
from desktop_app.ui.panes.parts import Part, parts_of
from desktop_app.ui.panes.parts_hits import PartsHits
from desktop_app.ui.panes.parts_list import PartsList
from desktop_app.ui.panes.reading_aids import ReadingAids

_LIST_WIDTH, _NARROW = 264, 640
"""Pixels at usual size: of the list, and of a tab in which there is no room for it."""
_NOTHING = Part(Section("", ()))
_NEXT_KEY, _PREVIOUS_KEY = "Ctrl+Down", "Ctrl+Up"


class PartsPane(PaneView):
    """Only the part that is chosen is drawn. A tab of one part shows no list."""

    def __init__(self, pane: Pane, parent: QWidget | None = None) -> None:
        super().__init__(pane, parent)
        self.parts: tuple[Part, ...] = ()
        self.texts: tuple[PartText, ...] = ()
        self._prepared: tuple[Study | None, tuple[Part, ...], tuple[PartText, ...]]
        self._prepared = (None, (), ())
        self.shown = 0
        self._model = PartsModel()
        self.list, self.chooser = PartsList(self._model), PartChooser(self._model, pane.title)
        self._model.setParent(self.list)
        self.page = PartPage(self.view)
        hits = PartsHits(self._section_hits, self.page.table, self.show_part)
        self._section_hits.changed.disconnect(self.hits_changed)
        hits.changed.connect(self._take_hits)
        self.hits = self._parts_hits = hits
        self._lay_out()
        self._wire()

    def show_study(self, study: Study) -> None:
        """Show a study from its first part on."""
        self._study = study
        self.parts, self.texts = self._parts_for(study, self._context)
        self._parts_hits.use_parts(self.texts)
        self._model.show_parts(self.parts)
        self._fit()
        self.show_part(0)

    def show_part(self, number: int) -> None:
        """Show a part of the study, from its beginning."""
        self.shown = number
        part = self.parts[number]
        whole = tab_words(self.pane.title, self._nct_id())
        is_whole = len(self.parts) == 1
        self.view.setAccessibleName(whole if is_whole else labelled(part.title, whole))
        with self._parts_hits.moving_to(number):
            self.page.show_part(part, self.texts[number].table)
        self._mark_shown()

    def step_part(self, by: int) -> None:
        """Show the part so many further on, if there is one."""
        if 0 <= self.shown + by < len(self.parts):
            self.show_part(self.shown + by)

    def count_of(self, words: str, study: Study, context: Context) -> int:
        """Count words in all parts, whether they are shown or not."""
        return sum(text.count(words) for text in self._parts_for(study, context)[1])

    def use_aids(self, aids: ReadingAids) -> None:
        """Help to read as somebody wants it."""
        super().use_aids(aids)
        self._prepared = (None, (), ())
        self.texts = self._texts_of(self.parts)
        self._parts_hits.use_texts(self.texts)

    def own_tools(self) -> tuple[QWidget, ...]:
        """Return the bars that wear the window's style sheet."""
        return (*super().own_tools(), self.page.table.tools)

    def put_tools_before_text(self) -> None:
        """Let Tab go from the list of parts to the text and on to the table."""
        stops = (
            self.chooser,
            self.list,
            self.view,
            *self.page.table.tools.stops(),
            self.page.table.view,
        )
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def _parts_for(
        self, study: Study, context: Context
    ) -> tuple[tuple[Part, ...], tuple[PartText, ...]]:
        """Take a study apart, once for showing it and for finding in it."""
        if self._prepared[0] is not study:
            parts = parts_of(self.pane.sections(study, context)) or (_NOTHING,)
            self._prepared = (study, parts, self._texts_of(parts))
        return self._prepared[1:]

    def _texts_of(self, parts: Sequence[Part]) -> tuple[PartText, ...]:
        return tuple(PartText(part, self._aids) for part in parts)

    def _nct_id(self) -> str:
        study = self._study or Study()
        return study.protocol_section.identification_module.nct_id or ""

    def _fit(self) -> None:
        has_parts = len(self.parts) > 1
        is_narrow = self.width() < TypeScale(self.font()).space(_NARROW)
        self.list.setVisible(has_parts and not is_narrow)
        self.show_tools(has_parts and is_narrow)
        self._align_tools()

    @Slot()
    def _align_tools(self) -> None:
        """Begin and end the chooser where the text does, also while there is none to be seen."""
        row = self.tools.layout() if self.tools is not None else None
        if self.tools is not None and row is not None:
            scale = TypeScale(self.font())
            page = page_layout(
                self.width() - self.view.verticalScrollBar().sizeHint().width(), scale
            )
            row.setContentsMargins(page.margin, scale.space(12), 0, scale.space(4))
            self.tools.setMaximumWidth(page.margin + page.width)

    def _mark_shown(self) -> None:
        """Mark the part that is shown, in the list and in the chooser, without telling of it."""
        row = self._model.row_of(self.shown)
        self.chooser.show_row(row)
        if self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self._model.index(row))

    @Slot(QModelIndex, QModelIndex)
    def _take_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._choose(current.row())

    @Slot(int)
    def _choose(self, row: int) -> None:
        part = self._model.part_at(row)
        if part is not None and part != self.shown:
            self.show_part(part)

    @Slot()
    def _take_hits(self) -> None:
        self._model.show_hits(self._parts_hits.counts)
        self.hits_changed.emit()

    def _lay_out(self) -> None:
        self._column.removeWidget(self.view)
        self.list.setAccessibleName(_("Parts of {title}").format(title=self.pane.title))
        words = _("{next} shows the next part, {previous} the one before")
        tip = words.format(next=key_words(_NEXT_KEY), previous=key_words(_PREVIOUS_KEY))
        self.list.setAccessibleDescription(tip)
        self.chooser.setToolTip(tip)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.list)
        both.addWidget(self.page)
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        both.setSizes([_LIST_WIDTH, 1000])
        self._column.addWidget(both, 1)
        self.add_tools(self.chooser.labelled(), self.chooser)
        row = self.tools.layout() if self.tools is not None else None
        if isinstance(row, QHBoxLayout):
            row.setStretch(1, 1)

    def _wire(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._take_row)
        self.chooser.currentIndexChanged.connect(self._choose)
