"""``trialviewer import`` of so many records that other processes do it."""

import json
from pathlib import Path

import pytest

from desktop_app.command_line import main
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
