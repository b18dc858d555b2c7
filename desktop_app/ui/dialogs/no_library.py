"""What is said where the library cannot be opened, and so no window either."""

from pathlib import Path

from PySide6.QtCore import Qt

from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError, StoreError
from desktop_app.languages import N_, _
from desktop_app.library_folders import choose_folder
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.faults.fault_details import failure_details
from desktop_app.ui.library.library_choice import ask_for_folder, choose_library

_SENTENCE = N_(
    """{error}

Nothing was changed or overwritten. The library is in {folder}."""
)
_CHOSEN = N_(
    """From the next start on, the library is in {folder}.

Start Trial Protocol Viewer again."""
)
_CHOOSE = N_("Choose Another Folder…")
# Translators: a button; the folder is the one that holds the library unless another is chosen.
_USE_USUAL, _QUIT = N_("Use the Usual Folder"), N_("Quit")


def say_no_library(error: StoreError, directories: Directories) -> None:
    """Say why the library cannot be opened, until that is taken note of or another is chosen."""
    sentence = _(_SENTENCE).format(error=error, folder=directories.library)
    usual = (_USE_USUAL,) if directories.is_library_chosen else ()
    chosen = None
    while chosen is None:
        answer = _answer(sentence, (_CHOOSE, *usual, _QUIT), failure_details(error))
        if answer not in (_CHOOSE, *usual):
            return
        try:
            chosen = _chosen(answer, directories)
        except DesktopAppError as failure:
            sentence = str(failure)
    _answer(_(_CHOSEN).format(folder=chosen), (_QUIT,))


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
