"""What is said where the library cannot be opened, and so no window either."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError, LibraryGoneError, StoreDamagedError, StoreError
from desktop_app.languages import N_, _, ngettext
from desktop_app.library_folders import choose_folder, forget_seen
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences
from desktop_app.store.backups.files import DAMAGED, BackupFile
from desktop_app.store.backups.rescue import rescue_library
from desktop_app.store.backups.restoring import newest_sound, put_in_place
from desktop_app.store.library import FILE_NAME
from desktop_app.store.rereading import ReadDocument
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.faults.fault_details import failure_details
from desktop_app.ui.library.library_choice import ask_for_folder, choose_library
from desktop_app.ui.upkeep.waiting import wait_for
from desktop_app.ui.upkeep.words import backup_words

_SENTENCE = N_(
    """{error}

Nothing was changed or overwritten. The library is in {folder}."""
)
_CHOSEN = N_(
    """From the next start on, the library is in {folder}.

Start Trial Protocol Viewer again."""
)
_MENDED = N_(
    """{told}

The damaged file is kept in the folder “backups” beside the library."""
)
_RESTORE, _RESCUE = N_("Restore the Newest Backup"), N_("Recover What Can Be Read")
_BEGIN, _GO_ON = N_("Begin a New Library"), N_("Open the Library")
_HEAD_BYTES = 100
_CHOOSE = N_("Choose Another Folder…")
# Translators: a button; the folder is the one that holds the library unless another is chosen.
_USE_USUAL, _QUIT = N_("Use the Usual Folder"), N_("Quit")


def say_no_library(error: StoreError, directories: Directories, reader: ReadDocument) -> bool:
    """Say why the library cannot be opened, until that is taken note of or mended.

    Returns whether it can be opened now; ``reader`` reads a source document again.
    """
    sentence = _(_SENTENCE).format(error=error, folder=directories.library)
    usual = (_USE_USUAL,) if directories.is_library_chosen else ()
    ways, offer = _ways_out(error, directories)
    chosen = None
    while chosen is None:
        choices = (*ways, _CHOOSE, *usual, _QUIT)
        answer = _answer(sentence + offer, choices, failure_details(error))
        try:
            if answer in ways:
                _mend(answer, directories, reader)
                return True
            if answer not in (_CHOOSE, *usual):
                return False
            chosen = _chosen(answer, directories)
        except DesktopAppError as failure:
            sentence, offer = str(failure), ""
    _answer(_(_CHOSEN).format(folder=chosen), (_QUIT,))
    return False


def _ways_out(error: StoreError, directories: Directories) -> tuple[tuple[str, ...], str]:
    """Return what can be done about it here, and what is said of that."""
    if isinstance(error, LibraryGoneError):
        return (_BEGIN,), ""
    if not isinstance(error, StoreDamagedError) or not _is_ours(directories.library / FILE_NAME):
        return (), ""
    backup = _newest(directories)
    if backup is None:
        offer = _("There is no backup, but what is still sound in the file can be recovered.")
        return (_RESCUE,), f"\n\n{offer}"
    offer = _("There is a backup. {backup}.").format(backup=backup_words(backup)[0])
    return (_RESCUE, _RESTORE), f"\n\n{offer}"


def _is_ours(path: Path) -> bool:
    """Tell whether a file is a library at all, damaged or not."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    return head.startswith(b"SQLite format 3\0") and head[68:72] == b"TPVL"


def _newest(directories: Directories) -> BackupFile | None:
    return newest_sound(directories.library, None, directories.library / FILE_NAME)


def _mend(answer: str, directories: Directories, reader: ReadDocument) -> None:
    path = directories.library / FILE_NAME
    if answer == _BEGIN:
        forget_seen(directories.settings)
    elif answer == _RESTORE and (backup := _newest(directories)) is not None:
        work = partial(put_in_place, backup, path, reason=DAMAGED)
        told = _("Restoring: {backup}").format(backup=backup_words(backup)[0])
        wait_for(_(_RESTORE), told, lambda progress: work(progress=progress))
    else:
        told = _("Reading all that is sound in the library file …")
        rescued = wait_for(
            _(_RESCUE), told, lambda progress: rescue_library(path, reader, progress)
        )
        if rescued is not None:
            _answer(_(_MENDED).format(told=_rescued_words(*rescued)), (_GO_ON,))


def _rescued_words(kept: int, lost: int) -> str:
    words = ngettext(
        "{count} version of a study was recovered, whole and as imported.",
        "{count} versions of studies were recovered, whole and as imported.",
        kept,
    ).format(count=grouped(kept))
    if not lost:
        return words
    rest = ngettext(
        "{count} source document is lost: import its record again.",
        "{count} source documents are lost: import their records again.",
        lost,
    ).format(count=grouped(lost))
    return joined_sentences((words, rest))


def _chosen(answer: str, directories: Directories) -> Path | None:
    """Return the folder that is kept for the next start, None where nobody chose one."""
    if answer == _USE_USUAL:
        choose_folder(directories.settings, None)
        return directories.usual_library
    folder = ask_for_folder(None, directories.library)
    if folder is None:
        return None
    return choose_library(directories.settings, folder, directories.library).folder


def _answer(sentence: str, choices: tuple[str, ...], details: str = "") -> str:
    """Return the choice that was made in a dialog, empty where it was closed."""
    title = _("The Library Cannot Be Opened")
    dialog = NoticeDialog(None, title, sentence, details=details, choices=choices)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.exec()
    dialog.deleteLater()
    return dialog.choice
