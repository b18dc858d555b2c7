"""The command that searches the registry, and what it leads to: reading, keeping, going back."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.presentation.wording import grouped
from desktop_app.registry.held_or_not import Mark, Standing, standings
from desktop_app.registry.news import News, Novelty
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.registry.query_words import mended
from desktop_app.store.library import Library
from desktop_app.ui.library.row.mark_reading import read_marks
from desktop_app.ui.models.row_marks import NO_MARKS
from desktop_app.ui.models.studies_model import StudiesModel
from desktop_app.ui.registry.searching import result_words
from desktop_app.ui.registry.searching.asking import Asking
from desktop_app.ui.registry.searching.query_phrases import query_name
from desktop_app.ui.registry.searching.results import Results
from desktop_app.ui.registry.searching.search_panel import SearchPanel
from desktop_app.ui.tasks import Progress


class SearchDesk(QObject):
    """Shows the panel in the place of the list, and fills it.

    ``place_wanted`` tells the panel when it is to be seen, None when the list is; ``study_wanted``
    a study of the library to open, ``study_activated`` one to go to, ``unheld_wanted`` one that is
    to be read from the registry. ``begun_anew`` tells that no search that was saved is seen now.
    """

    place_wanted = Signal(object)
    study_wanted = Signal(str)
    study_activated = Signal(str)
    unheld_wanted = Signal(str, object)
    keep_wanted = Signal(object)
    keep_all_wanted = Signal(object, int)
    save_wanted = Signal(object, int)
    run_again_wanted = Signal()
    stop_keeping_wanted = Signal()
    failed = Signal(object)
    begun_anew = Signal()
    left = Signal()

    def __init__(self, asking: Asking, shelf: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.asking = asking
        self._rows = StudiesModel(self)
        self.results = Results(self._rows, self.asking, self)
        self._standings: dict[str, Standing] = {}
        self._oddities: tuple[str, ...] = ()
        self._news: News | None = None
        self._is_saved = self._is_run = False
        self.is_shown = False
        self.results.began.connect(self._tell_begun)
        self.results.shown.connect(self._show)
        self.results.failed.connect(self._tell_failure)

    @cached_property
    def panel(self) -> SearchPanel:
        """Return the panel, made when it is first wanted."""
        panel = SearchPanel(self._rows)
        panel.form.show_query(StudiesQuery(order=Order.RELEVANCE))
        panel.form.asked.connect(self.find)
        panel.left.connect(self.leave)
        page = panel.results
        self.asking.waits.changed.connect(page.show_wait)
        page.read_wanted.connect(self._go_to)
        page.pressed.connect(self._read)
        page.moved.connect(self._follow)
        page.again_wanted.connect(self._ask_again)
        page.cancel_wanted.connect(self._stop)
        page.keep_wanted.connect(self.keep_wanted)
        page.stop_keeping_wanted.connect(self.stop_keeping_wanted)
        page.keep_all_wanted.connect(self._keep_all)
        page.save_wanted.connect(self.save)
        page.part_wanted.connect(self._show_part)
        return panel

    @Slot()
    def search_registry(self) -> None:
        """Search ClinicalTrials.gov in the place of the list; again, it shows the form."""
        was_shown = self.is_shown
        self.show()
        if was_shown:
            self.panel.show_form()
        else:
            self.panel.take_focus()

    def show(self) -> None:
        """Show the panel where the list is."""
        self.is_shown = True
        self.place_wanted.emit(self.panel)

    @Slot()
    def leave(self) -> None:
        """Show the list of the library again; what was waited for can be asked for later."""
        if not self.is_shown:
            return
        self.is_shown = False
        is_waited_for = self.asking.is_busy
        self.asking.cancel()
        self.place_wanted.emit(None)
        if is_waited_for:
            # Last: the keyboard is in the library by now.
            self._stop()
        self.left.emit()

    @Slot(object)
    def find(self, query: StudiesQuery) -> None:
        """Ask the registry, as the person pressed it."""
        try:
            told = mended(query)
        except DesktopAppError as error:
            self.panel.form.show_notice(str(error))
            return
        self._oddities, self._news, self._is_saved = told.oddities, None, False
        self._begin(told.query)
        self.begun_anew.emit()
        self.results.find(told.query)
        self.panel.show_results()

    def begin_run(self, query: StudiesQuery) -> None:
        """Show that a search that was saved is run again."""
        self.show()
        self.panel.form.show_query(query)
        self._oddities, self._news, self._is_saved = (), None, True
        self.results.clear(query)
        self._begin(query)
        self.panel.show_results()
        self._tell_begun()

    def show_news(self, query: StudiesQuery, news: News) -> None:
        """Show what is new and what changed, or all where nothing did."""
        self._news = news
        self.results.query = query
        self.panel.results.offer_parts(_parts(news))
        self._show_part(_NEWS if news.found else _ALL)

    def fail_run(self, query: StudiesQuery, error: DesktopAppError) -> None:
        """Say why a search that was saved cannot be run; it can be asked for again."""
        self.results.query = query
        self._tell_failure(error)

    def look_again(self) -> None:
        """Look again at what of the results the library holds."""
        if self.is_shown:
            self._mark_rows()

    def tell_keeping(self, words: str, *, is_busy: bool) -> None:
        """Say how far it is with what is being kept."""
        self.panel.results.show_keeping(words, is_busy=is_busy)

    def tell_unread(self, error: DesktopAppError) -> None:
        """Say why a record cannot be read; the list stays as it is."""
        self.panel.results.show_notice(str(error))

    def _begin(self, query: StudiesQuery) -> None:
        page = self.panel.results
        page.show_query(query_name(query))
        page.show_heading(_("Asking ClinicalTrials.gov …"))
        page.show_notice("\n".join(self._oddities))
        page.show_empty("")
        page.offer(is_any=False, is_saved=True)
        page.offer_parts(())
        page.forget_keeping()

    @Slot()
    def _tell_begun(self) -> None:
        self.panel.results.show_busy(is_busy=True)

    @Slot()
    def _show(self) -> None:
        self._is_run = True
        page, total = self.panel.results, self.results.total
        page.show_busy(is_busy=False)
        page.show_heading(self._heading(total))
        said = [*self._oddities, result_words.notice_words(total)]
        if self._news is not None:
            said.append(result_words.news_notice(self._news))
        page.show_notice("\n".join(filter(None, said)))
        page.show_empty("" if total else result_words.nothing_words())
        page.offer(is_any=total > 0, is_saved=self._is_saved)
        self._mark_rows()

    def _heading(self, total: int) -> str:
        if self._news is None:
            return result_words.total_words(total)
        all_words = result_words.total_words(self._news.total)
        return f"{result_words.news_words(self._news)} · {all_words}"

    @Slot(object)
    def _tell_failure(self, error: DesktopAppError) -> None:
        self._tell_interruption(str(error), result_words.next_step(error))

    @Slot()
    def _ask_again(self) -> None:
        page = self.panel.results
        page.show_notice("\n".join(self._oddities))
        page.show_empty("")
        if not self.results.is_begun:
            page.show_heading(_("Asking ClinicalTrials.gov …"))
            page.take_focus()
        if self._is_saved and self._news is None:
            self.run_again_wanted.emit()
        else:
            self.results.again()

    @Slot()
    def _stop(self) -> None:
        self.asking.cancel()
        self._rows.give_up()
        self._tell_interruption(_("Nothing more is asked."), _("Go On"))

    def _tell_interruption(self, sentence: str, step: str) -> None:
        """Say why no more comes: above the rows that are there, or in the place of the list."""
        page = self.panel.results
        if self.results.is_begun:
            page.show_notice(sentence, step)
        else:
            page.show_heading("")
            page.show_empty(sentence, step)
        # Last: the keyboard may be on the button that goes with it.
        page.show_busy(is_busy=False)

    @Slot(object)
    def _show_part(self, part: object) -> None:
        assert self._news is not None
        if part == _ALL:
            told = {study.nct_id: novelty for study, novelty in self._news.found}
            self.results.find(self.results.query, told)
            return
        wanted = {_NEWS: tuple(Novelty), _NEW: (Novelty.NEW,)}.get(str(part), (Novelty.CHANGED,))
        self.results.list_these([one for one in self._news.found if one[1] in wanted])

    def _mark_rows(self) -> None:
        rows = tuple(self._rows.known())
        try:
            self._standings = standings(self._shelf, rows)
            own = read_marks([row.nct_id for row in rows], self._shelf, Progress(_tell_nobody))
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        marks = {
            nct_id: own.marks.get(nct_id, NO_MARKS)._replace(
                days_left=None,
                end_words=Mark(standing, self.results.novelties.get(nct_id)).phrases,
            )
            for nct_id, standing in self._standings.items()
        }
        self._rows.extras.show_marks(tuple(marks), marks)

    @Slot(str)
    def _go_to(self, nct_id: str) -> None:
        """Read what Enter was pressed on, with the keyboard on it."""
        if self._standings.get(nct_id) is Standing.HELD:
            self.study_activated.emit(nct_id)
        else:
            self._read(nct_id)

    @Slot(str)
    def _read(self, nct_id: str) -> None:
        """Read from the registry what was pressed and is not held as it is there."""
        standing = self._standings.get(nct_id, Standing.NOT_HELD)
        if standing is not Standing.HELD:
            self.unheld_wanted.emit(nct_id, standing)

    @Slot(str)
    def _follow(self, nct_id: str) -> None:
        """Show what the library holds of the study that was come to; nothing is sent."""
        if self._standings.get(nct_id) is Standing.HELD:
            self.study_wanted.emit(nct_id)

    @Slot()
    def _keep_all(self) -> None:
        self.keep_all_wanted.emit(self.results.query, self.results.total)

    @property
    def can_save(self) -> bool:
        """Whether a search was run that is not kept yet."""
        return self._is_run and not self._is_saved

    @Slot()
    def save(self) -> None:
        """Ask for the search to be kept."""
        if self.can_save:
            self.save_wanted.emit(self.results.query, self.results.total)


_ALL, _NEWS, _NEW, _CHANGED = "all", "news", "new", "changed"


def _parts(news: News) -> Sequence[tuple[str, str]]:
    new, changed = news.count(Novelty.NEW), news.count(Novelty.CHANGED)
    told = (
        (_("New and changed ({count})"), _NEWS, new + changed),
        (_("New ({count})"), _NEW, new),
        (_("Changed ({count})"), _CHANGED, changed),
        (_("All ({count})"), _ALL, news.total),
    )
    return [(words.format(count=grouped(n)), part) for words, part, n in told]


def _tell_nobody(_done: int, _total: int) -> None:
    """Marks are read at once."""
