"""Where the application keeps its files."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

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
    """The folders of one installation; nothing is created before it is needed."""

    library: Path
    settings: Path
    logs: Path

    @classmethod
    def standard(cls, library: Path | None = None) -> Self:
        """Return the folders of this user.

        ``TRIALVIEWER_HOME`` moves all of them below one folder, for portable use and for tests;
        ``library`` moves the library alone.
        """
        home = os.environ.get(HOME_VARIABLE)
        if home:
            root = expanded(home)
            return cls(library or root / "library", root / "settings", root / "logs")
        return cls(
            library or platformdirs.user_data_path(_NAME, appauthor=False) / "library",
            platformdirs.user_config_path(_NAME, appauthor=False),
            platformdirs.user_log_path(_NAME, appauthor=False),
        )
