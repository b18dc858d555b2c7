import hashlib
from datetime import date
from pathlib import Path

import pytest

from desktop_app.command_line.contexts import context_of_record, source_of_record
from desktop_app.command_line.main import main
from desktop_app.readers.detect import read_bytes
from desktop_app.readers.reading import ReadRecord
from tests.studies import record_bytes

CONTENT = record_bytes(designModule={"enrollmentInfo": {"count": "many"}})


def test_a_record_that_is_read_tells_its_file_and_what_was_odd() -> None:
    (record,) = read_bytes(CONTENT, "one.json")
    assert isinstance(record, ReadRecord)
    context = context_of_record(record, date(2026, 1, 1))
    assert context.provenance is not None
    assert context.provenance.shown.origin == "one.json"
    assert context.provenance.shown.size == len(CONTENT)
    assert context.provenance.shown.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert any("enrollmentInfo.count" in oddity for oddity in context.provenance.oddities)
    assert not context.provenance.versions
    assert not context.knows_library


def test_a_record_is_handed_on_with_its_document_byte_for_byte() -> None:
    (record,) = read_bytes(CONTENT, "some/other name.txt")
    assert isinstance(record, ReadRecord)
    source = source_of_record(record, date(2026, 1, 1))
    assert source.document == CONTENT
    assert source.document_name == "NCT01234567.json"
    assert source.document_sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert source.context == context_of_record(record, date(2026, 1, 1))


def test_show_tells_where_a_record_came_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "one.json"
    file.write_bytes(CONTENT)
    assert main(["--library", str(tmp_path), "show", str(file), "--pane", "record"]) == 0
    shown = capsys.readouterr().out
    assert hashlib.sha256(CONTENT).hexdigest() in shown
    assert "Odd in This Record" in shown
