"""Looks things up in the library for the list; the newest query wins."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.store.library import Library
from desktop_app.ui.library.library_queries import (
    Page,
    Query,
    Whole,
    find_place,
    find_whole,
    giving_way,
    read_first,
    read_page,
)
from desktop_app.ui.tasks import Progress, Task, TaskRunner

if TYPE_CHECKING:
    from desktop_app.store.finding.found import Found

T = TypeVar("T")
_PAUSE = 20
"""Milliseconds after the first rows: counting would take time from their painting, and be given up
again where somebody goes on typing."""


class LibraryLookup(QObject):
    """Runs one query at a time, and beside it reads what is seen of its result.

    ``first_read`` and ``page_read`` tell a `Page`, ``whole_found`` a `Whole`, ``place_found`` a
    `Place`, ``ended`` that the whole is told to its end; nothing comes of a query once another was
    asked. What is seen is read through a connection of its own, by another thread: a query that
    counts may take a second.
    """

    first_read = Signal(object)
    page_read = Signal(object)
    whole_found = Signal(object)
    place_found = Signal(object)
    ended = Signal()
    failed = Signal(object)
    _told = Signal(int, object)

    def __init__(self, reader: Library, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._runner = runner
        self._glancing = type(runner)(self, name="glancing")
        self._glanced: Library | None = None
        self._running: list[Task] = []
        self._serial = 0
        self.query = Query()
        self.is_finding = False
        self._found: Found | None = None
        self._told.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.find)

    def begin(self, query: Query) -> None:
        """Take a query whose first rows are known."""
        self._stop()
        self.query = query

    def ask(self, query: Query) -> None:
        """Find what a query asks for; what was asked before is given up.

        Its first rows are read alone, and painted, before it is found as a whole.
        """
        self.begin(query)
        self.is_finding = True
        work = partial(read_first, self._reader, query)
        self._start(self._runner, work, self._take_first, self._fail)

    @Slot()
    def find(self) -> None:
        """Find the whole of what was asked."""
        tell = partial(self._told.emit, self._serial)
        work = partial(find_whole, self._reader, self.query, tell)
        self.is_finding = True
        self._start(self._runner, work, self._end, self._fail)

    def read_page(self, offset: int) -> None:
        """Read rows that are seen."""
        query, found = self.query, self._found
        self.glance(lambda library, progress: read_page(library, query, found, offset, progress),
                     self._take_page)  # fmt: skip

    def find_place(self, nct_id: str) -> None:
        """Find where a study stands."""
        query, found = self.query, self._found
        self.glance(lambda library, progress: find_place(library, query, found, nct_id, progress),
                     self._take_place)  # fmt: skip

    def close(self) -> None:
        """Give up everything, and close what was opened here."""
        self._stop()
        self._glancing.close()
        if self._glanced is not None:
            self._glanced.close()
            self._glanced = None

    def glance(
        self, work: Callable[[Library, Progress], T], on_success: Callable[[T], object]
    ) -> None:
        """Read something of what is listed; nothing comes of it once another query was asked."""
        self._start(self._glancing, partial(self._through_own_reader, work), on_success)

    def _through_own_reader(self, work: Callable[[Library, Progress], T], progress: Progress) -> T:
        """Run on the thread that alone uses that reader."""
        if self._glanced is None:
            self._glanced = self._reader.another_reader()
        with giving_way():
            return work(self._glanced, progress)

    def _start(
        self,
        runner: TaskRunner,
        work: Callable[[Progress], T],
        on_success: Callable[[T], object],
        on_failure: Callable[[DesktopAppError], object] | None = None,
    ) -> None:
        failed = on_failure or self.failed.emit
        task = runner.start(work, on_success=on_success, on_failure=failed)
        if not task.is_finished:
            self._running.append(task)
            task.finished.connect(partial(self._forget, task))

    def _forget(self, task: Task) -> None:
        if task in self._running:
            self._running.remove(task)

    def _stop(self) -> None:
        self._serial += 1
        self._pause.stop()
        self.is_finding = False
        self._found = None
        for task in self._running:
            task.cancel()
        if self._running:
            self._reader.interrupt()
            if self._glanced is not None:
                self._glanced.interrupt()
        self._running.clear()

    @Slot(int, object)
    def _take(self, serial: int, whole: Whole) -> None:
        """Take what another thread tells; it may have been on its way when a query came."""
        if serial == self._serial:
            self._found = whole.found
            self.whole_found.emit(whole)

    @Slot(object)
    def _take_first(self, page: Page) -> None:
        self.first_read.emit(page)
        if page.query is not self.query:
            return
        if self._runner.is_immediate:
            self.find()
        else:
            self._pause.start()

    @Slot(object)
    def _take_page(self, page: Page) -> None:
        self.page_read.emit(page)

    @Slot(object)
    def _take_place(self, place: object) -> None:
        self.place_found.emit(place)

    @Slot(object)
    def _end(self, _nothing: object) -> None:
        """The whole was told already."""
        self.is_finding = False
        self.ended.emit()

    @Slot(object)
    def _fail(self, error: DesktopAppError) -> None:
        self.is_finding = False
        self.failed.emit(error)
