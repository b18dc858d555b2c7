"""Files that were made to do harm: each gets a sentence and an exit code, and nothing is lost."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.command_line import main
from tests.studies import record_bytes

LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<clinical_study><brief_title>&c;</brief_title></clinical_study>"""
EXTERNAL = b"""<?xml version="1.0"?>
<!DOCTYPE clinical_study [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<clinical_study><brief_title>&x;</brief_title></clinical_study>"""


def _zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("NCT00000001.json", b'{"protocolSection":"' + b" " * 60_000_000 + b'"}')


def _zip_slip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../evil.json", record_bytes())


def _bytes(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_bytes(b""), "It is empty."),
        (_bytes(record_bytes()[:-30]), "ends in the middle"),
        (_bytes(b"[" * 200_000 + b"]" * 200_000), "nested deeper than"),
        (_bytes(b'{"a":' * 200_000), "nested deeper than"),
        (_bytes(b"%PDF-1.7 and so on"), "PDF"),
        (_bytes(LAUGHS), "document type"),
        (_bytes(EXTERNAL), "document type"),
        (_bytes(b"<clinical_study>" + b"<a>" * 50_000), "nested|deep"),
        (_bytes(b"<clinical_study><brief_title>x</brief"), "XML"),
        (_zip_bomb, "times its size"),
        (_zip_slip, "points outside"),
    ],
    ids=[
        "empty",
        "truncated",
        "brackets",
        "braces",
        "pdf",
        "laughs",
        "external entity",
        "deep xml",
        "cut xml",
        "zip bomb",
        "zip slip",
    ],
)
def test_bad_input_gets_a_sentence_and_costs_nothing(
    make: Callable[[Path], None],
    sentence: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bad, good = tmp_path / "bad.json", tmp_path / "good.json"
    make(bad)
    good.write_bytes(record_bytes())
    assert main(["import", str(bad), str(good)]) == 1
    captured = capsys.readouterr()
    assert re.search(sentence, captured.out), captured.out
    assert str(bad) in captured.out
    assert "Traceback" not in captured.out + captured.err
    assert "root:" not in captured.out
    assert main(["show", "NCT01234567"]) == 0


def test_a_title_of_markup_controls_and_a_local_image_is_shown_as_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "A\u202eB\u0000C\u001b[31m <img src='/etc/hostname'> <b>R&D</b> </para>"
    file = tmp_path / "odd.json"
    file.write_bytes(
        record_bytes(identificationModule={"nctId": "NCT01234567", "briefTitle": title})
    )
    assert main(["show", str(file)]) == 0
    out = capsys.readouterr().out
    assert "<img src='/etc/hostname'> <b>R&D</b> </para>" in out
    assert not {"\u202e", "\u0000", "\u001b"} & set(out)
    assert main(["brief", str(file), "-o", str(tmp_path / "brief.pdf")]) == 0
    assert main(["import", str(file)]) == 0


def test_a_record_of_four_megabytes_is_read_shown_and_briefed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "huge.json"
    words = "Participants walk along the river every day. " * 90_000
    file.write_bytes(record_bytes(descriptionModule={"detailedDescription": words}))
    assert file.stat().st_size > 4_000_000
    assert main(["import", str(file)]) == 0
    assert main(["show", "NCT01234567", "--pane", "summary"]) == 0
    assert "along the river" in capsys.readouterr().out
    assert main(["brief", str(file), "-o", str(tmp_path / "brief.pdf")]) == 0


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(5, "I/O error")]
)
def test_a_folder_that_may_not_be_read_gets_a_sentence(
    error: OSError,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(_: Path) -> None:
        raise error

    # Root may read everything, so the refusal itself is played.
    monkeypatch.setattr("desktop_app.readers.sources.os.scandir", refuse)
    assert main(["import", str(tmp_path)]) == 1
    assert f"It cannot be read: {error.strerror}." in capsys.readouterr().out


def test_a_brief_that_cannot_be_written_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert main(["brief", "NCT03816852", "-o", str(blocked / "brief.pdf")]) == 1
    error = capsys.readouterr().err
    assert str(blocked) in error
    assert "Traceback" not in error
