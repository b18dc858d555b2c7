"""Searches of the registry that are kept under a name: saved, and run again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.errors import DesktopAppError, RegistryQueryError
from desktop_app.languages import _
from desktop_app.registry.news import MOST_READ, LastRun, News, read_news, read_seen
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.query_json import query_json, read_query
from desktop_app.registry.stopping import Stop
from desktop_app.store.personal import registry_plans
from desktop_app.store.personal.plans import Plan
from desktop_app.store.personal.reader import PersonalReader
from desktop_app.store.personal.values import RegistrySearch
from desktop_app.store.personal.writer import PersonalWriter
from desktop_app.ui.personal.kinds import Kind
from desktop_app.ui.personal.name_dialog import NameDialog
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.registry.searching.asking import Asking, Registry
from desktop_app.ui.registry.searching.query_phrases import query_name
from desktop_app.ui.tasks import Progress, TaskRunner


@dataclass(frozen=True, slots=True)
class Run:
    """A search that is run again, and what it looks for."""

    saved: RegistrySearch
    query: StudiesQuery


class SavedRuns(QObject):
    """``begun`` and ``ended`` tell a `Run`, ``ended`` with its `News`, ``failed`` with the error.

    What a search finds is noted with it: right after it was saved, and after each run. Where a run
    tells news, these count as seen from then on, which can be undone.
    """

    begun = Signal(object)
    ended = Signal(object, object)
    run_failed = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        personal: PersonalActions,
        writer: PersonalWriter,
        keeping: TaskRunner,
        asking: Callable[[], Asking],
        front: QWidget,
    ) -> None:
        super().__init__(front)
        self._personal, self._writer, self._keeping = personal, writer, keeping
        self._asking, self._front = asking, front
        self._noting: Asking | None = None
        self._run: Run | None = None
        self._unsettled: tuple[StudiesQuery, int] | None = None
        self._noted: RegistrySearch | None = None
        personal.changed.connect(self._follow_change)
        personal.failed.connect(self._forget_saving)

    @property
    def reader(self) -> PersonalReader:
        """Return what tells of searches that are kept."""
        return self._personal.reader

    def save(self, query: StudiesQuery, total: int) -> None:
        """Ask for a name, and keep the search that was run just now."""
        question = _("Under which name shall this search stand in the sidebar?")
        use = partial(self._save, query, total)
        NameDialog(_("Save Search"), question, use, self._front, name=query_name(query)).open()

    def run(self, search_id: int, asking: Asking) -> None:
        """Run a search again, and tell what is new."""
        found = [one for one in self._searches() if one.id == search_id]
        for saved in found:
            self._begin(saved, asking)

    def again(self, asking: Asking) -> None:
        """Run once more what failed."""
        if self._run is not None:
            self._begin(self._run.saved, asking)

    def close(self) -> None:
        """Ask nothing any more, and write nothing."""
        if self._noting is not None:
            self._noting.close()
        self._writer.close()

    def _begin(self, saved: RegistrySearch, asking: Asking) -> None:
        try:
            query = read_query(saved.query)
            seen = self.reader.registry_seen(saved.id) if saved.keeps_seen else None
        except ValueError:
            words = _("The search “{name}” cannot be read. Delete it, and search anew.")
            self.failed.emit(RegistryQueryError(words.format(name=saved.name)))
            return
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        self._run = Run(saved, query)
        self.begun.emit(self._run)
        last = LastRun(saved.ran_at.date(), seen)
        asking.ask(_ReadNews(query, last), self._end, self._fail)

    def _save(self, query: StudiesQuery, total: int, name: str) -> None:
        self._unsettled = query, total
        self._personal.save_registry_search(name, query_json(query), total)

    @Slot(object, object)
    def _follow_change(self, _numbers: object, kind: Kind) -> None:
        """Note what a search finds that has just been saved, where it is not too much."""
        if kind is not Kind.SEARCHES or self._unsettled is None:
            return
        (query, total), self._unsettled = self._unsettled, None
        text = query_json(query)
        self._noted = next((one for one in self._searches()[::-1] if one.query == text), None)
        if self._noted is None or total > MOST_READ:
            return
        if self._noting is None:
            self._noting = self._asking()
        self._noting.ask(_ReadSeen(query), self._note, self._leave_noting)

    @Slot(object)
    def _forget_saving(self, _error: DesktopAppError) -> None:
        self._unsettled = None

    @Slot(object)
    def _note(self, seen: Mapping[int, str] | None) -> None:
        if self._noted is not None and seen is not None:
            self._write(registry_plans.note_run(self._noted.id, len(seen), seen))

    @Slot(object)
    def _leave_noting(self, _error: DesktopAppError) -> None:
        """Say nothing: then the days on which studies were posted tell what is new."""

    @Slot(object)
    def _end(self, news: News) -> None:
        assert self._run is not None
        saved = self._run.saved
        self.ended.emit(self._run, news)
        if news.found:
            self._personal.mark_news_seen(saved.id, saved.name, news.total, news.seen)
        else:
            self._write(registry_plans.note_run(saved.id, news.total, news.seen))

    @Slot(object)
    def _fail(self, error: DesktopAppError) -> None:
        self.run_failed.emit(self._run, error)

    def _write(self, plan: Plan) -> None:
        self._keeping.start(partial(_perform, self._writer, plan), on_success=self._tell_written)

    @Slot(object)
    def _tell_written(self, _nothing: object) -> None:
        """What was noted is looked up when the search is run again."""

    def _searches(self) -> tuple[RegistrySearch, ...]:
        try:
            return self.reader.registry_searches()
        except DesktopAppError as error:
            self.failed.emit(error)
            return ()


@dataclass(frozen=True, slots=True)
class _ReadNews:
    query: StudiesQuery
    last: LastRun

    def __call__(self, registry: Registry, stop: Stop) -> News:
        return read_news(registry, self.query, self.last, stop)


@dataclass(frozen=True, slots=True)
class _ReadSeen:
    query: StudiesQuery

    def __call__(self, registry: Registry, stop: Stop) -> Mapping[int, str] | None:
        return read_seen(registry, self.query, stop)


def _perform(writer: PersonalWriter, plan: Plan, _progress: Progress) -> None:
    writer.perform(plan)
