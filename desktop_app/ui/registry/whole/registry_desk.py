"""The download of the whole registry: begun, paused, gone on with, and told of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _
from desktop_app.punctuation import joined_sentences
from desktop_app.registry.queries import StudiesQuery
from desktop_app.ui.means import Means
from desktop_app.ui.registry.downloading.download_run import DownloadRun
from desktop_app.ui.registry.stopping import stopping_with
from desktop_app.ui.tasks import Progress

if TYPE_CHECKING:
    from desktop_app.registry.client import RegistryClient
    from desktop_app.registry.downloads.asked import AskedFor
    from desktop_app.registry.downloads.progress import DownloadProgress
    from desktop_app.registry.downloads.results import DownloadResult
    from desktop_app.ui.registry.whole.left_downloads import LeftDownload
    from desktop_app.ui.registry.whole.outlook import Outlook
    from desktop_app.ui.registry.whole.registry_dialog import RegistryDialog

_READ_ONLY = N_("The library can only be read now, so nothing can be downloaded into it.")
_GOES_ON = N_("What came is kept, and the download goes on from there.")


class RegistryDesk(QObject):
    """One download at a time. ``offered`` says something with what can be done about it.

    ``started`` hands over the task of a download, what to say of it and what puts its progress
    into words.
    """

    started = Signal(object, str, object)
    said = Signal(str)
    offered = Signal(str, str, object)
    failed = Signal(object)
    library_changed = Signal()

    def __init__(
        self,
        means: Means,
        client: Callable[[], RegistryClient],
        host: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = means.library.path
        self._is_read_only = means.library.is_read_only
        self._client, self._host, self._window = client, host, window
        runner = type(means.previewing)
        self._asking = runner(self, name="registry size")
        self._run = DownloadRun(client, self._library, runner, self)
        self._run.progressed.connect(self._tell_progress)
        self._run.ended.connect(self._tell_end)
        self._run.failed.connect(self._tell_failed)
        self._dialog: RegistryDialog | None = None
        self._reached: DownloadProgress | None = None
        self._asked: AskedFor = StudiesQuery()
        self._is_paused = self._is_continued = False

    @Slot()
    def get_registry(self) -> None:
        """Show what a download of the registry is, and how far it is."""
        if self._is_read_only:
            self.said.emit(_(_READ_ONLY))
            return
        try:
            dialog = self._dialog or self._make_dialog(self._host())
        except DesktopAppError as error:
            self.failed.emit(error)
            return
        dialog.show_running(is_running=self._run.is_running, is_paused=self._is_paused)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if not self._run.is_running:
            self._tell_waiting(dialog)

    def offer_to_continue(self) -> None:
        """Offer to go on with a download that did not come to its end."""
        left = None if self._is_read_only else self._left()
        if left is not None:
            self._offer(left)

    def _offer(self, left: LeftDownload, before: str = "") -> None:
        """Offer to go on with it, after what is said of the one before."""
        words = joined_sentences((before, left.offer))
        self.offered.emit(words, _("Continue"), partial(self._continue, left.asked))

    def close(self) -> None:
        """End for now, before the library is closed; it can go on at another start."""
        self._asking.close()
        self._run.close()

    def _make_dialog(self, host: str) -> RegistryDialog:
        from desktop_app.ui.registry.whole.registry_dialog import RegistryDialog

        dialog = self._dialog = RegistryDialog(host, self._window)
        dialog.size_wanted.connect(self._ask_size)
        dialog.download_wanted.connect(self._start)
        dialog.pause_wanted.connect(self._pause)
        dialog.stop_wanted.connect(self._run.stop)
        dialog.destroyed.connect(self._forget)
        return dialog

    @Slot()
    def _forget(self) -> None:
        self._dialog = None
        if self._run.is_running:
            words = _("The download goes on. Library > Get the Whole Registry shows how far it is.")
            self.offered.emit(words, _("Show"), self.get_registry)

    def _left(self, *, is_search: bool = False) -> LeftDownload | None:
        """Return the last download that waits to go on."""
        from desktop_app.ui.registry.whole.left_downloads import left_download

        try:
            return left_download(self._library, is_search=is_search)
        except DesktopAppError as error:
            self.failed.emit(error)
            return None

    def _tell_waiting(self, dialog: RegistryDialog) -> None:
        left = self._left(is_search=True)
        if left is not None:
            asked = left.asked
            dialog.words.setText(asked.terms if isinstance(asked, StudiesQuery) else "")
            dialog.say(joined_sentences((left.words, _("Download goes on from there."))))

    def _continue(self, asked: AskedFor) -> None:
        # The dialog is for searches; of numbers, it is told in the window how far they are.
        if isinstance(asked, StudiesQuery):
            self.get_registry()
        self._start(asked, is_continued=True)

    @Slot(object)
    def _ask_size(self, query: StudiesQuery) -> None:
        self._say(_("Asking the registry …"))
        work = partial(_outlook, self._client, query, self._library.parent)
        self._asking.start(work, on_success=self._tell_outlook, on_failure=self._tell_unknown)

    @Slot(object)
    def _tell_outlook(self, outlook: Outlook) -> None:
        from desktop_app.ui.registry.whole.outlook import outlook_words

        self._say(outlook_words(outlook), is_warning=not outlook.fits)

    @Slot(object)
    def _tell_unknown(self, error: DesktopAppError) -> None:
        self._say(str(error), is_warning=True)

    @Slot(object)
    def _start(self, asked: AskedFor, *, is_continued: bool = False) -> None:
        if self._run.is_running:
            return
        self._is_paused, self._is_continued = False, is_continued
        self._reached, self._asked = None, asked
        self._say(_("Asking the registry …"))
        if self._dialog is not None:
            self._dialog.show_running(is_running=True)
            self._dialog.show_progress(0, 0)
        self._run.start(asked)
        if self._run.task is not None:
            self.started.emit(self._run.task, _("Asking the registry …"), self._reached_words)

    def _reached_words(self, _done: int, _total: int) -> str:
        """Return how far it is, and what it waits for."""
        from desktop_app.ui.registry.downloading.download_words import progress_words

        reached = self._reached
        return _("Asking the registry …") if reached is None else progress_words(reached)

    @Slot(bool)
    def _pause(self, is_paused: bool) -> None:
        self._is_paused = is_paused
        self._run.pause(is_paused=is_paused)
        if self._dialog is not None:
            self._dialog.show_running(is_running=self._run.is_running, is_paused=is_paused)

    @Slot(object)
    def _tell_progress(self, progress: DownloadProgress) -> None:
        from desktop_app.ui.registry.downloading.download_words import progress_words

        self._reached = progress
        if self._dialog is not None and self._run.is_running:
            self._dialog.show_progress(progress.done, progress.total)
            self._dialog.say(progress_words(progress), is_warning=bool(progress.problem))

    @Slot(object)
    def _tell_end(self, result: DownloadResult) -> None:
        from desktop_app.store.importing.control import Ending
        from desktop_app.ui.registry.downloading.download_words import result_words

        self._end(result_words(result), goes_on=result.ending is Ending.STOPPED)

    @Slot(object)
    def _tell_failed(self, error: DesktopAppError) -> None:
        self._end(str(error), goes_on=self._left() is not None, is_warning=True)

    def _end(self, words: str, *, goes_on: bool, is_warning: bool = False) -> None:
        """Say how it ended, in the dialog where that can go on with it."""
        self.library_changed.emit()
        told = joined_sentences((words, _(_GOES_ON) if goes_on else ""))
        is_search = isinstance(self._asked, StudiesQuery)
        if self._dialog is not None:
            self._dialog.show_running(is_running=False)
            self._dialog.say(told if is_search else words, is_warning=is_warning)
        is_told = self._dialog is not None and is_search
        left = self._left() if self._is_continued and not goes_on else None
        if goes_on and not is_told:
            self.offered.emit(told, _("Continue"), partial(self._continue, self._asked))
        elif left is not None:
            self._offer(left, "" if is_told else told)
        elif self._dialog is None:
            self.said.emit(told)

    def _say(self, words: str, *, is_warning: bool = False) -> None:
        if self._dialog is not None:
            self._dialog.say(words, is_warning=is_warning)


def _outlook(
    client: Callable[[], RegistryClient], query: StudiesQuery, folder: Path, progress: Progress
) -> Outlook:
    from desktop_app.ui.registry.whole.outlook import outlook_of

    progress(0)
    with stopping_with(progress) as stop:
        return outlook_of(client(), query, folder, stop)
