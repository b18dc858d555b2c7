"""``trialviewer import`` of so many records that other processes do it."""

import json
from pathlib import Path

import pytest

from desktop_app.command_line import main
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.importing import sizes
from desktop_app.store.library import Library
from desktop_app.store.personal.exchange import Dump, DumpedStudy, load
from tests.studies import record_bytes

COUNT = 201


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with many records, and a file that is none."""
    folder = tmp_path / "records"
    folder.mkdir()
    for number in range(COUNT):
        name = f"NCT{number + 1:08}"
        (folder / f"{name}.json").write_bytes(record_bytes(name))
    (folder / "none.json").write_bytes(b"no record")
    return folder


def test_many_records_are_counted_and_what_is_none_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(folder)]) == 1
    told = capsys.readouterr().out
    assert f"{folder / 'none.json'}" in told
    assert told.endswith(f"{COUNT} added, 1 not understood\n")
    assert main(["import", "--json", str(folder)]) == 1
    assert json.loads(capsys.readouterr().out)["same"] == COUNT
    assert main(["search", "NCT00000201"]) == 0
    assert "1 of 1 shown" in capsys.readouterr().out


def test_a_large_file_of_a_library_comes_with_what_belongs_to_its_sender(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theirs, sent = ("--library", str(tmp_path / "theirs")), str(tmp_path / "sent.triallibrary")
    assert main(["import", *theirs, str(folder)]) == 1
    with Library.open(tmp_path / "theirs", reader=reread) as library:
        writer = library.personal_writer()
        writer.perform(load(Dump((DumpedStudy(7, starred_at=5),))))
        writer.close()
    assert main(["export-library", *theirs, "--with-personal", "-o", sent]) == 0
    monkeypatch.setattr(sizes, "_MANY_FILES", 0)
    capsys.readouterr()
    assert main(["import", "--with-personal", sent]) == 0
    assert capsys.readouterr().out == f"{COUNT} added\n"
    assert main(["import", "--with-personal", sent]) == 0
    assert capsys.readouterr().out == f"{COUNT} same\n"
    with Library.open(Directories.standard().library, reader=reread) as library:
        assert library.personal.count_starred() == 1
