"""A lock is had by one process at a time, also where its file comes and goes."""

from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreError
from desktop_app.store.process_lock import ProcessLock


def test_a_lock_is_had_once_until_it_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "some.lock"
    lock = ProcessLock.take(path)
    assert lock is not None
    assert ProcessLock.take(path) is None
    lock.let_go()
    assert not path.exists()
    again = ProcessLock.take(path)
    assert again is not None
    again.let_go()


def test_a_file_that_was_removed_meanwhile_locks_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, left = tmp_path / "some.lock", [True]

    class Opened(apsw.Connection):
        """Loses its file to another process, once."""

        def set_busy_timeout(self, milliseconds: int) -> None:
            if left:
                left.clear()
                path.unlink()
                path.touch()
            super().set_busy_timeout(milliseconds)

    monkeypatch.setattr(apsw, "Connection", Opened)
    lock = ProcessLock.take(path)
    monkeypatch.undo()
    assert not left
    assert lock is not None
    # It has the file that others would find.
    assert ProcessLock.take(path) is None
    lock.let_go()


def test_where_no_file_can_be_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        ProcessLock.take(tmp_path / "nowhere" / "some.lock")
