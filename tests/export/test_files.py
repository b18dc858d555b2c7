import os
from pathlib import Path

import pytest

from desktop_app.errors import ExportError
from desktop_app.export.files import write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        ExportError, match=r"a\.pdf could not be written .*No space left.*Make room"
    ):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(ExportError, match="folder could not be written"):
        write_whole(target, b"new")
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_may_be_read_by_those_who_may_read_the_persons_other_files(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"new")
    (tmp_path / "b").write_bytes(b"")
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "b").stat().st_mode
