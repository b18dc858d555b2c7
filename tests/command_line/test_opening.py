"""Starting the program while a window is open, as a double-click does it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import application
from desktop_app.command_line.main import main
from desktop_app.command_line.opening import WindowElsewhereError
from desktop_app.directories import Directories
from desktop_app.handover import caller
from desktop_app.handover.lock import Holder, WindowLock, this_window
from desktop_app.handover.request import Answer, Request
from desktop_app.languages import speaking
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.settings import SettingsKeeper
from tests.pseudo_language import OPENING, PseudoTranslations
from tests.studies import record_bytes

PROJECT = Path(__file__).parents[2]
Start = Callable[..., subprocess.Popen[str]]
_HEAVY = ("PySide6", "pydantic", "apsw", "reportlab", "desktop_app.application", "zstandard")
_ASK = """
import sys
from desktop_app.command_line.main import main
code = main(sys.argv[1:])
print(*(name for name in {!r} if name in sys.modules))
sys.exit(code)
"""


@pytest.fixture
def library() -> Path:
    return Directories.standard().library


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Returns what starts the program; all windows are closed at the end."""
    with ExitStack() as running:
        # For their sockets, which a window that is killed leaves behind; the paths are short.
        folder = running.enter_context(
            TemporaryDirectory(dir="/tmp" if os.name == "posix" else None)
        )
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)

        def start(*arguments: str, folder: Path = PROJECT) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            running.enter_context(process)
            running.callback(process.kill)
            return process

        yield start


@pytest.fixture
def elsewhere(library: Path) -> Iterator[WindowLock]:
    """Holds the library as another window does."""
    with WindowLock(library) as lock:
        yield lock


def _is_told(lock: WindowLock) -> bool:
    return bool(lock.holder().address)


def _answer(
    monkeypatch: pytest.MonkeyPatch, answer: Answer | None, asked: list[Request] | None = None
) -> None:
    def hand_over(holder: Callable[[], Holder | None], request: Request) -> Answer | None:
        holder()
        if asked is not None:
            asked.append(request)
        return answer

    monkeypatch.setattr(caller, "hand_over", hand_over)


def test_a_second_start_has_the_window_show_its_file(
    start: Start, tmp_path: Path, library: Path, qtbot: QtBot
) -> None:
    (tmp_path / "one record.trial").write_bytes(record_bytes("NCT00000101"))
    first = start("-m", "desktop_app")
    qtbot.waitUntil(partial(_is_told, WindowLock(library)), timeout=30_000)
    # It comes while the first one is still on its way to a window.
    second = start("-c", _ASK.format(_HEAVY), "one record.trial", folder=tmp_path)
    shown, faults = second.communicate(timeout=60)
    assert (second.returncode, faults) == (0, "")
    assert shown.splitlines() == ["Shown in the window that is open.", ""]
    assert first.poll() is None

    def is_imported() -> bool:
        found = subprocess.run(
            [sys.executable, "-m", "desktop_app", "show", "NCT00000101"],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.returncode == 0

    qtbot.waitUntil(is_imported, timeout=30_000)


def test_another_library_has_a_window_of_its_own(
    start: Start, tmp_path: Path, library: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other"
    windows = [start("-m", "desktop_app"), start("-m", "desktop_app", "--library", str(other))]
    for folder in (library, other):
        qtbot.waitUntil(partial(_is_told, WindowLock(folder)), timeout=30_000)
    assert [window.poll() for window in windows] == [None, None]


def test_a_window_that_does_not_answer_is_said(
    elsewhere: WindowLock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere.tell(this_window(elsewhere.path.parent, os.environ))
    _answer(monkeypatch, None)
    assert main(["NCT00000101"]) == 1
    assert "open already, but does not answer" in capsys.readouterr().err


def test_a_window_that_does_not_understand_is_said(
    elsewhere: WindowLock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Request] = []
    _answer(monkeypatch, Answer(False, "0.0.1"), asked)
    assert main(["NCT00000101"]) == 1
    assert "in another version (0.0.1)" in capsys.readouterr().err
    assert asked[0].inputs == ("NCT00000101",)


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        (Holder("other-pc", "1", "x"), "is open on the computer other-pc"),
        (Holder(this_window(Path("x"), os.environ).host, "other"), "of another user"),
    ],
)
def test_a_library_whose_window_cannot_be_reached_is_opened_for_reading_only(
    elsewhere: WindowLock, monkeypatch: pytest.MonkeyPatch, holder: Holder, words: str
) -> None:
    opened: list[Directories] = []

    def run_window(directories: Directories, inputs: Sequence[str], address: str) -> int:
        assert not address
        opened.append(directories)
        return 0

    elsewhere.tell(holder)
    _answer(monkeypatch, Answer(True))
    monkeypatch.setattr(application, "run_window", run_window)
    assert main([]) == 0
    assert opened[0].is_read_only
    assert words in opened[0].why_read_only
    # What the other one holds stays theirs.
    assert elsewhere.holder() == holder


def test_a_window_that_is_closed_meanwhile_is_followed_by_another(
    elsewhere: WindowLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hand_over(holder: Callable[[], Holder | None], request: Request) -> Answer | None:
        elsewhere.__exit__(None, None, None)
        assert holder() is None
        return None

    opened: list[Sequence[str]] = []

    def run_window(directories: Directories, inputs: Sequence[str], address: str) -> int:
        assert WindowLock(directories.library).holder().address == address
        opened.append(inputs)
        return 0

    monkeypatch.setattr(caller, "hand_over", hand_over)
    monkeypatch.setattr(application, "run_window", run_window)
    assert main(["NCT00000101"]) == 0
    assert opened == [("NCT00000101",)]


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_who_has_no_terminal_sees_a_dialog(
    elsewhere: WindowLock, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    said: list[str] = []
    monkeypatch.setattr(application, "say_alone", lambda error, _: said.append(str(error)))
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    elsewhere.tell(this_window(elsewhere.path.parent, os.environ))
    _answer(monkeypatch, None)
    assert main([]) == 1
    assert len(said) == (platform == "xcb")


def test_commands_go_on_beside_a_window(
    elsewhere: WindowLock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "record.trial").write_bytes(record_bytes("NCT00000101"))
    assert main(["import", str(tmp_path)]) == 0
    assert main(["show", "NCT00000101"]) == 0
    assert "NCT00000101" in capsys.readouterr().out


def test_what_is_said_is_in_the_language_of_where_it_is_said() -> None:
    error = WindowElsewhereError("Close it on {host}.", host="ward-7")
    assert str(error) == "Close it on ward-7."
    with speaking("es", PseudoTranslations()):
        assert str(error).startswith(OPENING)
        assert "ward-7" in str(error)


def test_a_dialog_alone_speaks_the_chosen_language(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    directories = Directories.standard()
    SettingsKeeper(directories.settings, qapp).change(language="de")
    done: list[str] = []
    monkeypatch.setattr(
        application, "speak_as_chosen", lambda app, settings, *_: done.append(settings.language)
    )
    monkeypatch.setattr(NoticeDialog, "exec", lambda dialog: done.append(dialog.windowTitle()))
    application.say_alone(WindowElsewhereError("Close it."), directories)
    assert done[0] == "de"
    assert len(done) == 2
