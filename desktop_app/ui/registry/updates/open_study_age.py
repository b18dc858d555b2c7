"""Tells at the open study how old its record is, and whether the registry has it no more."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.analysis.checks import Notice, Severity
from desktop_app.conventions import date_text
from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _
from desktop_app.presentation.as_of import as_of
from desktop_app.store.library import Library, StoredStudy
from desktop_app.store.standing.values import Standing, StudyStanding
from desktop_app.study.fetched import fetched_at
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.ui.study.age_mark import AgeMark

_GONE = N_(
    "The registry had no study of this number any more when it was asked on {date}. Your library"
    " keeps this record."
)
_RENUMBERED = N_(
    "The registry had this study under the number {number} when it was asked on {date}. Your"
    " library keeps this record under the old number."
)


def _confirmed_at(standing: StudyStanding | None, fetched: datetime | None) -> datetime | None:
    """Return when the registry last had a record as it is held, None where it was never asked."""
    is_held = standing is not None and standing.standing is Standing.HELD
    checked = standing.checked_at if standing is not None and is_held else None
    return max((when for when in (checked, fetched) if when is not None), default=None)


class OpenStudyAge(QObject):
    """``fitted`` tells that the header has another height; ``check_wanted`` asks for a check."""

    fitted = Signal()
    check_wanted = Signal()

    def __init__(
        self,
        library: Library,
        mark: AgeMark,
        parent: QObject,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._mark = mark
        self._today = today
        self._stored: StoredStudy | None = None
        mark.button.clicked.connect(self._want_check)

    def notices(self, stored: StoredStudy) -> tuple[Notice, ...]:
        """Return what is to be said of a study above all else."""
        standing = self._standing(stored)
        if standing is None or standing.standing is Standing.HELD:
            return ()
        words = _(_GONE) if standing.standing is Standing.GONE else _(_RENUMBERED)
        other = format_nct_id(standing.other) if standing.other else ""
        day = date_text(standing.checked_at.astimezone())
        return (Notice(Severity.WARNING, words.format(date=day, number=other)),)

    def show(self, stored: StoredStudy) -> None:
        """Say how old a record is, if that matters; an older version says it otherwise."""
        self._stored = stored
        self._mark.show(self._words(stored), is_offered=not self._library.is_read_only)
        self.fitted.emit()

    @Slot()
    def look_again(self) -> None:
        """Say it anew: the registry has been asked."""
        if self._stored is not None:
            self.show(self._stored)

    def _words(self, stored: StoredStudy) -> str:
        if not stored.is_current or not stored.version.nct_id:
            return ""
        standing = self._standing(stored)
        confirmed = _confirmed_at(standing, fetched_at(stored.version.origin))
        told = as_of(stored.study, confirmed, stored.version.imported_at)
        today = self._today()
        return told.words(today) if told is not None and told.is_stale(today) else ""

    def _standing(self, stored: StoredStudy) -> StudyStanding | None:
        number = parse_nct_number(stored.version.nct_id)
        try:
            return None if number is None else self._library.update_book().standing(number)
        except DesktopAppError:
            # What reads the study itself meets the failure, too, and tells of it.
            return None

    @Slot()
    def _want_check(self) -> None:
        self.check_wanted.emit()
