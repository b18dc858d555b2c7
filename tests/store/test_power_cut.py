import itertools
import random
from pathlib import Path

import apsw
import pytest

from desktop_app.store.library import Library
from tests.store.power_cut import Disk, HeldFile, disk_without_power
from tests.store.synthetic import open_library, record


def test_what_is_held_is_seen_and_not_on_the_disk(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    with disk_without_power() as disk:
        connection = apsw.Connection(str(tmp_path / "disk" / "file"))
        connection.pragma("synchronous", "off")
        connection.execute("CREATE TABLE one (a); INSERT INTO one VALUES (zeroblob(20000))")
        other = apsw.Connection(str(tmp_path / "disk" / "file"))
        assert other.execute("SELECT length(a) FROM one").get == 20_000
        left = disk.after_power_cut(tmp_path / "disk", tmp_path / "left")
        assert (left / "file").stat().st_size == 0
        connection.close()
        other.close()


def test_a_file_that_is_cut_off_grows_again_with_nothing_in_it() -> None:
    held = HeldFile([(4, None), (6, b"xy")])
    assert held.read(b"abcdefgh", 0, 8) == b"abcd\0\0xy"
    assert held.size(100) == 8


class Cut:
    """Cuts the power when files are synced for the last time of so many; adds until then."""

    def __init__(self, disk: Disk, folder: Path, into: Path, syncs: int, seed: int) -> None:
        self._disk, self._folder, self._into = disk, folder, into
        self._chance = random.Random(seed)
        self._syncs = syncs
        self.is_over = False
        disk.before_sync = self._count

    def _count(self) -> None:
        self._syncs -= 1
        if self._syncs == 0:
            self._disk.after_power_cut(self._folder, self._into, self._chance)
            self.is_over = True


@pytest.mark.parametrize("seed", range(16))
def test_a_power_cut_loses_nothing_that_was_acknowledged(
    folder: Path, seed: int, tmp_path: Path
) -> None:
    acknowledged = set()
    with disk_without_power() as disk, open_library(folder) as library:
        # So that the log is written back into the library often.
        library._writing.pragma("wal_autocheckpoint", 30)  # type: ignore[union-attr]
        cut = Cut(disk, folder, tmp_path / "left", 3 + 3 * seed, seed)
        records = (record(number, origin="x" * 5_000) for number in itertools.count(1))
        for added in library.add_all(records, batch_size=1 + seed % 4):
            if cut.is_over:
                break
            acknowledged.add(added.nct_id)
    with open_library(tmp_path / "left") as library:
        assert library.check() == ()
        assert all(library.get(nct_id) is not None for nct_id in acknowledged)
        assert library.count_matches("asthma") == library.count() >= len(acknowledged)
        library.add(record(5_000))


def test_without_syncing_the_same_cut_does_lose_something(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Or the tests above would hold of a disk that loses nothing.
    def stop_syncing(library: Library) -> None:
        library._writing.pragma("synchronous", "off")  # type: ignore[union-attr]

    with disk_without_power() as disk, open_library(folder) as library:
        stop_syncing(library)
        for number in range(1, 40):
            library.add(record(number))
        left = disk.after_power_cut(folder, tmp_path / "left")
    with open_library(left) as library:
        assert library.count() < 39
