import zipfile
from pathlib import Path

import pytest

from desktop_app.readers.zip_members import ZipMember, ZipMembers

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
