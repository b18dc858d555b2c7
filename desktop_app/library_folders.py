"""Which folder holds the library: the usual one, or one that the person chose.

The choice stands in a file of its own, so that a broken file of settings never hides a library,
and every command finds the same one as the window.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from desktop_app.errors import DesktopAppError, LibraryGoneError, StoreError
from desktop_app.languages import _
from desktop_app.systems import file_system_of, is_remote_drive

CHOICE_NAME = "library-folder"
SEEN_NAME = "library-seen"
LIBRARY_NAME = "library.sqlite3"
SUBFOLDER = "Trial Protocol Viewer"
_LONGEST_PATH = 10_000
_NETWORKS = (
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "davfs2",
    "fuse.davfs2", "9p", "sshfs", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "afs", "ceph",
    "glusterfs", "fuse.glusterfs", "ncpfs",
)  # fmt: skip
_SHARED_FOLDERS = ("dropbox", "onedrive", "google drive", "nextcloud", "mobile documents")
"""How folders are called that a program copies to other computers; some add a name to it."""


def chosen_folder(settings: Path) -> Path | None:
    """Return the folder that was chosen, or None for the usual one."""
    return _folder_in(settings / CHOICE_NAME)


def _folder_in(choice: Path) -> Path | None:
    """Return the folder that a file names, None where it names none."""
    try:
        if not choice.is_file():
            # A pipe would be waited for.
            return None
        with choice.open("rb") as file:
            name = os.fsdecode(file.read(_LONGEST_PATH)).removesuffix("\n")
    except OSError:
        return None
    path = Path(name)
    return path if name and "\0" not in name and path.is_absolute() else None


def choose_folder(settings: Path, folder: Path | None) -> None:
    """Keep a choice for the next start, None for the usual folder; raises DesktopAppError."""
    path = settings / CHOICE_NAME
    try:
        if folder is None:
            path.unlink(missing_ok=True)
            return
        settings.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(os.fsencode(folder) + b"\n")
        part.replace(path)
    except OSError as error:
        told = _("The choice of a folder could not be kept in {folder} ({reason}).")
        reason = error.strerror or str(error)
        raise DesktopAppError(told.format(folder=settings, reason=reason)) from error


def require_folder(folder: Path, *, is_chosen: bool) -> None:
    """Raise StoreError where a folder that was chosen is not there.

    A library is not begun anew in its place: it may be on a disk that is not connected.
    """
    if is_chosen and not folder.is_dir():
        told = _(
            "The folder {folder}, which was chosen for the library, is not there. "
            "Connect the disk or network drive that holds it, and start again."
        )
        raise StoreError(told.format(folder=folder))


def require_seen(settings: Path, folder: Path) -> None:
    """Raise LibraryGoneError where a library was in a folder the last time, and is not now.

    None is begun anew in its place: the folder may be where a disk or share belongs.
    """
    if (folder / LIBRARY_NAME).exists() or _folder_in(settings / SEEN_NAME) != folder:
        return
    told = _(
        "The library that was in the folder {folder} the last time is not there. If it is on a disk"
        " or network drive, connect that, and start again. If you moved or removed it, open the"
        " window to begin a new library or to choose another folder."
    )
    raise LibraryGoneError(told.format(folder=folder))


def note_seen(settings: Path, folder: Path) -> None:
    """Keep that there is a library in a folder, to miss it if it is gone the next time."""
    if _folder_in(settings / SEEN_NAME) == folder:
        return
    # Without it, a library that is gone is not missed; nothing else depends on it.
    with suppress(OSError):
        settings.mkdir(parents=True, exist_ok=True)
        part = settings / f"{SEEN_NAME}.part"
        part.write_bytes(os.fsencode(folder) + b"\n")
        part.replace(settings / SEEN_NAME)


def forget_seen(settings: Path) -> None:
    """Let a new library begin where one was."""
    with suppress(OSError):
        (settings / SEEN_NAME).unlink()


def folder_for_library(folder: Path, library_name: str) -> Path:
    """Return where in a folder a library belongs: a folder of its own, unless there is one.

    Raises DesktopAppError where the folder cannot be looked into.
    """
    try:
        if not folder.exists() or (folder / library_name).exists() or not any(folder.iterdir()):
            return folder
    except OSError as error:
        told = _("The folder {folder} cannot be read ({reason}). Choose another one.")
        reason = error.strerror or str(error)
        raise DesktopAppError(told.format(folder=folder, reason=reason)) from error
    return folder / SUBFOLDER


def require_writable(folder: Path) -> None:
    """Make a folder and try to write in it; raises DesktopAppError where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        import tempfile

        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0" * 4096)
            file.flush()
    except OSError as error:
        told = _("Nothing can be written in the folder {folder} ({reason}). Choose another one.")
        reason = error.strerror or str(error)
        raise DesktopAppError(told.format(folder=folder, reason=reason)) from error


def is_on_network(folder: Path, file_system: str, platform: str = sys.platform) -> bool:
    """Tell whether a folder is on another computer; ``file_system`` is the system's name for it."""
    if is_remote_drive(folder.anchor, platform):
        return True
    return file_system.lower() in _NETWORKS


def is_shared(folder: Path) -> bool:
    """Tell whether a folder is on another computer, as far as the system tells."""
    return is_on_network(folder, file_system_of(folder))


def shared_key(folder: Path) -> str:
    """Return what tells a library that others keep from all other ones: it is its place."""
    # Loaded here, for it brings a library of its own, and most libraries are not shared.
    from hashlib import sha256

    return sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:20]


def is_copied_elsewhere(folder: Path) -> bool:
    """Tell whether the folder is by its name one that a program copies to other computers."""
    return any(part.lower().startswith(_SHARED_FOLDERS) for part in folder.parts)
