"""Each system is tried on whichever one runs the tests: it is an argument."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app import systems
from desktop_app.systems import MACOS, WINDOWS

LINUX = "linux"


class Windows:
    """Stands for the libraries of Windows, and notes what is asked of them."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[object, ...]]] = []

    def __call__(self, library: str) -> Any:
        outer = self

        class Library:
            def __getattr__(self, name: str) -> Any:
                return lambda *given: outer.calls.append((f"{library}.{name}", given))

        return Library()


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    stand_in = Windows()
    monkeypatch.setattr(systems, "_windows_library", stand_in)
    return stand_in


@pytest.mark.parametrize(
    ("platform", "variables", "has_display", "is_seen"),
    [
        (LINUX, {}, False, False),
        (LINUX, {"DISPLAY": ""}, False, False),
        (LINUX, {"DISPLAY": ":0"}, True, True),
        (LINUX, {"WAYLAND_DISPLAY": "wayland-0"}, True, True),
        (LINUX, {"QT_QPA_PLATFORM": "offscreen"}, True, False),
        (LINUX, {"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal:fontengine=x"}, True, False),
        ("freebsd14", {"DISPLAY": ":0"}, True, True),
        (WINDOWS, {}, True, True),
        (MACOS, {}, True, True),
    ],
)
def test_a_window_needs_a_display(
    platform: str, variables: dict[str, str], has_display: bool, is_seen: bool
) -> None:
    assert systems.has_display(variables, platform) is has_display
    assert systems.is_seen(variables, platform) is is_seen


def test_pipes_are_watched_everywhere_but_on_windows() -> None:
    assert [systems.can_watch_pipes(one) for one in (LINUX, MACOS, WINDOWS)] == [True, True, False]


def test_users_of_windows_are_told_apart_by_their_names() -> None:
    nurse = {"USERDOMAIN": "WARD", "USERNAME": "Ana", "USERPROFILE": r"C:\Users\Ana"}
    other = {**nurse, "USERNAME": "Bea"}
    assert systems.user_key(nurse, WINDOWS) == systems.user_key(
        {**nurse, "USERNAME": "ANA"}, WINDOWS
    )
    assert systems.user_key(nurse, WINDOWS) != systems.user_key(other, WINDOWS)


def test_computers_are_told_apart_by_their_names() -> None:
    assert systems.computer_name({"COMPUTERNAME": "WARD-7"}, WINDOWS) == "WARD-7"
    if sys.platform != "win32":
        assert systems.computer_name({"COMPUTERNAME": "x"}, MACOS) == os.uname().nodename


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such numbers on Windows")
def test_users_of_other_systems_are_told_apart_by_their_numbers() -> None:
    assert systems.user_key({}, LINUX) == systems.user_key({}, MACOS) == str(os.getuid())


def test_a_pipe_of_windows_has_the_name_that_qt_gives_it() -> None:
    assert systems.socket_address("viewer-1", {}, WINDOWS) == r"\\.\pipe\viewer-1"


@pytest.fixture
def any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the folders of tests, whose paths are long on some systems, hold sockets."""
    monkeypatch.setattr(systems, "_LONGEST_SOCKET", 400)


@pytest.mark.usefixtures("any_length")
def test_a_socket_lies_where_the_user_alone_can_write(tmp_path: Path) -> None:
    own = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert systems.socket_address("viewer", own, LINUX) == str(tmp_path / "viewer")
    assert systems.socket_address("viewer", {}, MACOS, str(tmp_path)) == str(tmp_path / "viewer")
    gone = {"XDG_RUNTIME_DIR": str(tmp_path / "gone")}
    assert systems.socket_address("viewer", gone, LINUX, str(tmp_path)) == str(tmp_path / "viewer")


def test_a_socket_with_too_long_a_path_lies_elsewhere(tmp_path: Path) -> None:
    deep = tmp_path / ("deep" * 30)
    deep.mkdir()
    address = systems.socket_address("viewer", {"XDG_RUNTIME_DIR": str(deep)}, LINUX, str(deep))
    assert address == str(Path("/tmp/viewer"))


def test_the_desktop_gives_leave_to_come_to_the_front() -> None:
    assert systems.activation_token({}) == ""
    assert systems.activation_token({"DESKTOP_STARTUP_ID": "old"}) == "old"
    both = {"DESKTOP_STARTUP_ID": "old", "XDG_ACTIVATION_TOKEN": "new"}
    assert systems.activation_token(both) == "new"


def test_windows_is_asked_for_what_windows_alone_has(windows: Windows) -> None:
    for platform in (LINUX, MACOS, WINDOWS):
        systems.let_others_come_to_front(platform)
        systems.claim_place_on_task_bar("org.example.Viewer", platform)
        systems.show_installers_that_it_runs("Viewer", platform)
        systems.note_recent_file(Path("record.trial"), platform)
    assert windows.calls == [
        ("user32.AllowSetForegroundWindow", (-1,)),
        ("shell32.SetCurrentProcessExplicitAppUserModelID", ("org.example.Viewer",)),
        ("kernel32.CreateMutexW", (None, False, "Viewer")),
        ("shell32.SHAddToRecentDocs", (3, "record.trial")),
    ]


def test_a_frozen_program_gives_others_the_libraries_of_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/viewer", raising=False)
    variables = {"LD_LIBRARY_PATH": "/opt/viewer", "HOME": "/home/ana"}
    systems.restore_loader_paths(variables)
    assert variables == {"HOME": "/home/ana"}
    variables = {"LD_LIBRARY_PATH": "/opt/viewer", "LD_LIBRARY_PATH_ORIG": "/usr/local/lib"}
    systems.restore_loader_paths(variables)
    assert variables == {"LD_LIBRARY_PATH": "/usr/local/lib"}


def test_a_checkout_leaves_them_as_they_are() -> None:
    variables = {"LD_LIBRARY_PATH": "/usr/local/lib"}
    systems.restore_loader_paths(variables)
    assert variables == {"LD_LIBRARY_PATH": "/usr/local/lib"}


def test_a_share_is_on_another_computer_on_windows_alone() -> None:
    assert systems.is_remote_drive("\\\\server\\share\\", "win32")
    assert not systems.is_remote_drive("\\\\server\\share\\", "linux")
    assert not systems.is_remote_drive("/", "darwin")


def test_only_windows_knows_whether_a_screen_reader_runs(windows: Windows) -> None:
    assert systems.may_have_screen_reader(LINUX)
    assert systems.may_have_screen_reader(MACOS)
    assert windows.calls == []
    # The stand-in answers as a system on which none runs.
    assert not systems.may_have_screen_reader(WINDOWS)
    assert [name for name, _given in windows.calls] == ["user32.SystemParametersInfoW"]
