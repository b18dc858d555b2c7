"""What the person chose, in one frozen value, kept in a file of JSON."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QLocale, QObject, Signal

from desktop_app.conventions import territory_of
from desktop_app.errors import DesktopAppError
from desktop_app.export.paper import usual_paper as paper_of
from desktop_app.languages import _, ngettext
from desktop_app.punctuation import joined_sentences
from desktop_app.ui.settings_checks import WITHIN, checked
from desktop_app.ui.settings_file import Document, copied_aside, read_document, write_document

SMALLEST_TEXT, NORMAL_TEXT, LARGEST_TEXT = 80, 100, 250
RECENT_LIMIT = 10


class Theme(StrEnum):
    """Which palette the window wears."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class PaperSize(StrEnum):
    """The paper of a brief, by the names that ``export`` uses."""

    A4 = "A4"
    LETTER = "LETTER"


class UpdateEvery(StrEnum):
    """How often held studies are checked for updates while the window is open."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"

    @property
    def days(self) -> int:
        """Return the days between two checks, 0 for none."""
        days = {UpdateEvery.DAILY: 1, UpdateEvery.WEEKLY: 7, UpdateEvery.MONTHLY: 30}
        return days.get(self, 0)


class UpdateWhat(StrEnum):
    """Which studies are checked, by the names that the library uses."""

    STARRED = "starred"
    MARKED = "marked"
    ALL = "all"


def usual_paper() -> PaperSize:
    """Return the paper that is usual where this person lives."""
    return PaperSize(paper_of(territory_of(QLocale.system().name())).name)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with what it is at first; ``text_percent`` is of the system's own size.

    ``language`` is a key of ``LANGUAGES``, empty for the system's; ``date_form`` is ``iso``, or
    empty for the way in which readers of the language write dates. ``registry_address`` is where
    the registry is asked, empty for its own interface; where ``is_offline``, it is never asked.
    """

    theme: Theme = Theme.SYSTEM
    text_percent: int = field(
        default=NORMAL_TEXT, metadata={WITHIN: range(SMALLEST_TEXT, LARGEST_TEXT + 1)}
    )
    language: str = ""
    date_form: str = ""
    paper: PaperSize = field(default_factory=usual_paper)
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
    caret_in_text: bool = False
    last_import_folder: str = ""
    last_export_folder: str = ""
    recent_files: tuple[str, ...] = ()
    recent_searches: tuple[str, ...] = ()
    keeps_searches: bool = True
    is_welcomed: bool = False
    registry_address: str = ""
    is_offline: bool = False
    update_every: UpdateEvery = UpdateEvery.NEVER
    update_what: UpdateWhat = UpdateWhat.STARRED
    shortcuts: Mapping[str, str] = field(default_factory=dict)


class SettingsReading(NamedTuple):
    """Settings as they were found, with the document that they stand in.

    ``problem`` is a sentence, or empty; ``may_be_replaced`` tells that nothing is lost when the
    file is written.
    """

    settings: Settings
    problem: str
    document: Document
    may_be_replaced: bool


def read_settings(folder: Path) -> SettingsReading:
    """Return the settings; a file or a choice that cannot be understood is set aside and said so.

    What a newer version wrote is left as it is, be it understood or not.
    """
    found = read_document(folder)
    document, problem = found.document, found.problem
    chosen, wrong = _understood(document)
    if wrong and not found.is_newer:
        problem = _told(len(wrong), copied_aside(folder))
        document = {name: value for name, value in document.items() if name not in wrong}
        with suppress(DesktopAppError):
            write_document(folder, document)
    return SettingsReading(replace(Settings(), **chosen), problem, document, found.may_be_replaced)


def write_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole or not at all; raises ``DesktopAppError``."""
    usual = Settings()
    names = (one.name for one in fields(Settings))
    chosen = {name: getattr(settings, name) for name in names}
    differing = {name: value for name, value in chosen.items() if value != getattr(usual, name)}
    write_document(folder, differing)


class SettingsKeeper(QObject):
    """Holds the settings of the running application and writes each change at once.

    ``not_kept`` tells the first time that a change cannot be written; it holds until the end.
    """

    changed = Signal(object)
    not_kept = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        reading = read_settings(folder)
        self.current = reading.settings
        self.problem = reading.problem
        self._changes: Document = {}
        self._may_be_replaced = reading.may_be_replaced
        self._was_told = False

    def change(self, **choices: object) -> None:
        """Take choices by the names of ``Settings``; tells ``changed`` where one differs."""
        known = {one.name: one for one in fields(Settings)}
        taken: dict[str, Any] = {name: checked(known[name], choices[name]) for name in choices}
        wanted = replace(self.current, **taken)
        if wanted == self.current:
            return
        self.current = wanted
        self._changes |= taken
        self._write()
        self.changed.emit(wanted)

    def add_recent(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        name = str(path)
        others = (other for other in self.current.recent_files if other != name)
        self.change(recent_files=(name, *others)[:RECENT_LIMIT])

    def _write(self) -> None:
        """Write over what is in the file now: a window over another library may have changed it."""
        found = read_settings(self._folder) if self._may_be_replaced else None
        if found is None or not found.may_be_replaced:
            return
        try:
            write_document(self._folder, found.document | self._changes)
        except DesktopAppError as error:
            if not self._was_told:
                self._was_told = True
                self.not_kept.emit(error)
        else:
            # Not to be written again over what another window changes later.
            self._changes = {}


def _understood(document: Document) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the choices that are understood, and the names of those that are not."""
    chosen: dict[str, Any] = {}
    wrong: list[str] = []
    for one in fields(Settings):
        if one.name in document:
            try:
                chosen[one.name] = checked(one, document[one.name])
            except ValueError:
                wrong.append(one.name)
    return chosen, tuple(wrong)


def _told(count: int, kept: str) -> str:
    told = ngettext(
        "{count} setting could not be understood and is as at first.",
        "{count} settings could not be understood and are as at first.",
        count,
    ).format(count=count)
    where = _("The file as it was is kept as {name}.").format(name=kept) if kept else ""
    return joined_sentences((told, where))
