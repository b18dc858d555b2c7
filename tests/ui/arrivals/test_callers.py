import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.handover.caller import hand_over
from desktop_app.handover.lock import Holder
from desktop_app.handover.request import LARGEST_LINE, Answer, Request
from desktop_app.ui.arrivals.callers import Callers
from desktop_app.ui.arrivals.hand_over_server import HandOverServer
from desktop_app.ui.arrivals.window_front import bring_to_front
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import WriteRecord, part

Call = Callable[[Request], "Future[Answer | None]"]
_OPEN_FILES = """
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from desktop_app.ui.arrivals.file_opening import FileOpeningApplication

app = FileOpeningApplication(["trialviewer"])
app.files_opened.connect(lambda paths: print("heard:", *(path.name for path in paths)))
for name in ("a.trial", "b.trial"):
    app.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(f"/records/{name}")))
app.sendEvent(app, QFileOpenEvent(QUrl("https://example.org/d.trial")))
app.tell_files()
app.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile("/records/c.trial")))
app.tell_files()
"""


@pytest.fixture
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    # The paths of a test's own folders are too long for a socket on some systems.
    path = Path("/tmp") / f"callers-{os.getpid()}"
    yield str(path)
    path.unlink(missing_ok=True)


@pytest.fixture
def server(qapp: QApplication, address: str) -> Iterator[HandOverServer]:
    made = HandOverServer()
    assert made.listen(address)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def call(address: str) -> Iterator[Call]:
    """Returns what hands over as a later start does, from elsewhere than the window's thread."""
    with ThreadPoolExecutor() as elsewhere:
        yield lambda request: elsewhere.submit(hand_over, lambda: Holder(address=address), request)


def test_what_is_handed_over_arrives(server: HandOverServer, call: Call, qtbot: QtBot) -> None:
    request = Request(("/records/\udcff a.trial", "NCT00000101"), "token")
    with qtbot.waitSignal(server.asked) as heard:
        answer = call(request)
    assert heard.args == [request]
    assert answer.result() == Answer(True)


def test_many_starts_at_once_are_all_heard(
    server: HandOverServer, call: Call, qtbot: QtBot
) -> None:
    heard: list[Request] = []
    server.asked.connect(heard.append)
    requests = [Request((f"NCT{number:08d}",)) for number in range(1, 41)]
    answers = [call(request) for request in requests]
    qtbot.waitUntil(lambda: len(heard) == len(requests), timeout=20_000)
    assert {answer.result() for answer in answers} == {Answer(True)}
    assert set(heard) == set(requests)


def test_thousands_of_files_are_heard(server: HandOverServer, call: Call, qtbot: QtBot) -> None:
    request = Request(tuple(f"/records/{'n' * 100}{number}" for number in range(10_000)))
    with qtbot.waitSignal(server.asked) as heard:
        call(request)
    assert heard.args == [request]


@pytest.mark.parametrize("said", [b"GET / HTTP/1.1\r\n\r\n", b"{}\n", b"a" * (LARGEST_LINE + 1)])
def test_what_is_not_understood_opens_nothing(
    server: HandOverServer, address: str, qtbot: QtBot, said: bytes
) -> None:
    heard: list[Request] = []
    server.asked.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(address)
    with qtbot.waitSignal(socket.disconnected):
        socket.write(said)
    assert Answer.decoded(bytes(socket.readAll().data())) == Answer(False)
    assert heard == []


def test_what_is_in_the_way_of_the_socket_is_removed(
    server: HandOverServer, qapp: QApplication, address: str
) -> None:
    server.close()
    Path(address).write_text("left over")
    assert server.listen(address)


@pytest.mark.skipif(os.name == "nt", reason="rights of files are those of POSIX")
def test_the_socket_is_for_this_user_alone(server: HandOverServer, address: str) -> None:
    assert Path(address).stat().st_mode & 0o077 == 0


def test_a_place_where_no_socket_can_be_is_survived(qapp: QApplication, tmp_path: Path) -> None:
    server = HandOverServer()
    assert not server.listen(str(tmp_path / "gone" / "socket"))
    server.deleteLater()


@pytest.fixture
def callers(session: Session) -> Callers:
    return Callers(session.window, session.window, session.keeper)


def test_a_later_start_shows_its_files_in_the_window(
    session: Session,
    callers: Callers,
    call: Call,
    address: str,
    qtbot: QtBot,
    record_file: WriteRecord,
) -> None:
    callers.listen(address)
    answer = call(Request((str(record_file("NCT00000101")),)))
    qtbot.waitUntil(lambda: session.window.windowTitle().startswith("NCT00000101"))
    assert answer.result() == Answer(True)


def test_a_start_of_another_version_is_told_of(session: Session, callers: Callers) -> None:
    callers.take_request(Request((), "", "99.1"))
    assert "Version 99.1" in part(session.window, StatusLine).message


def test_files_of_the_system_are_shown(
    session: Session, callers: Callers, record_file: WriteRecord
) -> None:
    callers.take_files((record_file("NCT00000101"),))
    assert session.window.windowTitle().startswith("NCT00000101")


def test_files_that_come_before_the_window_wait_for_it() -> None:
    # There can be but one application in a process.
    told = subprocess.run(
        [sys.executable, "-c", _OPEN_FILES], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["heard:", "a.trial", "b.trial", "heard:", "c.trial"]


def test_a_minimized_window_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_to_front(window, "token")
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isVisible()
