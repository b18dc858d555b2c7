import errno
import os
from pathlib import Path

import pytest

from desktop_app.errors import ExportError
from desktop_app.export.files import remove_leftovers, write_whole


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


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    folder, link = tmp_path / "folder", tmp_path / "a.pdf"
    folder.mkdir()
    (folder / "real.pdf").write_bytes(b"old")
    link.symlink_to(folder / "real.pdf")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (folder / "real.pdf").read_bytes() == b"new"
    assert [file.name for file in folder.iterdir()] == ["real.pdf"]


def test_a_link_to_nothing_and_a_link_to_itself_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "b.pdf")
    (tmp_path / "loop.pdf").symlink_to("loop.pdf")
    write_whole(tmp_path / "a.pdf", b"new")
    write_whole(tmp_path / "loop.pdf", b"new")
    assert (tmp_path / "b.pdf").read_bytes() == b"new"
    assert (tmp_path / "loop.pdf").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "step"),
    [
        (errno.EROFS, "Choose a folder that you may write to"),
        (errno.ENAMETOOLONG, "Choose another name"),
        (errno.EISDIR, "Choose another name"),
        (errno.EDQUOT, "Make room"),
    ],
)
def test_each_fault_gets_a_step_that_helps(
    number: int, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError, match=step):
        write_whole(tmp_path / "a.pdf", b"new")
    assert not list(tmp_path.iterdir())


def test_stopping_while_a_file_is_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.pdf", b"new")
    assert not list(tmp_path.iterdir())


def test_what_a_killed_program_left_is_removed_once_it_is_old(tmp_path: Path) -> None:
    old, fresh = tmp_path / f".{'a' * 32}.part", tmp_path / f".{'b' * 32}.part"
    own = tmp_path / ".mine.part"
    for file in (old, fresh, own):
        file.write_bytes(b"half")
        os.utime(file, (1_000_000, 1_000_000))
    os.utime(fresh, (1_009_000, 1_009_000))
    remove_leftovers(tmp_path, now=1_010_000)
    assert set(tmp_path.iterdir()) == {fresh, own}


def test_no_leftovers_are_looked_for_where_there_is_no_folder(tmp_path: Path) -> None:
    remove_leftovers(tmp_path / "none", now=0)
    assert not list(tmp_path.iterdir())
