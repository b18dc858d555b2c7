import io
import json
import os
import stat
import zipfile
from pathlib import Path

import pytest

from desktop_app.readers.detect import read_bytes
from desktop_app.readers.limits import Limits
from desktop_app.readers.reading import Reading, ReadRecord, Rejected, SourceFormat
from desktop_app.readers.sources import expected_count, read_sources
from tests.real_records import needs_records, record_files
from tests.studies import record_bytes


def _read(*paths: Path, limits: Limits | None = None) -> list[Reading]:
    return list(read_sources(paths, limits))


def _ids(readings: list[Reading]) -> list[str]:
    return [
        one.study.protocol_section.identification_module.nct_id or ""
        for one in readings
        if isinstance(one, ReadRecord)
    ]


def _reasons(readings: list[Reading]) -> list[str]:
    return [one.reason for one in readings if isinstance(one, Rejected)]


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.json", b"", "empty"),
        ("spaces.json", b" \n ", "empty"),
        ("paper.json", b"%PDF-1.7\n...", "PDF"),
        ("page.json", b"<!DOCTYPE html><html></html>", "web page"),
        ("table.json", b"NCT Number,Title\nNCT01234567,x\n", "table"),
        ("cut.json", record_bytes()[:-20], "ends in the middle"),
        ("deep.json", b"[" * 200_000 + b"]" * 200_000, "nested deeper"),
        ("other.json", b'{"trial": {"isrctn": 1}}', "no protocolSection"),
        ("none.json", b"[]", "holds no study"),
        ("number.json", b'{"protocolSection": {}}', "It has no NCT number"),
        ("word.json", record_bytes("NCT-ABC"), "'NCT-ABC', is no NCT number"),
        ("packed.json", b"\x1f\x8b\x08\x00", "compressed"),
        ("prose.json", b"Dear Sir or Madam", "neither a record"),
        ("bytes.json", bytes(range(1, 30)) * 9, "not text"),
    ],
)
def test_what_is_no_record_says_so_in_a_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    (reading,) = _read(file)
    assert isinstance(reading, Rejected)
    assert sentence in reading.reason
    assert reading.origin.startswith(str(file))
    assert reading.reason.endswith(".")


def test_a_file_is_told_from_its_content_not_its_name(tmp_path: Path) -> None:
    file = tmp_path / "holiday.pdf"
    file.write_bytes(record_bytes())
    assert _ids(_read(file)) == ["NCT01234567"]


