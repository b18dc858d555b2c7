"""Where the application keeps its files."""

import os
import sys
from pathlib import Path
from typing import NamedTuple, Self

from desktop_app.library_folders import (
    LIBRARY_NAME,
    chosen_folder,
    note_seen,
    require_folder,
    require_seen,
    shared_key,
)

HOME_VARIABLE = "TRIALVIEWER_HOME"
_NAME = "TrialProtocolViewer"


def expanded(name: str) -> Path:
    """Return the absolute path that a name means; ``~`` of an unknown user stays as it is."""
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError:
        return Path(name).absolute()


class Directories(NamedTuple):
    """The folders of one installation; nothing is created before it is needed.

    ``is_library_chosen`` tells that the library is where the person wants it, and must be there;
    ``usual_library`` is where it is unless somebody chooses. Where ``is_read_only``, it is opened
    for reading alone, for a reason that is a sentence, or because somebody asked for it.
    """

    library: Path
    settings: Path
    logs: Path
    is_library_chosen: bool = False
    is_read_only: bool = False
    why_read_only: str = ""

    @property
    def personal(self) -> Path | None:
        """The file of stars, tags and notes, None where it is in the folder of the library.

        Of a library that others keep, which can only be read, there is one of each reader's own.
        """
        if self.library == self.usual_library or not (self.is_read_only or self._is_locked_up()):
            return None
        shared = self.usual_library.parent / "shared-libraries"
        return shared / shared_key(self.library) / "personal.sqlite3"

    def _is_locked_up(self) -> bool:
        is_there = (self.library / LIBRARY_NAME).exists()
        return is_there and not os.access(self.library, os.W_OK)

    @property
    def usual_library(self) -> Path:
        """Where the library is unless it was chosen or named otherwise."""
        return _roots()[0]

    @classmethod
    def standard(cls, library: Path | None = None, *, read_only: bool = False) -> Self:
        """Return the folders of this user.

        ``TRIALVIEWER_HOME`` moves all of them below one folder, for portable use and for tests;
        ``library`` moves the library alone, whatever was chosen.
        """
        usual, settings, logs = _roots()
        chosen = None if library else chosen_folder(settings)
        return cls(library or chosen or usual, settings, logs, chosen is not None, read_only)

    def require_library(self) -> None:
        """Raise StoreError where the library, or the folder chosen for it, is gone."""
        require_folder(self.library, is_chosen=self.is_library_chosen)
        require_seen(self.settings, self.library)

    def note_library(self) -> None:
        """Keep that the library is there, to miss it where it is gone the next time."""
        if not self.is_read_only:
            note_seen(self.settings, self.library)


def _roots(platform: str = sys.platform) -> tuple[Path, Path, Path]:
    """Return the usual folders of library, settings and logs."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = expanded(home)
        return root / "library", root / "settings", root / "logs"
    if platform == "linux":
        return _roots_on_linux()
    # Loaded here, for it takes as long as a tenth of a bare window.
    import platformdirs

    return (
        platformdirs.user_data_path(_NAME, appauthor=False) / "library",
        platformdirs.user_config_path(_NAME, appauthor=False),
        platformdirs.user_log_path(_NAME, appauthor=False),
    )


def _roots_on_linux() -> tuple[Path, Path, Path]:
    """Return what platformdirs finds there, by the XDG rules alone."""
    data, config, state = (
        _stated_folder(os.environ.get(variable, "").strip()) or expanded(f"~/{usual}")
        for variable, usual in (
            ("XDG_DATA_HOME", ".local/share"),
            ("XDG_CONFIG_HOME", ".config"),
            ("XDG_STATE_HOME", ".local/state"),
        )
    )
    return data / _NAME / "library", config / _NAME, state / _NAME / "log"


def _stated_folder(name: str) -> Path | None:
    """Return a folder of the environment; the rules have one that is not absolute passed over."""
    folder = Path(name)
    return folder if folder.is_absolute() else None
