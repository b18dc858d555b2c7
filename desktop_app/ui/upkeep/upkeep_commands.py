"""The commands that back up, restore, check and build again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.errors import DesktopAppError, StoreError
from desktop_app.languages import N_, _, ngettext
from desktop_app.library_folders import LIBRARY_NAME
from desktop_app.presentation.wording import grouped
from desktop_app.store.backups.contents import changes_by
from desktop_app.store.backups.files import BackupFile, Kind
from desktop_app.store.backups.restoring import newest_sound, restore_library, restore_personal
from desktop_app.store.backups.rolling import back_up_daily
from desktop_app.store.upkeep import Upkeep
from desktop_app.store.whole_check import Checked, Part
from desktop_app.ui.afterwards import Afterwards
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.means import Means
from desktop_app.ui.status_line import Told
from desktop_app.ui.tasks import Progress, Task, TaskRunner, Work
from desktop_app.ui.upkeep.restore_dialog import Changes, RestoreDialog
from desktop_app.ui.upkeep.waiting import wait_for
from desktop_app.ui.upkeep.words import backup_words, checked_words

T = TypeVar("T")
_DAILY_AFTER_MS = 5_000
"""The backup of the day waits until the window has done what it is opened for."""
_RESTORE, _REBUILD, _LATER, _CLOSE = (
    N_("Restore…"),
    N_("Rebuild Index"),
    N_("Later"),
    N_("Close"),
)
_RESTORE_NOW = N_("Restore")


def percent_words(done: int, total: int) -> str:
    """Return how much of a file is copied."""
    return _("{percent} % copied").format(percent=done * 100 // total if total else 0)


def checked_so_far(done: int, total: int) -> str:
    """Return how many documents are checked."""
    if not total:
        return _("Checking the file and its index …")
    words = _("{number} of {total} documents checked")
    return words.format(number=grouped(done), total=grouped(total))


def rebuilt_so_far(done: int, total: int) -> str:
    """Return how many studies are built again."""
    words = _("Index: {number} of {total} studies")
    return words.format(number=grouped(done), total=grouped(total))


class UpkeepCommands(QObject):
    """Does its work while the library is in use.

    ``started`` hands over a task, what to say of it and what puts its progress into words;
    ``library_changed`` tells that the list is another, ``personal_changed`` that the stars, tags
    and notes are.
    """

    started = Signal(object, str, object)
    said = Signal(str)
    failed = Signal(object)
    library_changed = Signal()
    personal_changed = Signal()

    def __init__(self, means: Means, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._directories = means.directories
        self._upkeep: Upkeep = means.library.upkeep()
        self._is_read_only = means.library.is_read_only
        self._is_personal_kept = means.library.is_personal_kept
        self._problem = means.library.personal_problem
        self._runner: TaskRunner = means.upkeep
        self._writing: TaskRunner = means.writing
        self._afterwards: Afterwards = means.afterwards
        self._daily = QTimer(self)
        self._daily.setSingleShot(True)
        self._daily.timeout.connect(self._back_up_day)

    def begin(self) -> None:
        """Make the backup of the day in a while, and say what is wrong with the personal file."""
        if self._problem is not None:
            self._offer_personal_backup(self._problem)
        elif self._is_personal_kept:
            self._daily.start(_DAILY_AFTER_MS)

    @Slot()
    def back_up_now(self) -> None:
        """Copy the library, and what belongs to the person, into a folder."""
        folder = QFileDialog.getExistingDirectory(
            self._window, _("Choose a Folder for the Backup"), str(self._upkeep.backup_folder)
        )
        if folder:
            work = partial(self._upkeep.back_up, Path(folder))
            told = _("Backing up the library …")
            self._start(self._runner, work, self._tell_backed_up, told, percent_words)

    @Slot()
    def restore_backup(self) -> None:
        """Choose a backup, see what it changes, and restore it."""
        dialog = RestoreDialog(self._upkeep.backups(), self._compare, self._runner, self._window)
        dialog.wanted.connect(self.restore)
        dialog.open()

    @Slot()
    def check_library(self) -> None:
        """Check everything, and say what was found and what to do about it."""
        told = _("Checking the library …")
        self._start(self._runner, self._upkeep.check, self._tell_checked, told, checked_so_far)

    @Slot()
    def rebuild_index(self) -> None:
        """Build lists and index again from the documents."""
        if self._is_read_only:
            self._refuse()
            return
        told = _("Building the index again; the list fills as it is built …")
        work: Work[None] = self._upkeep.rebuild
        self._start(self._writing, work, self._tell_rebuilt, told, rebuilt_so_far)

    @Slot()
    def open_read_only(self) -> None:
        """Choose the folder of a library that others keep, and open that in place of this one."""
        name = QFileDialog.getExistingDirectory(
            self._window, _("Open a Library for Reading Only"), str(self._directories.library)
        )
        if not name:
            return
        folder = Path(name)
        if not (folder / LIBRARY_NAME).is_file():
            told = _("There is no library in the folder {folder}. Choose another one.")
            self.failed.emit(StoreError(told.format(folder=folder)))
            return
        other = self._directories._replace(
            library=folder, is_library_chosen=False, is_read_only=True
        )
        self._afterwards.leave(lambda: other)
        self._window.close()

    @Slot(object)
    def restore(self, backup: BackupFile) -> None:
        """Put a backup back: a large one while the window is closed, which is opened again."""
        is_library = backup.kind is Kind.LIBRARY
        is_damaged = self._problem is not None
        can_write = not self._is_read_only if is_library else self._is_personal_kept or is_damaged
        if not can_write:
            self._refuse()
            return
        if is_library or is_damaged:
            self._afterwards.leave(partial(restore_alone, backup, self._upkeep))
            self._window.close()
            return
        work = partial(_restore_personal, backup, self._upkeep.personal_path)
        self._runner.start(work, on_success=self._tell_restored, on_failure=self.failed.emit)

    def _refuse(self) -> None:
        told = _(
            "The library in {folder} is open for reading only, so nothing in it can be restored or"
            " built again."
        )
        self.failed.emit(StoreError(told.format(folder=self._upkeep.path.parent)))

    def _compare(self, backup: BackupFile) -> Changes:
        is_library = backup.kind is Kind.LIBRARY
        return changes_by(backup, self._upkeep.path if is_library else self._upkeep.personal_path)

    def _start(
        self,
        runner: TaskRunner,
        work: Work[T],
        on_success: Callable[[T], object],
        message: str,
        told: Told,
    ) -> None:
        task = runner.start(work, on_success=on_success, on_failure=self.failed.emit)
        if not task.is_finished:
            self.started.emit(task, message, told)
            task.finished.connect(partial(self._tell_stopped, task))

    def _tell_stopped(self, task: Task) -> None:
        if task.progress.is_cancelled:
            self.said.emit(_("Stopped."))
            self.library_changed.emit()

    @Slot()
    def _back_up_day(self) -> None:
        folder = self._upkeep.personal_path.parent
        self._runner.start(
            lambda _progress: back_up_daily(folder),
            on_success=self._take_note,
            on_failure=self._tell_not_backed_up,
        )

    @Slot(object)
    def _take_note(self, _made: Path | None) -> None:
        """Say nothing of what goes well each day."""

    @Slot(object)
    def _tell_not_backed_up(self, error: DesktopAppError) -> None:
        self.said.emit(str(error))

    @Slot(object)
    def _tell_backed_up(self, made: tuple[Path, ...]) -> None:
        words = ngettext(
            "Backed up and checked: {names} in {folder}.",
            "Backed up and checked: {names} in {folder}.",
            len(made),
        )
        names = ", ".join(path.name for path in made)
        folder = made[0].parent if made else self._upkeep.backup_folder
        self.said.emit(words.format(names=names, folder=folder))

    @Slot(object)
    def _tell_checked(self, checked: Checked) -> None:
        choices = _choices_about(checked)
        details = "\n".join(finding.sentence for finding in checked.findings)
        dialog = NoticeDialog(
            self._window,
            _("Check of the Library"),
            checked_words(checked),
            details=details,
            choices=choices,
        )
        dialog.finished.connect(partial(self._follow_check, dialog))
        dialog.open()

    def _follow_check(self, dialog: NoticeDialog, _code: int) -> None:
        match dialog.choice:
            case "Rebuild Index":
                self.rebuild_index()
            case "Restore…":
                self.restore_backup()

    @Slot(object)
    def _tell_rebuilt(self, _nothing: object) -> None:
        self.library_changed.emit()
        self.said.emit(_("The index was built again from the documents."))

    @Slot(object)
    def _tell_restored(self, backup: BackupFile) -> None:
        self.personal_changed.emit()
        words = _("Restored: {backup}. What was there before is kept as a backup.")
        self.said.emit(words.format(backup=backup_words(backup)[0]))

    def _offer_personal_backup(self, problem: DesktopAppError) -> None:
        path = self._upkeep.personal_path
        # That it is damaged does not keep it from being put back.
        is_ours = path.parent != self._upkeep.path.parent or not self._is_read_only
        backup = newest_sound(path.parent, None, path) if is_ours else None
        if backup is None:
            NoticeDialog(self._window, _("Stars, Tags and Notes"), str(problem)).open()
            return
        offer = _("There is a sound backup. {backup}.").format(backup=backup_words(backup)[0])
        dialog = NoticeDialog(
            self._window,
            _("Stars, Tags and Notes"),
            f"{problem}\n\n{offer}",
            choices=(_RESTORE_NOW, _LATER),
        )
        dialog.finished.connect(partial(self._take_offer, dialog, backup))
        dialog.open()

    def _take_offer(self, dialog: NoticeDialog, backup: BackupFile, _code: int) -> None:
        if dialog.choice == _RESTORE_NOW:
            self.restore(backup)


def restore_alone(backup: BackupFile, upkeep: Upkeep) -> None:
    """Put a backup back while no window has the library open; says what went wrong, if anything."""
    title, words = (
        _("Restore a Backup"),
        _("Restoring: {backup}").format(backup=backup_words(backup)[0]),
    )
    try:
        wait_for(title, words, partial(_restore, backup, upkeep))
    except DesktopAppError as error:
        NoticeDialog(None, title, str(error)).exec()


def _restore(backup: BackupFile, upkeep: Upkeep, progress: Progress) -> Path | None:
    if backup.kind is Kind.LIBRARY:
        return restore_library(backup, upkeep.path, progress)
    return restore_personal(backup, upkeep.personal_path)


def _restore_personal(backup: BackupFile, path: Path, _progress: Progress) -> BackupFile:
    restore_personal(backup, path)
    return backup


def _choices_about(checked: Checked) -> tuple[str, ...]:
    if not checked.findings or checked.parts == {Part.DOCUMENT}:
        return (_CLOSE,)
    if checked.parts <= {Part.INDEX, Part.DOCUMENT}:
        return (_REBUILD, _CLOSE)
    return (_RESTORE, _CLOSE)
