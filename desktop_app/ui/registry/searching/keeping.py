"""Keeping results of a search: those that are selected, or all that it finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.means import Means
from desktop_app.ui.registry.downloading.download_run import DownloadRun
from desktop_app.ui.registry.downloading.download_words import end_words, progress_words
from desktop_app.ui.registry.fetching.fetch_run import FetchRun
from desktop_app.ui.registry.fetching.to_come import ToCome
from desktop_app.ui.registry.waits import Waits

if TYPE_CHECKING:
    from desktop_app.registry.client import RegistryClient
    from desktop_app.registry.downloads.progress import DownloadProgress
    from desktop_app.registry.downloads.results import DownloadResult
    from desktop_app.registry.recent import RecentStudies

_READ_ONLY = N_("The library can only be read, so nothing can be kept.")
_CANCEL, _KEEP_ALL = N_("Cancel"), N_("Keep All")
_MEAN_BYTES = 17_000
"""Of a record, in the registry as a whole."""
_MEGABYTE = 1_000_000
_VERY_MANY = 100_000
_LOOKS_AGAIN = 3_000
"""Milliseconds after which the list is looked at again while studies come."""


class Keeping(QObject):
    """One thing at a time. ``told`` tells in words how far it is, and whether it goes on."""

    library_changed = Signal()
    told = Signal(str, bool)

    def __init__(
        self,
        means: Means,
        client: Callable[[], RegistryClient],
        recent: RecentStudies,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._means, self._client, self._window = means, client, window
        self._recent = recent
        self._asking = type(means.reading)(self, name="keeping results")
        self._to_come = ToCome(means, self)
        self._run: FetchRun | None = None
        self._interrupted: tuple[str, ...] = ()
        self._waits = Waits(self)
        self._waits.changed.connect(self._tell_wait)
        self._download: DownloadRun | None = None
        self._changes = QTimer(self)
        self._changes.setInterval(_LOOKS_AGAIN)
        self._changes.timeout.connect(self.library_changed)

    def keep(self, nct_ids: Sequence[str]) -> None:
        """Fetch studies by their numbers into the library."""
        if nct_ids and self._may_begin():
            self._start(tuple(dict.fromkeys(nct_ids)))

    def keep_all(self, query: StudiesQuery, total: int) -> None:
        """Say how much it is, and fetch all that a search finds into the library."""
        if not self._may_begin():
            return
        dialog = NoticeDialog(
            self._window, _("Keep All"), _all_words(total), choices=(_CANCEL, _KEEP_ALL)
        )
        dialog.finished.connect(partial(self._take_choice, dialog, query))
        dialog.open()

    @Slot()
    def stop(self) -> None:
        """Fetch no more; what came is kept."""
        if self._run is not None:
            self._run.stop()
        if self._download is not None:
            self._download.stop()

    def close(self) -> None:
        """Stop, and wait for it; the next start offers to go on."""
        left = self._left()
        self.stop()
        self._changes.stop()
        self._asking.close()
        self._to_come.close(left)
        if self._download is not None:
            self._download.close()

    def _left(self) -> tuple[str, ...]:
        """Return what did not come yet, also where the line broke; none that somebody stopped."""
        run = self._run
        under_way = () if run is None or run.is_stopped else run.errand.left
        return (*under_way, *self._interrupted)

    def _may_begin(self) -> bool:
        is_busy = self._run is not None or (self._download and self._download.is_running)
        if self._means.library.is_read_only:
            self.told.emit(_(_READ_ONLY), False)
        elif is_busy:
            self.told.emit(_("Other studies are being kept. Try again when they are there."), True)
        return not (self._means.library.is_read_only or is_busy)

    def _start(self, nct_ids: tuple[str, ...]) -> None:
        run = FetchRun(
            self._client,
            self._means.library,
            self._asking,
            self._means.writing,
            self,
            on_wait=self._waits.tell,
            recent=self._recent,
        )
        self._run = run
        asked = frozenset(nct_ids)
        self._interrupted = tuple(one for one in self._interrupted if one not in asked)
        run.progressed.connect(self._tell_progress)
        run.ended.connect(self._end)
        self.told.emit(_progress_words(0, len(nct_ids)), True)
        self._to_come.note((*nct_ids, *self._interrupted))
        run.start(nct_ids)

    @Slot(int, int)
    def _tell_progress(self, done: int, total: int) -> None:
        self._to_come.note_rest(total - done + len(self._interrupted), self._left)
        self.told.emit(_progress_words(done, total), True)

    @Slot(str)
    def _tell_wait(self, wait: str) -> None:
        if self._run is not None:
            errand = self._run.errand
            words = _progress_words(len(errand.fates), len(errand.nct_ids))
            self.told.emit(" · ".join(filter(None, (words, wait))), True)

    @Slot(object)
    def _end(self, run: FetchRun) -> None:
        self._run = None
        if not run.is_stopped:
            self._interrupted = (*self._interrupted, *run.errand.left)
        self._to_come.note(self._left())
        if run.kept:
            self.library_changed.emit()
        self.told.emit(_kept_words(run), False)
        run.deleteLater()

    def _take_choice(self, dialog: NoticeDialog, query: StudiesQuery, _result: int) -> None:
        if dialog.choice == _KEEP_ALL:
            self._keep_all(query)

    def _keep_all(self, query: StudiesQuery) -> None:
        if self._download is None:
            path, runner = self._means.library.path, type(self._means.reading)
            self._download = DownloadRun(self._client, path, runner, self)
            self._download.progressed.connect(self._tell_download)
            self._download.ended.connect(self._end_download)
            self._download.failed.connect(self._fail_download)
        self.told.emit(_("Fetching …"), True)
        self._changes.start()
        # An order would make the registry slower, and the download another one.
        self._download.start(replace(query, order=Order.NONE))

    @Slot(object)
    def _tell_download(self, progress: DownloadProgress) -> None:
        if self._download is not None and self._download.is_running:
            self.told.emit(progress_words(progress), True)

    @Slot(object)
    def _end_download(self, result: DownloadResult) -> None:
        self._tell_end(end_words(result))

    @Slot(object)
    def _fail_download(self, error: DesktopAppError) -> None:
        kept = _("What came is kept, and Keep All goes on from there.")
        self._tell_end(joined_sentences((str(error), kept)))

    def _tell_end(self, words: str) -> None:
        self._changes.stop()
        self.library_changed.emit()
        self.told.emit(words, False)


def _progress_words(done: int, total: int) -> str:
    words = ngettext("{done} of {count} study kept", "{done} of {count} studies kept", total)
    return words.format(done=grouped(done), count=grouped(total))


def _all_words(total: int) -> str:
    megabytes = max(1, round(total * _MEAN_BYTES / _MEGABYTE))
    words = ngettext(
        "Keep {count} study in your library? About {megabytes} MB will be fetched from"
        " ClinicalTrials.gov. You can stop at any time, and go on later.",
        "Keep all {count} studies in your library? About {megabytes} MB will be fetched from"
        " ClinicalTrials.gov. You can stop at any time, and go on later.",
        total,
    )
    said = [words.format(count=grouped(total), megabytes=grouped(megabytes))]
    if total > _VERY_MANY:
        said.append(
            _(
                "For so many it takes hours. ClinicalTrials.gov offers all of its studies as one"
                " file, too: download that with a browser, and open it here."
            )
        )
    return "\n\n".join(said)


def _kept_words(run: FetchRun) -> str:
    kept, left = len(run.kept), len(run.errand.left)
    said = []
    if kept:
        words = ngettext("{count} study is kept.", "{count} studies are kept.", kept)
        said.append(words.format(count=grouped(kept)))
    said += [f"{fate.asked}: {fate.problem}" for fate in run.lost]
    if run.failure is not None:
        said.append(str(run.failure))
    if left:
        words = ngettext("{count} was not fetched.", "{count} were not fetched.", left)
        said.append(words.format(count=grouped(left)))
    return " ".join(said)
