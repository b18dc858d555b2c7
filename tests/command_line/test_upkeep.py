import sys
from pathlib import Path

import apsw
import pytest

from desktop_app.command_line.main import main
from desktop_app.directories import Directories
from desktop_app.errors import StoreError
from desktop_app.handover.lock import WindowLock
from desktop_app.store.backups.copying import Progress
from desktop_app.store.personal.opening import connect_personal
from desktop_app.store.upkeep import Upkeep
from tests.studies import record_bytes

Capture = pytest.CaptureFixture[str]
NUMBERS = ("NCT00000101", "NCT00000102")


@pytest.fixture
def library(tmp_path: Path, capsys: Capture) -> Path:
    for number in NUMBERS:
        (tmp_path / f"{number}.json").write_bytes(record_bytes(number))
        assert main(["import", str(tmp_path / f"{number}.json")]) == 0
    capsys.readouterr()
    return Directories.standard().library


def note(library: Path, text: str) -> None:
    connection = connect_personal(library / "personal.sqlite3")
    connection.execute("INSERT OR REPLACE INTO note VALUES (101, ?, 1)", (text,))
    connection.close()


def noted(library: Path) -> str:
    connection = connect_personal(library / "personal.sqlite3")
    text = str(connection.execute("SELECT text FROM note").get)
    connection.close()
    return text


def test_a_library_is_checked_and_built_again(library: Path, capsys: Capture) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("Everything is sound: 2 source documents")
    connection = apsw.Connection(str(library / "library.sqlite3"))
    connection.execute("DELETE FROM facet")
    connection.close()
    assert main(["check"]) == 1
    assert "do not agree" in capsys.readouterr().out
    assert main(["rebuild"]) == 0
    assert main(["check"]) == 0


def test_a_backup_is_made_and_restored(library: Path, tmp_path: Path, capsys: Capture) -> None:
    note(library, "first")
    assert main(["backup", "-o", str(tmp_path)]) == 0
    backups = capsys.readouterr().out.splitlines()
    note(library, "second")
    assert main(["restore", *backups]) == 0
    assert noted(library) == "first"
    kept = [line for line in capsys.readouterr().out.splitlines() if "before: " in line]
    assert main(["restore", kept[0].partition("before: ")[2]]) == 0
    assert noted(library) == "second"
    assert main(["check"]) == 0


def test_what_is_no_backup_is_said(library: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["restore", str(tmp_path / "NCT00000101.json")]) == 1
    assert "is no backup by its name" in capsys.readouterr().err


def test_a_backup_that_is_not_there_is_said(library: Path, capsys: Capture) -> None:
    name = "library-2026-01-02T030405.000006-by-hand.sqlite3"
    assert main(["restore", name]) == 1
    assert capsys.readouterr().err == f"{name}: There is no such file.\n"


def test_studies_that_are_not_held_are_said_and_the_others_are_written(
    library: Path, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "some.triallibrary"
    assert main(["export-library", "NCT00000999", "-o", str(path)]) == 1
    told = "NCT00000999 is not in the library. Import its record first.\n"
    assert capsys.readouterr().err == told
    assert not path.exists()
    assert main(["export-library", "NCT00000999", NUMBERS[0], "-o", str(path)]) == 1
    captured = capsys.readouterr()
    assert captured.err == told
    assert "with 1 study" in captured.out


def test_a_library_that_is_open_is_not_replaced(
    library: Path, tmp_path: Path, capsys: Capture
) -> None:
    main(["backup", "-o", str(tmp_path)])
    (backup,) = (line for line in capsys.readouterr().out.splitlines() if "library-" in line)
    with WindowLock(library):
        assert main(["restore", backup]) == 1
    assert "is open in a window" in capsys.readouterr().err


def test_studies_go_to_another_library(library: Path, tmp_path: Path, capsys: Capture) -> None:
    note(library, "Ask Anna")
    path = str(tmp_path / "out.triallibrary")
    assert main(["export-library", "NCT00000101", "--with-personal", "-o", path]) == 0
    assert "with 1 study" in capsys.readouterr().out
    other = tmp_path / "other"
    assert main(["import", "--library", str(other), path]) == 0
    assert "added: NCT00000101" in capsys.readouterr().out
    assert main(["import", "--library", str(other), "--with-personal", path]) == 0
    assert noted(other) == "Ask Anna"


def test_a_command_for_a_library_that_is_not_there_makes_none(
    tmp_path: Path, capsys: Capture
) -> None:
    assert main(["check", "--library", str(tmp_path / "none")]) == 1
    assert "There is no library" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_the_percentage_is_taken_back_before_a_failure_is_told(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def fail(_upkeep: Upkeep, progress: Progress) -> None:
        progress(1, 2)
        raise StoreError("The disk is full.")

    monkeypatch.setattr(Upkeep, "rebuild", fail)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["rebuild", "--library", str(library)]) == 1
    assert capsys.readouterr().err == "\r 50 %\r     \rThe disk is full.\n"
