from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.errors import StoreDamagedError
from desktop_app.store.backups.files import (
    BY_HAND,
    DAILY,
    BackupFile,
    Kind,
    backup_name,
    backups_in,
)
from desktop_app.store.backups.rolling import back_up_daily, too_old
from desktop_app.store.personal.opening import connect_personal

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def backups(reason: str, days: range) -> list[BackupFile]:
    made = (NOW - timedelta(days=day) for day in days)
    return [
        BackupFile(Path(backup_name("personal", at, reason)), Kind.PERSONAL, at, reason, 1)
        for at in made
    ]


def test_of_three_years_of_days_some_stay() -> None:
    daily = backups(DAILY, range(1_100))
    old = set(too_old(daily))
    kept = [one for one in daily if one not in old]
    ages = [(NOW - one.made_at).days for one in kept]
    assert ages[:7] == list(range(7))
    assert len(ages) <= 7 + 4 + 12
    assert 300 < ages[-1] < 366
    # Whoever removes day by day keeps the same.
    assert too_old(kept) == ()


def test_what_the_person_made_stays() -> None:
    assert too_old(backups(BY_HAND, range(400))) == ()
    assert len(too_old(backups("before-update-from-1", range(20)))) == 8


def test_each_day_has_one(tmp_path: Path) -> None:
    assert back_up_daily(tmp_path) is None
    connection = connect_personal(tmp_path / "personal.sqlite3")
    connection.execute("INSERT INTO star VALUES (7, 1)")
    made = back_up_daily(tmp_path)
    assert made is not None
    assert back_up_daily(tmp_path) is None
    yesterday = datetime.now(UTC) - timedelta(days=1)
    made = made.rename(made.with_name(backup_name("personal", yesterday, DAILY)))
    assert back_up_daily(tmp_path) is not None
    assert len(backups_in(tmp_path / "backups")) == 2
    copy = connect_personal(made)
    assert copy.execute("SELECT nct_number FROM star").get == 7


def test_damage_is_told_and_takes_no_older_copy_along(tmp_path: Path) -> None:
    path = tmp_path / "personal.sqlite3"
    connect_personal(path).close()
    assert back_up_daily(tmp_path)
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 5] = b"\xa5" * 8192
    path.write_bytes(content)
    with pytest.raises(StoreDamagedError):
        back_up_daily(tmp_path, datetime.now(UTC) + timedelta(days=1))
    assert len(backups_in(tmp_path / "backups")) == 1


def test_a_clock_that_was_ahead_once_stops_no_backups(tmp_path: Path) -> None:
    connect_personal(tmp_path / "personal.sqlite3").close()
    assert back_up_daily(tmp_path, datetime.now(UTC) + timedelta(days=9))
    (one,) = backups_in(tmp_path / "backups")
    ahead = datetime.now(UTC) + timedelta(days=900)
    one.path.rename(one.path.with_name(backup_name("personal", ahead, DAILY)))
    assert back_up_daily(tmp_path) is not None
    assert back_up_daily(tmp_path) is None
