"""Where the application keeps its files."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from desktop_app.library_folders import chosen_folder, require_folder

HOME_VARIABLE = "TRIALVIEWER_HOME"
_NAME = "TrialProtocolViewer"


def expanded(name: str) -> Path:
    """Return the absolute path that a name means; ``~`` of an unknown user stays as it is."""
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError:
        return Path(name).absolute()


@dataclass(frozen=True, slots=True)
class Directories:
    """The folders of one installation; nothing is created before it is needed.

    ``is_library_chosen`` tells that the library is where the person wants it, and must be there;
    ``usual_library`` is where it is unless somebody chooses.
    """

    library: Path
    settings: Path
    logs: Path
    is_library_chosen: bool = False

    @property
    def usual_library(self) -> Path:
        """Where the library is unless it was chosen or named otherwise."""
        return _roots()[0]

    @classmethod
    def standard(cls, library: Path | None = None) -> Self:
        """Return the folders of this user.

        ``TRIALVIEWER_HOME`` moves all of them below one folder, for portable use and for tests;
        ``library`` moves the library alone, whatever was chosen.
        """
        usual, settings, logs = _roots()
        chosen = None if library else chosen_folder(settings)
        return cls(library or chosen or usual, settings, logs, chosen is not None)

    def require_library(self) -> None:
        """Raise StoreError where the library was chosen to be in a folder that is gone."""
        require_folder(self.library, is_chosen=self.is_library_chosen)


def _roots() -> tuple[Path, Path, Path]:
    """Return the usual folders of library, settings and logs."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = expanded(home)
        return root / "library", root / "settings", root / "logs"
    return (
        platformdirs.user_data_path(_NAME, appauthor=False) / "library",
        platformdirs.user_config_path(_NAME, appauthor=False),
        platformdirs.user_log_path(_NAME, appauthor=False),
    )