@pytest.mark.parametrize(
    "content",
    [
        record_bytes(),
        record_bytes() + b"\r\n",
        b"\xef\xbb\xbf" + record_bytes(),
        record_bytes().decode().encode("utf-16"),
        json.dumps(json.loads(record_bytes()), indent=4).encode(),
    ],
    ids=["compact", "line end", "mark", "utf-16", "pretty"],
)
def test_a_file_of_one_study_is_kept_byte_for_byte(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "one.json"
    file.write_bytes(content)
    (reading,) = _read(file)
    assert isinstance(reading, ReadRecord)
    assert reading.document.content == content
    assert reading.document.format is SourceFormat.CTGOV_JSON
    assert reading.document.origin == str(file)


def test_one_bad_record_in_a_thousand_does_not_stop_the_others(tmp_path: Path) -> None:
    records = [record_bytes(f"NCT{n:08d}") for n in range(1, 1001)]
    records[500] = records[500][:70]
    file = tmp_path / "many.json"
    file.write_bytes(b"[" + b",\n".join(records) + b"]")
    readings = _read(file)
    assert len(_ids(readings)) == 999
    assert len(_reasons(readings)) == 1


def test_a_zip_is_read_member_by_member(tmp_path: Path) -> None:
    members = {
        "NCT00000001.json": record_bytes("NCT00000001"),
        "more/NCT00000002.json": record_bytes("NCT00000002"),
        "__MACOSX/._NCT00000001.json": b"resource fork",
        "readme.txt": b"hello",
    }
    archive = _zip(tmp_path / "studies.zip", members)
    readings = _read(archive)
    assert _ids(readings) == ["NCT00000001", "NCT00000002"]
    assert len(_reasons(readings)) == 1
    assert expected_count([archive]) == 3


@pytest.mark.parametrize("name", ["../evil.json", "/etc/evil.json", "a/../../b.json", "C:\\x.json"])
def test_a_member_that_points_outside_is_not_read(tmp_path: Path, name: str) -> None:
    archive = _zip(tmp_path / "a.zip", {name: record_bytes(), "good.json": record_bytes()})
    readings = _read(archive)
    assert _ids(readings) == ["NCT01234567"]
    assert "points outside" in _reasons(readings)[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_a_zip_bomb_is_stopped_early(tmp_path: Path) -> None:
    bomb = b'{"protocolSection": {"x": "' + b"0" * 80_000_000 + b'"}}'
    archive = _zip(tmp_path / "bomb.zip", {"bomb.json": bomb, "good.json": record_bytes()})
    readings = _read(archive)
    assert _ids(readings) == ["NCT01234567"]
    assert "times its size" in _reasons(readings)[0]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_that_unpacks_without_bound_is_not_opened(tmp_path: Path, method: int) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("bad.json", record_bytes(), method)
        archive.writestr("good.json", record_bytes())
    readings = _read(path)
    assert _ids(readings) == ["NCT01234567"]
    assert _reasons(readings) == ["This member is packed in a way that is not opened here."]


def test_many_members_together_unpack_no_more_than_one_may(tmp_path: Path) -> None:
    bomb = b'{"protocolSection": {"x": "' + b"0" * 3_000_000 + b'"}}'
    archive = _zip(tmp_path / "many.zip", {f"{n}.json": bomb for n in range(20)})
    reasons = _reasons(_read(archive))
    assert len(reasons) == 20
    assert sum("times its size" in reason for reason in reasons) >= 18


@pytest.mark.parametrize(
    "content",
    [
        record_bytes() + b" LOST WORDS",
        record_bytes() + b'\n"lost"\n',
        b"[1, " + record_bytes() + b"]",
    ],
)
def test_words_beside_the_records_are_told(content: bytes) -> None:
    readings = list(read_bytes(content, "x"))
    assert _ids(readings) == ["NCT01234567"]
    assert any("stands beside the records" in reason for reason in _reasons(readings))


def test_numbers_and_texts_without_sense_cost_no_time() -> None:
    endless = b'{"protocolSection": "x\n' + b"\n" * 300_000
    assert len(_reasons(list(read_bytes(endless, "x")))) == 1
    spaces = record_bytes(" " * 100_000)
    assert "is no NCT number" in _reasons(list(read_bytes(spaces, "x")))[0]
    numbers = record_bytes(conditionsModule={"conditions": [1] * 20_000})
    assert "Too many of its values" in _reasons(list(read_bytes(numbers, "x")))[0]


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x.json", record_bytes())
    outer = _zip(tmp_path / "outer.zip", {"inner.zip": inner.getvalue()})
    assert "inside another source" in _reasons(_read(outer))[0]


def test_a_damaged_or_empty_archive_says_so(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "a.zip", {"x.json": record_bytes()})
    (tmp_path / "cut.zip").write_bytes(archive.read_bytes()[:60])
    empty = _zip(tmp_path / "empty.zip", {})
    assert "damaged" in _reasons(_read(tmp_path / "cut.zip"))[0]
    assert "empty archive" in _reasons(_read(empty))[0]


def test_a_folder_is_read_in_order_and_links_do_not_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.json").write_bytes(record_bytes("NCT00000002"))
    (tmp_path / "a.json").write_bytes(record_bytes("NCT00000001"))
    (tmp_path / ".hidden").write_bytes(b"x")
    (tmp_path / "b" / "again").symlink_to(tmp_path)
    assert _ids(_read(tmp_path)) == ["NCT00000001", "NCT00000002"]


def test_files_that_are_not_there_or_may_not_be_read_get_a_line(tmp_path: Path) -> None:
    assert _reasons(_read(tmp_path / "gone.json")) == ["There is no such file."]
    assert _reasons(_read(tmp_path)) == ["It is an empty folder."]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_gets_a_line(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0)
    try:
        assert "Permission denied" in _reasons(_read(locked))[0]
    finally:
        locked.chmod(stat.S_IRWXU)


def test_a_file_that_vanishes_while_it_is_read_gets_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "one.json"
    file.write_bytes(record_bytes())

    def fail(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "open", fail)
    assert _reasons(_read(file)) == ["It cannot be read: No such file or directory."]


def test_a_source_of_nothing_but_rubbish_is_given_up() -> None:
    readings = list(read_bytes(b"{}\n" * 5000, "rubbish"))
    assert len(readings) == 1001
    assert "the rest is not read" in _reasons(readings)[-1]


def test_control_characters_and_markup_in_a_title_are_data() -> None:
    title = "\u202egnp.exe\u0000 <img src='/etc/passwd'> </para>"
    content = record_bytes(identificationModule={"nctId": "NCT01234567", "briefTitle": title})
    (reading,) = read_bytes(content, "pasted")
    assert isinstance(reading, ReadRecord)
    assert reading.study.protocol_section.identification_module.brief_title == title


@needs_records
def test_all_real_containers_are_read_whole() -> None:
    counts = {file.name: len(_ids(_read(file))) for file in record_files("ctgov_containers")}
    assert sum(counts.values()) == 172
    assert all(count > 0 for count in counts.values())
