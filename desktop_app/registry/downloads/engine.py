"""A download from its beginning, or from where it was, to its end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop_app.errors import (
    AnswerTooLargeError,
    PageTokenError,
    RegistryAnswerError,
    RegistryBusyError,
    RegistryError,
    RegistryUnreachableError,
    StoreError,
)
from desktop_app.languages import _
from desktop_app.registry.downloads.ahead import beside
from desktop_app.registry.downloads.asked import asked_in
from desktop_app.registry.downloads.control import DownloadControl
from desktop_app.registry.downloads.courses import Registry, Step, course_of
from desktop_app.registry.downloads.pace import Pace, Patience, Stride
from desktop_app.registry.downloads.progress import DownloadProgress, Speed, Stage
from desktop_app.registry.downloads.results import DownloadResult, notes_on
from desktop_app.registry.keeping import origin_of_page
from desktop_app.registry.stopping import RequestCancelled, Stop
from desktop_app.store.downloads.locks import take_download
from desktop_app.store.downloads.page_preparing import FoundPage
from desktop_app.store.downloads.pages import PageKeeper
from desktop_app.store.downloads.runs import Download, DownloadPosition
from desktop_app.store.importing.control import Ending

if TYPE_CHECKING:
    from desktop_app.store.rereading import ReadDocument

_TICK = 1.0
"""Seconds after which a download that waits tells how long it still does."""
_SECONDS_TO_LET_GO = 5.0
_DAY = 86_400.0
_ODD_ANSWERS = 6
"""So many in a row are borne, as from a network that asks for a log-in again."""

Tell = Callable[[DownloadProgress], None]
_Answer = TypeVar("_Answer")


def download(
    registry: Registry,
    library: Path,
    run: Download,
    control: DownloadControl,
    tell: Tell,
    *,
    reader: ReadDocument,
    pace: Pace | None = None,
) -> DownloadResult:
    """Download into a library file what a run is of, from where it is; blocks until its end.

    Where the line breaks, it waits and tries again, for hours; where not a single page came yet,
    it fails. Raises RegistryError or StoreError: what came is kept, and the download can go on.
    """
    lock = take_download(library.parent, run.id, _SECONDS_TO_LET_GO)
    if lock is None:
        raise StoreError(_("Another window or program is doing this download already."))
    try:
        with PageKeeper.open(library, reader) as keeper:
            current = keeper.current(run)
            if current is None:
                raise StoreError(_("This download came to its end in another window or program."))
            return _Downloading(registry, keeper, current, control, tell, pace or Pace()).run()
    finally:
        lock.let_go()


class _Downloading:
    """One download under way."""

    def __init__(
        self,
        registry: Registry,
        keeper: PageKeeper,
        run: Download,
        control: DownloadControl,
        tell: Tell,
        pace: Pace,
    ) -> None:
        self._registry = registry
        self._course = course_of(registry, asked_in(run.asked))
        self._keeper = keeper
        self._run = run
        self._control = control
        self._tell = tell
        self._pace = pace
        self._stride = Stride(pace)
        self._patience = Patience(pace)
        self._speed = Speed()

    def run(self) -> DownloadResult:
        """Do it; see `download`."""
        self._report(Stage.FETCHING)
        try:
            while self._may_go_on() and not self._run.position.is_complete:
                self._go_on()
        except RegistryError:
            if not self._run.position.pages:
                # Nothing came, so there is nothing to go on with.
                self._keeper.end(self._run)
            raise
        return self._end()

    def _may_go_on(self) -> bool:
        """Wait while the download is paused; tell whether it goes on."""
        while self._control.is_paused:
            self._speed.pause()
            self._report(Stage.PAUSED)
            self._control.wait(_TICK)
        return self._control.ending is None

    def _go_on(self) -> None:
        if not self._run.position.timestamp:
            version = self._asked(self._registry.version)
            if version is None:
                return
            position = replace(self._run.position, timestamp=version.data_timestamp)
            self._run = replace(self._run, position=position)
        self._report(Stage.FETCHING)
        step = self._asked(partial(self._step, self._run.position))
        while step is not None:
            step = self._asked(partial(self._keep_and_step, step))

    def _step(self, position: DownloadPosition, stop: Stop) -> Step:
        """Return what comes behind a position."""
        began = time.monotonic()
        step = self._course.step(position, self._stride.size, stop)
        self._stride.succeeded(time.monotonic() - began)
        return step

    def _keep_and_step(self, step: Step, stop: Stop) -> Step | None:
        """Keep what came, and return what comes behind it meanwhile, None where that is not asked.

        Whatever is wrong with the next page is met once this one is kept.
        """
        if step.position.is_complete or self._control.is_paused:
            self._keep(step)
            return None
        with beside(partial(self._step, step.position), stop) as coming:
            self._keep(step)
            self._report(Stage.FETCHING)
            return coming()

    def _asked(self, ask: Callable[..., _Answer]) -> _Answer | None:
        """Return what the registry answers; None where it is to be asked again, after a wait."""
        try:
            with self._control.stretch() as stop:
                answer = ask(stop=stop)
        except RequestCancelled:
            return None
        except PageTokenError:
            self._begin_again()
            return None
        except AnswerTooLargeError:
            if not self._stride.failed():
                raise
            return None
        except (RegistryUnreachableError, RegistryBusyError, RegistryAnswerError) as error:
            if not self._is_borne(error):
                raise
            self._stride.failed()
            self._wait(str(error), _seconds_asked(error))
            return None
        self._patience = Patience(self._pace)
        return answer

    def _is_borne(self, error: RegistryError) -> bool:
        """Note a failure; tell whether it is worth a wait."""
        now = time.monotonic()
        self._patience = self._patience.failed(now)
        is_odd = isinstance(error, RegistryAnswerError)
        if not self._run.position.pages or (is_odd and self._patience.tries > _ODD_ANSWERS):
            return False
        return not self._patience.is_over(now)

    def _wait(self, problem: str, least: float) -> None:
        """Wait before the next try, for at least some seconds; ends early when asked to."""
        self._speed.pause()
        until = time.monotonic() + max(self._patience.seconds, least)
        while self._control.ending is None and not self._control.is_paused:
            left = until - time.monotonic()
            if left <= 0:
                return
            self._report(Stage.WAITING, problem=problem, retry_in=left)
            if self._control.wait(min(left, _TICK)):
                return

    def _begin_again(self) -> None:
        position = self._run.position.begun_again()
        if position.restarts > self._pace.restarts:
            raise PageTokenError(
                _(
                    "The registry forgot the place in the list {count} times, so the download"
                    " stopped. What came is kept. Try again later."
                ).format(count=position.restarts)
            )
        self._run = replace(self._run, position=position)
        self._keeper.move(self._run)

    def _keep(self, step: Step) -> None:
        self._report(Stage.KEEPING)
        # A page without studies holds nothing that could not be understood.
        filled = [page for page in step.pages if page.studies]
        pages = [FoundPage(page.content, partial(origin_of_page, page)) for page in filled]
        run = replace(self._run, missing=(*self._run.missing, *step.missing))
        self._run = self._keeper.keep(run, pages, step.position, self._leave_where_ended)

    def _leave_where_ended(self) -> None:
        """Raise RequestCancelled where a page is to be kept no further: it is asked for again."""
        if self._control.ending is not None:
            raise RequestCancelled

    def _report(self, stage: Stage, *, problem: str = "", retry_in: float | None = None) -> None:
        position = self._run.position
        rate = self._speed.rate(position.done) if stage is Stage.FETCHING else None
        left = max(position.total - position.done, 0)
        self._tell(
            DownloadProgress(
                stage=stage,
                done=position.done,
                total=max(position.total, position.done) if position.total else 0,
                counts=self._run.counts,
                rate=rate,
                seconds_left=left / rate if rate and position.total else None,
                problem=problem,
                retry_in=retry_in,
            )
        )

    def _end(self) -> DownloadResult:
        self._report(Stage.FETCHING)
        ending = self._control.ending or Ending.FINISHED
        notes: tuple[str, ...] = ()
        if ending is Ending.FINISHED:
            notes = notes_on(self._run, self._timestamp())
        if ending is not Ending.STOPPED:
            self._keeper.end(self._run)
        return DownloadResult(ending, self._run, notes)

    def _timestamp(self) -> str:
        """Return the time of the registry's data now; empty where it does not say."""
        try:
            with self._control.stretch() as stop:
                return self._registry.version(stop).data_timestamp
        except (RegistryError, RequestCancelled):
            # All studies came: that is no reason to wait, or to fail.
            return ""


def _seconds_asked(error: RegistryError) -> float:
    """Return for how long the registry asks to be left alone, but no longer than a day."""
    retry_at = error.retry_at if isinstance(error, RegistryBusyError) else None
    if retry_at is None:
        return 0
    return min(max((retry_at - datetime.now(UTC)).total_seconds(), 0), _DAY)
