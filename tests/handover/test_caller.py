import errno
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from threading import Thread

import pytest

from desktop_app.handover import caller
from desktop_app.handover.caller import hand_over, request_of
from desktop_app.handover.lock import Holder
from desktop_app.handover.request import Answer, Request

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks for a POSIX socket")
REQUEST = Request(("NCT00000101",))
SOON = 0.3


class Window:
    """Stands for a window: says the same to everybody who calls."""

    def __init__(self, path: Path, reply: bytes | None) -> None:
        self.holder = Holder(address=str(path))
        self.heard: list[bytes] = []
        self._reply = reply
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen()
        self._thread = Thread(target=self._answer, daemon=True)
        self._thread.start()

    def _answer(self) -> None:
        try:
            calling, _ = self._listening.accept()
        except OSError:
            return
        with calling:
            self.heard.append(calling.recv(100_000))
            if self._reply is None:
                calling.recv(1)
            else:
                calling.sendall(self._reply)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = Path("/tmp") / f"caller-{os.getpid()}"
    folder.mkdir()
    yield folder / "window"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def test_the_window_is_asked_and_answers(place: Path) -> None:
    window = Window(place, Answer(True, "7").encoded())
    assert hand_over(lambda: window.holder, REQUEST) == Answer(True, "7")
    window.close()
    assert [Request.decoded(line) for line in window.heard] == [REQUEST]


def test_a_window_that_says_something_odd_has_not_taken_it(place: Path) -> None:
    window = Window(place, b"220 mail ready\n")
    assert hand_over(lambda: window.holder, REQUEST) == Answer(False, "")
    window.close()


def test_a_window_that_hangs_is_given_up(place: Path) -> None:
    window = Window(place, None)
    assert hand_over(lambda: window.holder, REQUEST, SOON) is None
    window.close()


def test_a_window_that_starts_is_waited_for(place: Path) -> None:
    windows: list[Window] = []
    asked: list[None] = []

    def holder() -> Holder:
        asked.append(None)
        if len(asked) == 2:
            return Holder(address=str(place))
        if len(asked) == 4:
            windows.append(Window(place, Answer(True).encoded()))
        return windows[0].holder if windows else Holder()

    assert hand_over(holder, REQUEST) == Answer(True)
    assert len(asked) == 4
    windows[0].close()


def test_a_socket_that_was_left_behind_is_no_window(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(place))
    assert hand_over(lambda: Holder(address=str(place)), REQUEST, start=SOON) is None


def test_a_library_that_is_closed_meanwhile_needs_no_answer(place: Path) -> None:
    assert hand_over(lambda: None, REQUEST) is None


def test_a_socket_of_another_user_is_not_spoken_to(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = Window(place, Answer(True).encoded())
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    assert hand_over(lambda: window.holder, REQUEST) is None
    window.close()
    assert window.heard == []


def test_names_mean_the_same_in_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "NCT00000102").write_text("")
    asked = request_of(
        ("a.trial", "nct101", "NCT00000102", "/b.json"), {"XDG_ACTIVATION_TOKEN": "t"}
    )
    there = str(tmp_path)
    assert asked.inputs == (f"{there}/a.trial", "NCT00000101", f"{there}/NCT00000102", "/b.json")
    assert asked.activation == "t"


@pytest.mark.parametrize(
    "text",
    [
        "https://clinicaltrials.gov/study/NCT00000102?tab=table",
        "clinicaltrials.gov/study/NCT00000102",
        "NCT-00000102",
        "NCT00000102, NCT00000103",
        "2004-000446-20",
        "CTRI/2020/01/012345",
    ],
)
def test_addresses_and_numbers_are_no_names_of_files(text: str) -> None:
    assert request_of((text,), {}).inputs == (text,)


@pytest.mark.parametrize("text", ["trials2024", "NCT00000102.json", "./NCT123", "my trials/NCT1"])
def test_what_may_be_a_file_is_one(text: str) -> None:
    (given,) = request_of((text,), {}).inputs
    assert Path(given).is_absolute()


class Terminal:
    """Stands for a pipe of Windows: a path through which both sides write and read."""

    def __init__(self, reply: bytes | None) -> None:
        # There are none on Windows, where these tests are not run.
        import tty

        try:
            self._own, self._other = os.openpty()
        except OSError as error:
            pytest.skip(f"this system has no terminals: {error}")
        tty.setraw(self._other)
        self.path = os.ttyname(self._other)
        self.heard = b""
        self._reply = reply
        self._thread = Thread(target=self._answer, daemon=True)
        self._thread.start()

    def _answer(self) -> None:
        while not self.heard.endswith(b"\n"):
            self.heard += os.read(self._own, 1_000)
        if self._reply is not None:
            os.write(self._own, self._reply)

    def close(self) -> None:
        self._thread.join()
        os.close(self._own)
        os.close(self._other)


def test_a_window_of_windows_is_asked_through_its_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caller, "_exchange", caller._exchange_by_pipe)
    window = Terminal(Answer(True, "7").encoded())
    assert hand_over(lambda: Holder(address=window.path), REQUEST) == Answer(True, "7")
    window.close()
    assert Request.decoded(window.heard) == REQUEST


def test_a_pipe_that_is_silent_or_gone_is_given_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(caller, "_exchange", caller._exchange_by_pipe)
    window = Terminal(None)
    assert hand_over(lambda: Holder(address=window.path), REQUEST, SOON) is None
    window.close()
    gone = Holder(address=str(tmp_path / "gone"))
    assert hand_over(lambda: gone, REQUEST, start=SOON) is None


def test_the_name_of_a_pipe_is_a_path_of_windows() -> None:
    name = r"\\.\pipe\trialviewer-1"
    assert str(PureWindowsPath(name)) == name


def test_a_window_that_many_ask_at_once_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    faults = [OSError(errno.EINVAL, "All pipe instances are busy"), BlockingIOError()]

    def exchange(address: str, line: bytes, seconds: float) -> bytes:
        if faults:
            raise faults.pop()
        return Answer(True).encoded()

    monkeypatch.setattr(caller, "_exchange", exchange)
    assert hand_over(lambda: Holder(address="pipe"), REQUEST) == Answer(True)
    assert faults == []
