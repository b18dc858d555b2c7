"""A tab of a study: its sections in a view, computed when they are asked for."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.languages import _
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.pane import Pane
from desktop_app.presentation.section import Section
from desktop_app.study.study import Study
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.panes.copied_text import copied_text
from desktop_app.ui.panes.findable import Findable
from desktop_app.ui.panes.hits import SearchableText, searchable_sections
from desktop_app.ui.panes.reading_aids import NO_AIDS, ReadingAids
from desktop_app.ui.panes.section_hits import SectionHits
from desktop_app.ui.panes.section_view import SectionView

LoadSource = Callable[[], tuple[bytes, str]]
"""Gives a source document and its form, as the library names forms; may raise StoreError."""


def tab_words(title: str, nct_id: str | None) -> str:
    """Return what a tab of a study is called: ``Summary of NCT03816852``."""
    words = _("{title} of {study}") if nct_id else _("{title} of this study")
    return words.format(title=title, study=nct_id)


class PaneView(QWidget):
    """Shows what a pane says of a study; panes with means of their own are made from it.

    ``hits`` finds words in what is shown; ``hits_changed`` follows when that finds anew by itself.
    ``said`` tells what was done, ``failed`` why something was not. ``version_wanted`` asks for
    another version that the library holds, by its id.
    """

    hits_changed = Signal()
    said = Signal(str)
    failed = Signal(object)
    version_wanted = Signal(int)

    def __init__(self, pane: Pane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = pane
        self.view = SectionView()
        self.tools: QWidget | None = None
        self._section_hits = SectionHits(self.view)
        self._section_hits.changed.connect(self.hits_changed)
        self.hits: Findable = self._section_hits
        self._text: tuple[Study, SearchableText] | None = None
        self._study: Study | None = None
        self._context = NOTHING_KNOWN
        self._aids = NO_AIDS
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view)

    def show_study(self, study: Study) -> None:
        """Show a study, from the beginning of its text."""
        self._study = study
        nct_id = study.protocol_section.identification_module.nct_id
        self.view.setAccessibleName(tab_words(self.pane.title, nct_id))
        self.view.show_sections(self.sections(study))

    def use_context(self, context: Context) -> None:
        """Take what may be known beside the study; to be given before it is shown."""
        self._context = context
        self._text = None

    def set_source(self, load: LoadSource | None) -> None:
        """Take what gives the source document, where the tab has a use for it."""

    def use_aids(self, aids: ReadingAids) -> None:
        """Help to read as somebody wants it."""
        self._aids = aids
        self._text = None
        self.view.use_aids(aids)

    def sections(self, study: Study) -> tuple[Section, ...]:
        """Return what is to be shown of a study."""
        return self.pane.sections(study, self._context)

    def count_of(self, words: str, study: Study, context: Context) -> int:
        """Count words in all that the tab says of a study, whether it is shown or not."""
        if self._text is None or self._text[0] is not study:
            sections = self.pane.sections(study, context)
            self._text = (study, searchable_sections(sections, self._aids))
        return self._text[1].count(words)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard on what is read."""
        self.view.setFocus(reason)

    def show_text(self) -> None:
        """Show the text, in which words are found, where something else is in its place."""

    def step_part(self, by: int) -> None:
        """Show the part so many further on, where the tab has parts."""

    def selected_text(self) -> str:
        """Return the words that are selected."""
        return copied_text(self.view.textCursor())

    def own_tools(self) -> tuple[QWidget, ...]:
        """Return the bars that wear the window's style sheet."""
        return (self.tools,) if self.tools is not None else ()

    def show_again(self) -> None:
        """Show the study anew, after what is asked of it has changed."""
        if self._study is not None:
            self.view.show_sections(self.sections(self._study))

    def show_more(self, context: Context) -> None:
        """Show the study with more that is known beside it, where it is read already."""
        self.use_context(context)
        if self._study is not None:
            self.view.exchange_sections(self.sections(self._study))

    def add_tools(self, *widgets: QWidget, at_right: bool = False) -> None:
        """Put widgets in a row above the text."""
        self.tools = QWidget()
        row = QHBoxLayout(self.tools)
        if at_right:
            row.addStretch(1)
        for widget in widgets:
            row.addWidget(widget)
        self._column.insertWidget(0, self.tools)
        self.view.drawn.connect(self._align_tools)

    def put_tools_before_text(self) -> None:
        """Let Tab visit the row above the text first; to be asked once all is in its place."""
        if self.tools is not None:
            for widget in self.tools.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            ):
                self.setTabOrder(widget, self.view)

    def show_tools(self, is_wanted: bool) -> None:
        """Show the row above the text; without it the text begins where that of others does."""
        if self.tools is not None:
            self.tools.setVisible(is_wanted)

    @Slot()
    def _align_tools(self) -> None:
        """Begin and end the row where the text below it does."""
        row = self.tools.layout() if self.tools is not None else None
        if self.tools is not None and row is not None:
            space = TypeScale(self.font()).space
            row.setContentsMargins(self.view.page_start, space(12), 0, space(4))
            self.tools.setMaximumWidth(self.view.page_end)
