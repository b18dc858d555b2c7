"""The commands that bring records in: from files, folders, drops and the clipboard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.errors import StoreError
from desktop_app.languages import _, ngettext
from desktop_app.presentation.origins import CLIPBOARD
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences
from desktop_app.registry.identifiers import read_request
from desktop_app.store.exchange.format import is_exchange_file
from desktop_app.store.library import Library
from desktop_app.systems import note_recent_file
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.library.drops import dropped_paths
from desktop_app.ui.library.import_words import (
    counts_of_result,
    rejected_lines,
    waiting_words,
    words_of,
    words_of_report,
)
from desktop_app.ui.library.import_work import (
    ImportRun,
    NewStudies,
    import_bytes,
    import_paths,
)
from desktop_app.ui.models.import_model import (
    ImportLine,
    Outcome,
    counts_in_words,
    counts_of,
)
from desktop_app.ui.settings import SettingsKeeper
from desktop_app.ui.tasks import TaskRunner, Work

if TYPE_CHECKING:
    from desktop_app.store.importing.runs import Run
    from desktop_app.ui.library.large_import import LargeImport

_SUFFIXES = (
    "*.trial *.triallibrary *.json *.jsonl *.ndjson *.xml *.txt *.html *.htm *.zip *.gz *.csv"
)
_LONGEST_REQUEST = 200_000
_BEGINS_RECORD = ("{", "[", "<")
_REFRESH_MS = 1000
"""How often the list follows a long import; oftener would slow the import."""


def is_short_request(text: str) -> bool:
    """Tell whether a text is made of numbers or an address alone, and so is no record."""
    if len(text) > _LONGEST_REQUEST or text.lstrip()[:1] in _BEGINS_RECORD:
        return False
    request = read_request(text)
    return request.is_numbers or (bool(request) and len(text.split()) == 1)


def record_filter() -> str:
    """Return the kinds of files among which a dialog lets one choose."""
    # Not within an f-string, where translators' tools find no texts.
    records, others = _("Records"), _("All files")
    return f"{records} ({_SUFFIXES});;{others} (*)"


def importing_words(name: str, count: int = 1) -> str:
    """Return what is being imported: a file by its name, several by their number, or a text."""
    if name:
        return _("Importing {name} …").format(name=name)
    if count > 1:
        words = ngettext("Importing {count} file …", "Importing {count} files …", count)
        return words.format(count=grouped(count))
    return _("Importing the clipboard …")


def encoded(text: str) -> bytes:
    """Return a text as UTF-8; half a character as bytes that the reader finds odd."""
    return text.encode(errors="surrogatepass")


class Importer(QObject):
    """Runs imports one after the other and shows what they brought.

    ``started`` tells a task, what is said of it, and what puts its progress into words;
    ``pause_offered`` whether a large import can wait, and whether it does. ``waiting_found`` tells
    whether one that did not come to its end can go on. ``library_changed`` comes while an import
    runs, too. ``study_wanted`` tells the one study that
    was brought in, or that somebody chose among the results, ``numbers_pasted`` a text of numbers.
    ``undo_offered`` tells what was done, a word for undoing it, and what does that.
    """

    started = Signal(object, str, object)
    said = Signal(str)
    undo_offered = Signal(str, str, object)
    failed = Signal(object)
    library_changed = Signal()
    library_file_wanted = Signal(object)
    numbers_pasted = Signal(str)
    study_wanted = Signal(str)
    pause_offered = Signal(bool, bool)
    waiting_found = Signal(bool)

    def __init__(
        self, library: Library, settings: SettingsKeeper, runner: TaskRunner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._library = library
        self._settings = settings
        self._runner = runner
        self._window = window
        self._last: Sequence[ImportLine] = ()
        self._told = ""
        self._waiting: Run | None = None
        self._under_way: set[ImportRun] = set()
        self._stopped: list[ImportLine] = []
        self._stopped_large: Counter[Outcome] = Counter()
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self.library_changed)

    @Slot()
    def open_files(self) -> None:
        """Ask for files, then import them."""
        folder = self._settings.current.last_import_folder
        names, _filter = QFileDialog.getOpenFileNames(
            self._window, _("Open Records"), folder, record_filter()
        )
        self.import_paths([Path(name) for name in names])

    @Slot()
    def open_folder(self) -> None:
        """Ask for a folder, then import all in it."""
        folder = self._settings.current.last_import_folder
        name = QFileDialog.getExistingDirectory(self._window, _("Open Folder"), folder)
        self.import_paths([Path(name)] if name else [])

    @Slot()
    def paste_record(self) -> None:
        """Import what is on the clipboard, or open the study whose number is on it."""
        # There is none where nobody has copied anything yet.
        content = QGuiApplication.clipboard().mimeData() or QMimeData()
        paths, text = dropped_paths(content), content.text()
        if paths:
            self.import_paths(paths)
        elif is_short_request(text):
            self.numbers_pasted.emit(text)
        elif text.strip():
            run, record = ImportRun(), encoded(text)
            self._start(run, partial(import_bytes, self._library, record, run), importing_words(""))
        else:
            self.said.emit(_("There is no text on the clipboard."))

    @Slot()
    def show_import_results(self) -> None:
        """Show what the last import brought."""
        if not self._last and not self._told:
            self.said.emit(_("Nothing has been imported since the start."))
            return
        from desktop_app.ui.dialogs.import_results import ImportResultsDialog

        dialog = ImportResultsDialog(self._last, self._window, told=self._told)
        dialog.study_activated.connect(self.study_wanted)
        dialog.show()

    @Slot()
    def pause_import(self) -> None:
        """Let the large imports wait that are under way, or let them go on."""
        for large in self._large():
            large.pause(is_paused=not large.is_paused)
        self._offer_pause()

    @Slot()
    def continue_import(self) -> None:
        """Go on with the import that did not come to its end."""
        from desktop_app.store.importing.waiting import is_of_now

        run, self._waiting = self._waiting, None
        self.waiting_found.emit(False)
        if run is None:
            return
        paths = [Path(source) for source in run.sources]
        # What a library for exchange brings was told, and wanted, when its import began.
        if any(map(is_exchange_file, paths)) and not is_of_now(run):
            self.import_paths(paths)
        else:
            self._import(paths)

    def let_go(self) -> None:
        """Follow no import any more, before the library is closed."""
        self._refresh.stop()

    def look_for_waiting(self) -> str:
        """Look for an import that did not come to its end; return what is to be said of it."""
        from desktop_app.store.importing.waiting import waiting_run

        if self._library.is_read_only or self._under_way:
            return ""
        try:
            self._waiting = waiting_run(self._library.path)
        except StoreError as error:
            self.failed.emit(error)
            return ""
        self.waiting_found.emit(self._waiting is not None)
        return waiting_words(self._waiting) if self._waiting is not None else ""

    def _large(self) -> list[LargeImport]:
        return [run.large for run in self._under_way if run.large is not None]

    def _offer_pause(self, *_progress: int) -> None:
        large = self._large()
        self.pause_offered.emit(bool(large), any(one.is_paused for one in large))

    @Slot(object)
    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders; what a library for exchange would bring is told first."""
        for path in filter(is_exchange_file, paths):
            self.library_file_wanted.emit(path)
        paths = [path for path in paths if not is_exchange_file(path)]
        if paths:
            self._import(paths)

    @Slot(object, object)
    def import_library_file(self, path: Path, new: NewStudies | None) -> None:
        """Import a large library for exchange, of which is told what is new, if not too much."""
        self._import([path], new)

    def _import(self, paths: Sequence[Path], new: NewStudies | None = None) -> None:
        self._settings.change(last_import_folder=str(paths[0].parent))
        run = ImportRun(paths[0].absolute() if len(paths) == 1 else None, new)
        told = importing_words(paths[0].name if len(paths) == 1 else "", len(paths))
        self._start(run, partial(import_paths, self._library, tuple(paths), run), told)

    def _start(self, run: ImportRun, work: Work[None], told: str) -> None:
        task = self._runner.start(work, on_success=run.finish, on_failure=self.failed.emit)
        if task.is_finished:
            self._end(run)
            return
        self._under_way.add(run)
        self._refresh.start()
        task.finished.connect(partial(self._end, run))
        task.progressed.connect(self._offer_pause)
        self.started.emit(task, told, partial(words_of, run))

    def _end(self, run: ImportRun) -> None:
        self._under_way.discard(run)
        if not self._under_way:
            self._refresh.stop()
        self._offer_pause()
        self.library_changed.emit()
        if run.large is not None:
            self._end_large(run, run.large)
            return
        self._told = ""
        if not run.is_finished:
            self._tell_stopped(run)
            return
        self._last = tuple(run.lines)
        self._keep_recent(run)
        note = self._last[0].note if len(self._last) == 1 else ""
        counts = _("{counts}.").format(counts=counts_of(self._last))
        self.said.emit(joined_sentences((counts, note)))
        self._show_outcome()

    def _end_large(self, run: ImportRun, large: LargeImport) -> None:
        """Tell what came of a large import, unless it failed, which is told already."""
        result = large.result
        if result is None:
            return
        outcomes = counts_of_result(result)
        counts = _("{counts}.").format(counts=counts_in_words(outcomes))
        if not run.is_finished:
            self._stopped_large.update(outcomes)
        elif run.path is not None and result.counts.all > result.counts.rejected:
            self._settings.add_recent(run.path)
            note_recent_file(run.path)
        self._last = rejected_lines(result)
        self._told = joined_sentences((counts, words_of_report(result)))
        if not run.is_finished:
            self._tell_stopped(run)
            return
        self._say(run, counts)
        if self._last:
            self.show_import_results()

    def _keep_recent(self, run: ImportRun) -> None:
        """Keep what was opened among the recent files; what holds no record does not stay there."""
        if run.path is None:
            return
        if any(line.outcome is not Outcome.REJECTED for line in run.lines):
            self._settings.add_recent(run.path)
            note_recent_file(run.path)
            return
        others = (name for name in self._settings.current.recent_files if name != str(run.path))
        self._settings.change(recent_files=tuple(others))

    def _tell_stopped(self, run: ImportRun) -> None:
        """Tell of all that one press of Cancel has stopped as of one import."""
        self._stopped.extend(run.lines)
        if self._stopped:
            self._last = tuple(self._stopped)
        counts = Counter(line.outcome for line in self._stopped) + self._stopped_large
        if counts:
            words = _("Stopped: {counts}. What was imported is kept.")
            self._say(run, words.format(counts=counts_in_words(counts)))
        else:
            self.said.emit(_("Stopped before anything was imported."))
        if not self._under_way:
            self._stopped.clear()
            self._stopped_large.clear()

    def _say(self, run: ImportRun, words: str) -> None:
        """Say what came of a run, and offer to throw away again what is new, if all of it came."""
        result = None if run.large is None else run.large.result
        new = run.new
        if new is not None and result is not None and result.counts.added == len(new.numbers):
            self.undo_offered.emit(words, _("Undo"), partial(new.throw_away, new.numbers))
        else:
            self.said.emit(words)

    def _show_outcome(self) -> None:
        if len(self._last) != 1:
            self.show_import_results()
        elif self._last[0].outcome is Outcome.REJECTED:
            line = self._last[0]
            refused = (
                _("The clipboard was not imported.")
                if line.origin == CLIPBOARD
                else _("{name} was not imported.").format(name=line.origin)
            )
            NoticeDialog(self._window, _("Not Imported"), f"{refused}\n\n{line.note}").open()
        else:
            self.study_wanted.emit(self._last[0].nct_id)
