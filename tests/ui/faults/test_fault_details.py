import errno
from pathlib import Path

import pytest

from desktop_app.errors import ExportError
from desktop_app.ui.faults.fault_details import (
    environment,
    surroundings,
    trace_without_values,
    without_homes,
    without_values,
)
from tests.ui.raised_faults import CANARY, raised


@pytest.mark.parametrize("depth", [0, 3])
@pytest.mark.parametrize(
    "error",
    [
        ValueError(CANARY),
        KeyError(CANARY),
        ExportError(f"{CANARY}.pdf cannot be written"),
        OSError(errno.ENOSPC, CANARY, f"/home/anna/{CANARY}.pdf"),
        AttributeError(CANARY, name=CANARY, obj=CANARY),
        UnicodeDecodeError("utf-8", CANARY.encode(), 0, 1, CANARY),
        ExceptionGroup(CANARY, [ValueError(CANARY)]),
    ],
    ids=lambda error: type(error).__name__ if isinstance(error, Exception) else str(error),
)
def test_no_trace_holds_what_an_error_says(error: Exception, depth: int) -> None:
    error.add_note(CANARY)
    told = trace_without_values(raised(error, depth))
    assert CANARY not in told
    assert "Andersson" not in told
    assert type(error).__name__ in told
    assert 'File "raised_faults.py"' in told


def test_a_trace_tells_what_led_to_an_error() -> None:
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as cause:
            raise ValueError(CANARY) from cause
    except ValueError as error:
        told = trace_without_values(error)
    assert told.index("KeyError") < told.index("Which led to") < told.index("ValueError")
    assert CANARY not in told


def test_a_trace_tells_which_error_of_the_system_it_was() -> None:
    assert trace_without_values(OSError(errno.ENOSPC, "full")) == "OSError ENOSPC"
    assert trace_without_values(AttributeError("x", name="x", obj=None)) == "AttributeError"
    assert trace_without_values(AttributeError("x", name="x", obj=3)) == "AttributeError on int"


def test_a_trace_that_goes_round_is_short() -> None:
    def fall(depth: int) -> int:
        return fall(depth + 1)

    try:
        fall(0)
    except RecursionError as error:
        told = trace_without_values(error)
    assert told.endswith("RecursionError")
    assert len(told) < 2_000


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("qt.svg: cannot open /home/anna/NCT01.svg, gone", "qt.svg: cannot open …, gone"),
        ('Cannot read "Andersson, 1962": no such file', "Cannot read …: no such file"),
        (r"C:\Users\Anna\NCT01.json is locked", "… is locked"),
        (r"\\server\share\NCT01.json is locked", "… is locked"),
        ("file:///home/anna/a.png failed", "… failed"),
        ("https://example.org/?q=cancer failed", "… failed"),
        ("QPainter::begin: Paint device returned engine == 0", None),
        ("QLayout: Attempting to add QLayout to Window, which has one", None),
        ("setGeometry: 3/4 of it don't fit", None),
    ],
)
def test_a_message_loses_what_it_quotes(said: str, left: str | None) -> None:
    assert without_values(said) == (said if left is None else left)


def test_a_long_message_is_cut() -> None:
    assert len(without_values("word " * 1_000)) < 320


def test_a_trace_names_the_program_not_the_home() -> None:
    trace = """Current thread 0x00007f (most recent call first):
  File "/home/anna/programs/desktop_app/ui/tasks.py", line 3 in run
  File "C:\\Users\\Anna\\venv\\Lib\\site-packages\\apsw\\__init__.py", line 4 in open
  File "/usr/lib/python3.11/threading.py", line 982 in run
  File "/home/anna/other.py", line 1 in <module>"""
    told = without_homes(trace)
    assert "nna" not in told
    assert 'File "desktop_app/ui/tasks.py", line 3 in run' in told
    assert 'File "apsw\\__init__.py", line 4' in told
    assert 'File "threading.py", line 982' in told
    assert 'File "other.py"' in told


def test_a_report_names_versions_and_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    assert environment().startswith("Trial Protocol Viewer ")
    assert "Session wayland, desktop not stated" in surroundings()
    assert "Language en, started from source" in surroundings()


def test_nothing_of_the_application_logs_an_error_with_its_message() -> None:
    """``exception`` and ``exc_info`` write messages, which quote what the program was at."""
    sources = Path(__file__).parents[3] / "desktop_app"
    for file in sources.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert "LOG.exception(" not in text, file
        assert "exc_info" not in text, file
