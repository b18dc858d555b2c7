"""What the person chose, in one frozen value, kept as a JSON file."""

import os
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from PySide6.QtCore import QLocale, QObject, Signal

from desktop_app.errors import DesktopAppError

FILE_NAME = "settings.json"
SMALLEST_TEXT, NORMAL_TEXT, LARGEST_TEXT = 80, 100, 250
RECENT_LIMIT = 10
_LARGEST_FILE = 1_000_000


class Theme(StrEnum):
    """Which palette the window wears."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class PaperSize(StrEnum):
    """The paper of a brief, by the names that ``export`` uses."""

    A4 = "A4"
    LETTER = "LETTER"


def usual_paper() -> PaperSize:
    """Return the paper that is usual where this person lives."""
    is_imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return PaperSize.LETTER if is_imperial else PaperSize.A4


class Settings(BaseModel):
    """Every choice with what it is at first; ``text_percent`` is of the system's own size."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    theme: Theme = Theme.SYSTEM
    text_percent: Annotated[int, Field(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = NORMAL_TEXT
    paper: PaperSize = Field(default_factory=usual_paper)
    open_after_export: bool = False
    last_form: str = ""
    last_sheet: str = ""
    sheet_panes: tuple[str, ...] = ()
    prints_grey: bool = False
    preview_zoom: str = ""
    previews_two_pages: bool = False
    exports_each: bool = False
    explain_sections: bool = True
    figures_in_words: bool = False
    last_import_folder: str = ""
    last_export_folder: str = ""
    recent_files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """Settings as they were found; ``problem`` is a sentence, or empty."""

    settings: Settings
    problem: str = ""


def read_settings(folder: Path) -> SettingsReading:
    """Return the settings; a file that cannot be understood is set aside and said so."""
    path = folder / FILE_NAME
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return _set_aside(path)
        return SettingsReading(Settings.model_validate_json(path.read_bytes()))
    except FileNotFoundError:
        return SettingsReading(Settings())
    except ValidationError:
        return _set_aside(path)
    except OSError as error:
        reason = error.strerror or str(error)
        return SettingsReading(Settings(), f"The settings could not be read ({reason}).")


def _set_aside(path: Path) -> SettingsReading:
    kept = path.with_suffix(".unreadable.json")
    try:
        path.replace(kept)
    except OSError:
        kept = path
    told = f"The settings could not be read, so they start afresh. The old ones are in {kept.name}."
    return SettingsReading(Settings(), told)


def write_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole or not at all; raises ``DesktopAppError``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace(folder / FILE_NAME, settings.model_dump_json(indent=2).encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise DesktopAppError(f"The settings could not be kept in {folder} ({reason}).") from error


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


class SettingsKeeper(QObject):
    """Holds the settings of the running application and writes each change at once."""

    changed = Signal(object)
    not_kept = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        reading = read_settings(folder)
        self.current = reading.settings
        self.problem = reading.problem

    def change(self, **choices: object) -> None:
        """Take choices by the names of ``Settings``; tells ``changed`` where one differs."""
        wanted = Settings.model_validate({**self.current.model_dump(), **choices})
        if wanted == self.current:
            return
        self.current = wanted
        try:
            write_settings(self._folder, wanted)
        except DesktopAppError as error:
            self.not_kept.emit(error)
        self.changed.emit(wanted)

    def add_recent(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        name = str(path)
        others = (other for other in self.current.recent_files if other != name)
        self.change(recent_files=(name, *others)[:RECENT_LIMIT])
