import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.handover.lock import LOCK_NAME, Hold, Holder, WindowLock, this_window

HOLDER = Holder("ward-pc", "1000", "/run/user/1000/viewer")
_HOLD_AND_WAIT = """
import sys
from pathlib import Path
from desktop_app.handover.lock import Holder, WindowLock
with WindowLock(Path(sys.argv[1])) as lock:
    lock.tell(Holder("killed", "1", "gone"))
    print(lock.hold.value, flush=True)
    sys.stdin.read()
"""


def test_one_alone_holds_a_library(tmp_path: Path) -> None:
    with WindowLock(tmp_path / "library") as first, WindowLock(tmp_path / "library") as second:
        assert (first.hold, second.hold) == (Hold.HERE, Hold.ELSEWHERE)
        with WindowLock(tmp_path / "other") as other:
            assert other.hold is Hold.HERE


def test_who_holds_it_is_told_to_the_others_alone(tmp_path: Path) -> None:
    with WindowLock(tmp_path) as first, WindowLock(tmp_path) as second:
        assert second.holder() == Holder()
        second.tell(Holder("intruder"))
        assert second.holder() == Holder()
        first.tell(Holder("a longer name that was told before"))
        first.tell(HOLDER)
        assert second.holder() == HOLDER
    assert WindowLock(tmp_path).holder() == Holder()


def test_it_can_be_taken_when_it_is_given_back(tmp_path: Path) -> None:
    with WindowLock(tmp_path) as first, WindowLock(tmp_path) as second:
        assert second.take() is Hold.ELSEWHERE
        first.__exit__(None, None, None)
        assert second.take() is Hold.HERE
        assert second.take() is Hold.HERE


def test_a_process_that_is_killed_leaves_none_behind(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD_AND_WAIT, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "here"
        with WindowLock(tmp_path) as lock:
            assert lock.hold is Hold.ELSEWHERE
            assert lock.holder().host == "killed"
        process.kill()
    with WindowLock(tmp_path) as lock:
        assert lock.hold is Hold.HERE


def test_where_nothing_can_be_made_there_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with WindowLock(tmp_path / "file") as lock:
        assert lock.hold is Hold.IMPOSSIBLE
        assert lock.take() is Hold.IMPOSSIBLE
        lock.tell(HOLDER)
        assert lock.holder() == Holder()


@pytest.mark.skipif(sys.platform == "win32", reason="makes links and pipes")
def test_a_link_or_a_pipe_in_place_of_the_lock_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept")
    (tmp_path / LOCK_NAME).symlink_to(tmp_path / "kept")
    with WindowLock(tmp_path) as lock:
        lock.tell(HOLDER)
        assert lock.hold is Hold.IMPOSSIBLE
    assert (tmp_path / "kept").read_text() == "kept"
    (tmp_path / LOCK_NAME).unlink()
    os.mkfifo(tmp_path / LOCK_NAME)
    with WindowLock(tmp_path) as lock:
        assert lock.hold is Hold.IMPOSSIBLE


@pytest.mark.parametrize(
    "text", [b"\xff", b"[]", b"[" * 9_000, b'{"host": 1, "address": ["x"]}', b""]
)
def test_a_file_that_tells_nonsense_tells_nothing(tmp_path: Path, text: bytes) -> None:
    (tmp_path / LOCK_NAME).write_bytes(text)
    assert WindowLock(tmp_path).holder() == Holder()


def test_each_library_and_each_user_has_an_address(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    again = tmp_path / "x" / ".." / "one"
    assert this_window(one, os.environ) == this_window(again, os.environ)
    assert this_window(one, os.environ).address != this_window(other, os.environ).address
