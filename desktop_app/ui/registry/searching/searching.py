"""Searching the registry in the window: made, wired and shown when somebody first wants it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.languages import _
from desktop_app.registry.queries import StudiesQuery
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.scopes import Scope, ScopeKind
from desktop_app.ui.library.sidebar.sidebar_desk import SidebarDesk
from desktop_app.ui.means import Means
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.registry.registry_access import RegistryAccess

if TYPE_CHECKING:
    from desktop_app.errors import DesktopAppError
    from desktop_app.registry.news import News
    from desktop_app.registry.recent import RecentStudies
    from desktop_app.ui.registry.searching.asking import Asking
    from desktop_app.ui.registry.searching.keeping import Keeping
    from desktop_app.ui.registry.searching.saved_runs import Run, SavedRuns
    from desktop_app.ui.registry.searching.search_desk import SearchDesk
    from desktop_app.ui.registry.searching.unkept_reading import UnkeptReading

_LOOKS_AGAIN = 400
"""Milliseconds between two looks at what the library holds, while studies are kept."""


class Searching(QObject):
    """``place_wanted`` tells what is to be seen in the place of the list, None for the list.

    ``strip_made`` tells the strip above a study that is not kept, ``unkept_wanted`` such a study.
    """

    place_wanted = Signal(object)
    strip_made = Signal(object)
    unkept_wanted = Signal(object)
    study_wanted = Signal(str)
    study_activated = Signal(str)
    library_changed = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        means: Means,
        browser: LibraryBrowser,
        sidebar: SidebarDesk,
        personal: PersonalActions,
        registry: RegistryAccess,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._means, self._browser, self._sidebar = means, browser, sidebar
        self._personal, self._registry, self._window = personal, registry, window
        self._made: SearchDesk | None = None
        self._askings: list[Asking] = []
        browser.query_changed.connect(self._leave)
        sidebar.sidebar.scope_wanted.connect(self._follow_scope)

    @Slot()
    def search_registry(self) -> None:
        """Search ClinicalTrials.gov."""
        self._desk.search_registry()

    @Slot()
    def keep_record(self) -> None:
        """Keep the record that is shown and was only read so far."""
        if self._made is None or not self._unkept.keep():
            self.said.emit(_("This record is in your library already."))

    @Slot()
    def take_focus(self) -> None:
        """Put the keyboard on the panel, where that is seen."""
        if self.is_shown:
            self._desk.panel.take_focus()

    @property
    def is_shown(self) -> bool:
        """Whether the panel is seen in the place of the list."""
        return self._made is not None and self._made.is_shown

    def save(self) -> bool:
        """Keep the search of the registry under a name; tells whether that is what is seen."""
        if self.is_shown and not self._desk.can_save:
            self.said.emit(_("There is no new search to save. Press Search first."))
        elif self.is_shown:
            self._desk.save()
        return self.is_shown

    @Slot(str)
    def show_study(self, nct_id: str) -> None:
        """Follow the study that is shown: only one that is not kept has the strip."""
        if self._made is not None:
            self._unkept.follow(nct_id)

    @Slot()
    def look_again(self) -> None:
        """Look again at what of the results the library holds, after it has changed."""
        if self._made is not None:
            self._made.look_again()
            self._unkept.look_again()

    def close(self) -> None:
        """Ask nothing any more."""
        # Only those that are made: at the end, it is too late to open anything.
        saved: SavedRuns | None = self.__dict__.get("_saved")
        keeping: Keeping | None = self.__dict__.get("_keeping")
        looking: QTimer | None = self.__dict__.get("_looking")
        if saved is not None:
            saved.close()
        if keeping is not None:
            keeping.close()
        if looking is not None:
            looking.stop()
        for asking in self._askings:
            asking.close()

    @cached_property
    def _desk(self) -> SearchDesk:
        from desktop_app.ui.registry.searching.search_desk import SearchDesk

        made = self._made = SearchDesk(self._asking(), self._means.shelf, self)
        made.place_wanted.connect(self._show_place)
        made.study_wanted.connect(self.study_wanted)
        made.study_activated.connect(self.study_activated)
        made.unheld_wanted.connect(self._unkept.read)
        made.keep_wanted.connect(self._keep)
        made.keep_all_wanted.connect(self._keep_all)
        made.stop_keeping_wanted.connect(self._stop_keeping)
        made.save_wanted.connect(self._save)
        made.run_again_wanted.connect(self._run_again)
        made.failed.connect(self.failed)
        made.begun_anew.connect(self._show_scope_listed)
        made.left.connect(self._show_scope_listed)
        return made

    @cached_property
    def _recent(self) -> RecentStudies:
        from desktop_app.registry.recent import RecentStudies

        return RecentStudies()

    @cached_property
    def _unkept(self) -> UnkeptReading:
        from desktop_app.ui.registry.searching.unkept_reading import UnkeptReading

        made = UnkeptReading(self._means, self._asking(), self._recent, self._window)
        self.strip_made.emit(made.strip)
        made.opened.connect(self.unkept_wanted)
        made.kept.connect(self._tell_kept)
        made.library_changed.connect(self.library_changed)
        made.said.connect(self.said)
        made.read_failed.connect(self._tell_unread)
        made.failed.connect(self.failed)
        return made

    @cached_property
    def _keeping(self) -> Keeping:
        from desktop_app.ui.registry.searching.keeping import Keeping

        made = Keeping(self._means, self._registry.client, self._recent, self._window)
        made.library_changed.connect(self.library_changed)
        made.told.connect(self._tell_keeping)
        return made

    @cached_property
    def _looking(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_LOOKS_AGAIN)
        timer.timeout.connect(self._desk.look_again)
        return timer

    @cached_property
    def _saved(self) -> SavedRuns:
        from desktop_app.ui.registry.searching.saved_runs import SavedRuns

        writer = self._means.library.personal_writer()
        made = SavedRuns(self._personal, writer, self._means.keeping, self._asking, self._window)
        made.begun.connect(self._begin_run)
        made.ended.connect(self._end_run)
        made.run_failed.connect(self._fail_run)
        made.failed.connect(self.failed)
        return made

    def _asking(self) -> Asking:
        from desktop_app.ui.registry.searching.asking import Asking

        made = Asking(self._registry.client, type(self._means.reading), self)
        self._askings.append(made)
        return made

    @Slot(object)
    def _show_place(self, place: QWidget | None) -> None:
        if place is not None:
            self._browser.list.view.clearSelection()
        step = self._browser.list.step if place is None else self._desk.panel.results.step
        self._browser.stepping = step
        self.place_wanted.emit(place)

    @Slot(object)
    def _follow_scope(self, scope: Scope) -> None:
        if scope.kind is ScopeKind.REGISTRY:
            self._saved.run(scope.key, self._desk.asking)
        else:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        """Go back to the library, of which something is to be listed."""
        if self._made is not None:
            self._made.leave()

    @Slot()
    def _show_scope_listed(self) -> None:
        self._sidebar.sidebar.show_scope(self._browser.query.scope)

    @Slot(object, int)
    def _save(self, query: StudiesQuery, total: int) -> None:
        self._saved.save(query, total)

    @Slot(object)
    def _keep(self, nct_ids: Sequence[str]) -> None:
        self._keeping.keep(nct_ids)

    @Slot(object, int)
    def _keep_all(self, query: StudiesQuery, total: int) -> None:
        self._keeping.keep_all(query, total)

    @Slot()
    def _stop_keeping(self) -> None:
        self._keeping.stop()

    @Slot(str, bool)
    def _tell_keeping(self, words: str, is_busy: bool) -> None:
        self._desk.tell_keeping(words, is_busy=is_busy)
        if is_busy:
            self._look_soon()
        else:
            self._looking.stop()
            self._desk.look_again()

    def _look_soon(self) -> None:
        if not self._looking.isActive():
            self._looking.start()

    @Slot(str)
    def _tell_kept(self, nct_id: str) -> None:
        self.study_wanted.emit(nct_id)
        self.library_changed.emit()

    @Slot(object)
    def _tell_unread(self, error: DesktopAppError) -> None:
        self._desk.tell_unread(error)

    @Slot(object)
    def _begin_run(self, run: Run) -> None:
        self._desk.begin_run(run.query)
        scope = Scope(ScopeKind.REGISTRY, run.saved.id, run.saved.name)
        self._sidebar.sidebar.show_scope(scope)

    @Slot(object, object)
    def _end_run(self, run: Run, news: News) -> None:
        self._desk.show_news(run.query, news)

    @Slot(object, object)
    def _fail_run(self, run: Run, error: DesktopAppError) -> None:
        self._desk.fail_run(run.query, error)

    @Slot()
    def _run_again(self) -> None:
        self._saved.again(self._desk.asking)
