import io
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import pytest

from desktop_app.readers.reading import ReadRecord, Rejected
from desktop_app.readers.sources import read_sources
from desktop_app.readers.zip_format import ZipMember
from desktop_app.readers.zip_members import ZipMembers
from tests.studies import record_bytes

BEYOND = 1 << 63


@pytest.mark.parametrize(
    "member",
    [
        ZipMember("a", zipfile.ZIP_DEFLATED, 0, 0, 10, 10, BEYOND),
        ZipMember("a", zipfile.ZIP_STORED, 0, 0, BEYOND, 10, 0),
        ZipMember("a", zipfile.ZIP_STORED, 0, 0, 1_000, 1_000, 0),
    ],
)
def test_places_and_sizes_beyond_the_archive_are_damage(tmp_path: Path, member: ZipMember) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("a", b"some words")
    archive = ZipMembers(path)
    with pytest.raises(zipfile.BadZipFile):
        archive.content(member)
    with pytest.raises(zipfile.BadZipFile):
        archive.stream(member)
    assert [archive.content(one) for one in archive] == [b"some words"]
    archive.close()


@pytest.mark.parametrize("step", [1, 2, 7, 20, 50])
@pytest.mark.parametrize("length", [None, -30])
def test_some_of_the_members_are_found_without_reading_all(
    tmp_path: Path, step: int, length: int | None
) -> None:
    made = io.BytesIO()
    _archive(made, zipfile.ZIP_DEFLATED)
    path = tmp_path / "a.zip"
    # Cut off at the end, it has no directory, and its members are looked for one by one.
    path.write_bytes(made.getvalue()[:length])
    archive = ZipMembers(path)
    found: list[str] = []
    with suppress(zipfile.BadZipFile):
        found += (member.name for member in archive.every(step))
    assert found == [f"é{number}.json" for number in range(0, 20, step)]
    archive.close()


class _Pipe(io.RawIOBase):
    """A stream that cannot go back, so that sizes are written behind the members."""

    def __init__(self) -> None:
        super().__init__()
        self.content = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, part: Any, /) -> int:
        self.content += bytes(part)
        return len(part)


def _archive(into: IO[bytes], method: int, *, is_wide: bool = False) -> None:
    with zipfile.ZipFile(into, "w", method) as made:
        for number in range(20):
            with made.open(f"é{number}.json", "w", force_zip64=is_wide) as member:
                member.write(f"record {number} ".encode() * 200 * number)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
@pytest.mark.parametrize("is_wide", [False, True])
@pytest.mark.parametrize("is_piped", [False, True])
def test_of_a_cut_archive_the_members_are_read_that_are_whole(
    tmp_path: Path, method: int, is_wide: bool, is_piped: bool
) -> None:
    into: Any = _Pipe() if is_piped else io.BytesIO()
    _archive(into, method, is_wide=is_wide)
    whole = bytes(into.content) if is_piped else into.getvalue()
    path = tmp_path / "a.zip"
    at_directory = whole.index(b"PK\1\2")
    for cut, least in (
        (at_directory + 60, 20),
        (at_directory - 30, 19),
        (at_directory // 2, 1),
        (40, 0),
    ):
        path.write_bytes(whole[:cut])
        archive = ZipMembers(path)
        contents: list[bytes] = []
        with pytest.raises(zipfile.BadZipFile, match="its end is missing"):
            contents.extend(archive.content(member) for member in archive)
        archive.close()
        if method == zipfile.ZIP_DEFLATED or not is_piped:
            assert len(contents) >= least
        expected = [f"record {number} ".encode() * 200 * number for number in range(20)]
        assert contents == expected[: len(contents)]


def test_records_of_a_cut_archive_are_read_and_what_is_lost_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cut.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for number in (1, 2, 3):
            made.writestr(f"{number}.json", record_bytes(f"NCT0000000{number}"))
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b"PK\1\2") - 20])
    first, second, lost = read_sources([path])
    assert isinstance(first, ReadRecord)
    assert isinstance(second, ReadRecord)
    assert second.document.origin == f"{path} › 2.json"
    assert isinstance(lost, Rejected)
    assert "2 members before it were read" in lost.reason
