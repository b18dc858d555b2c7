"""The backup of each day, and which of them stay: for 7 days, 4 weeks and 12 months."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from desktop_app.store.backups.copying import back_up
from desktop_app.store.backups.files import (
    BEFORE_RESTORE,
    BEFORE_UPDATE,
    DAILY,
    BackupFile,
    Kind,
    backups_in,
)
from desktop_app.store.connections import connect_reader
from desktop_app.store.failures import BACKUP_FOLDER
from desktop_app.store.personal.failures import personal_failures
from desktop_app.store.personal.schema import FILE_NAME

_DAYS, _WEEKS, _MONTHS = 7, 4, 12
_OTHERS = 12
"""How many stay of those before a restore, and of those before an update."""
_Period = Callable[[date], tuple[int, ...]]
_PERIODS: tuple[tuple[_Period, int], ...] = (
    (lambda day: (day.toordinal(),), _DAYS),
    (lambda day: day.isocalendar()[:2], _WEEKS),
    (lambda day: (day.year, day.month), _MONTHS),
)


def back_up_daily(library: Path, now: datetime | None = None) -> Path | None:
    """Copy the personal file of a library's folder, at the first use of the day.

    Removes the copies that are old enough. Returns the new one, None where there is one of today
    or nothing to be copied. Raises StoreError where it cannot be written, or copies damage.
    """
    path = library / FILE_NAME
    folder = library / BACKUP_FOLDER
    today = (now or datetime.now(UTC)).astimezone().date()
    if not path.exists() or any(_day(one) == today for one in _daily(folder)):
        return None
    with personal_failures(path):
        connection = connect_reader(path)
        try:
            made = back_up(connection, path, DAILY)
        finally:
            connection.close()
    _remove(too_old(backups_in(folder, Kind.PERSONAL)))
    return made


def too_old(backups: Iterable[BackupFile]) -> tuple[BackupFile, ...]:
    """Return the backups, given the newest first, that need not be kept any longer.

    Those that the person made stay, and so does what was damaged.
    """
    backups = tuple(backups)
    daily = [one for one in backups if one.reason == DAILY]
    kept = _newest_of_periods(daily)
    old = [one for one in daily if one not in kept]
    for begins in (BEFORE_RESTORE, BEFORE_UPDATE):
        old += [one for one in backups if one.reason.startswith(begins)][_OTHERS:]
    return tuple(old)


def _newest_of_periods(newest_first: Iterable[BackupFile]) -> set[BackupFile]:
    backups = tuple(newest_first)
    kept: set[BackupFile] = set()
    for period, count in _PERIODS:
        newest: dict[tuple[int, ...], BackupFile] = {}
        for one in backups:
            newest.setdefault(period(_day(one)), one)
        kept.update(tuple(newest.values())[:count])
    return kept


def _daily(folder: Path) -> tuple[BackupFile, ...]:
    return tuple(one for one in backups_in(folder, Kind.PERSONAL) if one.reason == DAILY)


def _day(backup: BackupFile) -> date:
    return backup.made_at.astimezone().date()


def _remove(backups: Iterable[BackupFile]) -> None:
    for one in backups:
        # One that another window removed, or that cannot be removed, is no reason to fail.
        with suppress(OSError):
            one.path.unlink()
