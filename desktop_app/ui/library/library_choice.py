"""Choosing the folder that holds the library from the next start on."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.languages import _
from desktop_app.library_folders import (
    choose_folder,
    folder_for_library,
    is_copied_elsewhere,
    is_on_network,
    require_writable,
)
from desktop_app.store.checks import look
from desktop_app.store.library import FILE_NAME


@dataclass(frozen=True, slots=True)
class LibraryChoice:
    """A folder that was chosen: what becomes of it, and a warning or empty."""

    folder: Path
    outlook: str = ""
    warning: str = ""


def ask_for_folder(window: QWidget | None, now: Path) -> Path | None:
    """Ask for a folder; None where nobody chose one."""
    title = _("Choose a Folder for the Library")
    chosen = QFileDialog.getExistingDirectory(window, title, str(now))
    return Path(chosen) if chosen else None


def choose_library(settings: Path, folder: Path, now: Path) -> LibraryChoice:
    """Keep a folder for the next start, if a library can be in it; raises DesktopAppError.

    ``now`` is the folder in use: nothing in it is moved or removed.
    """
    place = folder_for_library(folder, FILE_NAME)
    if place == now:
        choose_folder(settings, place)
        return LibraryChoice(place)
    require_writable(place)
    has_library = look(place / FILE_NAME)
    choose_folder(settings, place)
    return LibraryChoice(place, _outlook(has_library), _warning(place))


def _outlook(has_library: bool) -> str:
    if has_library:
        return _(
            "There is a library in this folder already: it is the one that you see from the next"
            " start on. The library of now stays where it is."
        )
    return _(
        "A new library begins in this folder at the next start. The library of now stays where it"
        " is; nothing is moved or removed."
    )


def _warning(folder: Path) -> str:
    if is_on_network(folder, _file_system(folder)):
        return _(
            "This folder is on a network drive, where a library can be damaged when the connection"
            " breaks. A folder of this computer is safer."
        )
    if is_copied_elsewhere(folder):
        return _(
            "This folder is copied to other computers while it changes, which can damage a library."
            " A folder that is not copied is safer."
        )
    return ""


def _file_system(folder: Path) -> str:
    return bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode(errors="replace")
