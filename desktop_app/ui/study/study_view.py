"""The open study: its header, what needs saying about it, and its tabs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.analysis.checks import Notice, notices
from desktop_app.languages import _
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.figures import figures_of
from desktop_app.presentation.header import study_header
from desktop_app.presentation.pane import PANES, Pane
from desktop_app.presentation.section import Figure, Section
from desktop_app.study.similar import SimilarStudies
from desktop_app.study.study import Study
from desktop_app.ui.changes.changes_strip import ChangesStrip
from desktop_app.ui.panes.pane_view import LoadSource, PaneView
from desktop_app.ui.panes.reading_aids import NO_AIDS, ReadingAids
from desktop_app.ui.personal.header_marks import HeaderMarks
from desktop_app.ui.personal.note_panel import NotePanel
from desktop_app.ui.study.age_mark import AgeMark
from desktop_app.ui.study.study_finding import StudyFinding
from desktop_app.ui.study.study_page import StudyPage
from desktop_app.ui.study.study_tabs import StudyTabs
from desktop_app.ui.study.tab_counts import TabCounts

SIMILAR_PANE = "related"


class StudyView(QWidget):
    """Shows one study. A tab is made, and computes what it shows, when it is first shown.

    ``tab_made`` tells the view of a tab before it is seen. ``similar_wanted`` asks for what is like
    the study of a number, to be told with `show_similar`.
    """

    tab_made = Signal(object)
    pane_changed = Signal(str)
    link_wanted = Signal(str)
    copy_wanted = Signal(object)
    save_wanted = Signal(object)
    said = Signal(str)
    failed = Signal(object)
    version_wanted = Signal(int)
    similar_wanted = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        panes: Sequence[Pane] = PANES,
        notices: Callable[[Study, date], Sequence[Notice]] = notices,
    ) -> None:
        super().__init__(parent)
        self._panes = tuple(panes)
        self._notices = notices
        self._study: Study | None = None
        self._context = NOTHING_KNOWN
        self._computed: set[str] = set()
        self._aids = NO_AIDS
        self._load_source: LoadSource | None = None
        self._tabs = StudyTabs(self._panes, self)
        self._page = StudyPage()
        self._finding = StudyFinding(self._page.find_bar, self._tabs, self)
        self._counts = TabCounts(self._page.tabs, self._panes, self)
        self._lay_out()
        self._wire()
        self.clear()

    def show_study(
        self,
        study: Study,
        today: date,
        about_record: Sequence[Notice] = (),
        context: Context = NOTHING_KNOWN,
    ) -> None:
        """Show a study in the tab that is current; other tabs follow when they are chosen.

        ``about_record`` is told above all else in the banner, ``context`` is for the tabs.
        """
        self._context = replace(context, today=today)
        self._page.header.show_header(study_header(study))
        self._page.banner.show_notices((*about_record, *self._notices(study, today)))
        self._whole.setCurrentWidget(self._page)
        self._use(study)
        self._page.fit()
        self._show_current()

    @property
    def wants_similar(self) -> bool:
        """Whether the tab that tells of similar studies is made for the study that is shown."""
        return SIMILAR_PANE in self._computed and self._context.knows_library

    def show_similar(self, similar: SimilarStudies | None, note: str = "") -> None:
        """Tell what the library holds that is like the study, or why that is not known."""
        if (similar, note) == (self._context.similar, self._context.similar_note):
            return
        self._context = replace(self._context, similar=similar, similar_note=note)
        self._finding.use_context(self._context, SIMILAR_PANE)
        if SIMILAR_PANE in self._computed:
            self._tabs.view(SIMILAR_PANE).show_more(self._context)

    def clear(self) -> None:
        """Show that no study is open."""
        self._use(None)
        self._whole.setCurrentWidget(self._nothing)

    def show_pane(self, pane_id: str) -> None:
        """Show the tab of an id; an unknown one changes nothing."""
        for index, pane in enumerate(self._panes):
            if pane.id == pane_id:
                self._page.tabs.setCurrentIndex(index)

    @property
    def nct_id(self) -> str:
        """The number of the study that is shown, empty where it has none."""
        if self._study is None:
            return ""
        return self._study.protocol_section.identification_module.nct_id or ""

    @property
    def spoken_title(self) -> str:
        """Number and title of the study that is shown, as a screen reader says them."""
        return self._page.header.accessibleName()

    @property
    def own_marks(self) -> HeaderMarks:
        """Where the header shows what belongs to the person."""
        return self._page.header.own

    @property
    def age_mark(self) -> AgeMark:
        """Where the header says how old the record is; `fit` follows what it says."""
        return self._page.header.age

    @property
    def note_panel(self) -> NotePanel:
        """Where the person's note on the study stands."""
        return self._page.note

    @Slot()
    def fit(self) -> None:
        """Share out the height, after the header or the note wants another one."""
        self._page.fit()

    @Slot(str, str)
    def show_place(self, pane_id: str, words: str) -> None:
        """Show a tab, and in it the words that are to be found there."""
        self.show_pane(pane_id)
        if words:
            self._page.find_bar.open_bar(words)
        else:
            self.take_focus()

    def figures(self) -> tuple[Figure, ...]:
        """Return the pictures of the tab that is shown."""
        return tuple(figures_of(self.sections()))

    def sections(self) -> tuple[Section, ...]:
        """Return what the current tab says of the study; nothing where none is open."""
        if self._study is None:
            return ()
        return self.current_view().pane.sections(self._study, self._context)

    def shown_sections(self) -> tuple[Section, ...]:
        """Return what is on the screen: the part that is shown, where a tab has parts."""
        return self.current_view().view.sections if self._study is not None else ()

    @property
    def changes_strip(self) -> ChangesStrip:
        """The strip that tells what changed; `fit` follows what it says."""
        return self._page.changes

    def set_source(self, load: LoadSource | None) -> None:
        """Take what gives the source document of the study that is shown next."""
        self._load_source = load
        for view in self._tabs:
            view.set_source(load)

    def use_aids(self, aids: ReadingAids) -> None:
        """Help to read all tabs as somebody wants it."""
        self._aids = aids
        for view in self._tabs:
            view.use_aids(aids)
        self._finding.count_again()

    def current_pane_id(self) -> str:
        """Return the id of the tab that is shown."""
        return self._panes[self._page.tabs.currentIndex()].id

    def current_view(self) -> PaneView:
        """Return the tab that is shown."""
        return self._tabs.view(self.current_pane_id())

    def take_focus(self) -> None:
        """Put the keyboard on the text of the tab that is shown; it stays where none is open."""
        if self._study is not None:
            self.current_view().take_focus(Qt.FocusReason.ShortcutFocusReason)

    def own_tools(self) -> tuple[QWidget, ...]:
        """Return the bars of the study that wear the window's style sheet."""
        return (self._page.find_bar, *(tool for view in self._tabs for tool in view.own_tools()))

    def show_find(self) -> None:
        """Open the bar to find words in the study, with those that are selected."""
        if self._study is not None:
            selected = self.current_view().selected_text()
            self._page.find_bar.open_bar(selected if "\n" not in selected else "")

    def find_next(self) -> None:
        """Go to the next hit."""
        self._finding.step(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._finding.step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End finding with Esc, wherever in the study the keyboard is."""
        if event.key() == Qt.Key.Key_Escape and self._page.find_bar.isVisible():
            self._page.find_bar.close_bar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._page.fit()

    @Slot(int)
    def _take_tab(self, index: int) -> None:
        self._show_current()
        self.pane_changed.emit(self._panes[index].id)

    def _show_current(self) -> None:
        if self._study is None:
            return
        pane_view = self.current_view()
        self._page.stack.setCurrentWidget(pane_view)
        if pane_view.pane.id not in self._computed:
            self._computed.add(pane_view.pane.id)
            pane_view.use_context(self._context)
            pane_view.show_study(self._study)
            if pane_view.pane.id == SIMILAR_PANE and self.wants_similar:
                self.similar_wanted.emit(self.nct_id)
        self._finding.look_in(pane_view)

    @Slot()
    def _leave_find_bar(self) -> None:
        self.current_view().take_focus(Qt.FocusReason.OtherFocusReason)

    def _use(self, study: Study | None) -> None:
        self._study = study
        self._computed = set()
        self._finding.use_study(study, self._context)
        self._counts.show_hits(self._finding.counts())
        self._counts.use_study(study)

    def _lay_out(self) -> None:
        self._nothing = QLabel(_("No study is open."))
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._page)
        self._whole.addWidget(self._nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        # The open study runs as its record is written, also in a window that does not.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _wire(self) -> None:
        self._page.tabs.currentChanged.connect(self._take_tab)
        self._page.find_bar.closed.connect(self._leave_find_bar)
        self._finding.counted.connect(self._counts.show_hits)
        self._finding.pane_wanted.connect(self.show_pane)
        self._tabs.made.connect(self._take_view)

    @Slot(object)
    def _take_view(self, view: PaneView) -> None:
        """Put the view of a tab in its place, and let it know what the others know."""
        self._page.add(view)
        view.use_aids(self._aids)
        view.set_source(self._load_source)
        view.view.link_wanted.connect(self.link_wanted)
        view.view.copy_wanted.connect(self.copy_wanted)
        view.view.save_wanted.connect(self.save_wanted)
        view.said.connect(self.said)
        view.failed.connect(self.failed)
        view.version_wanted.connect(self.version_wanted)
        self.tab_made.emit(view)
