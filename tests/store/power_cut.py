"""A disk that keeps in memory what was written and not yet synced, and can lose it.

Connections of this process use it while it is on, whatever opens them. Files hold what was synced,
and nothing else; what was written since is seen by the connections alone, as it is with the cache
of a system. `after_power_cut` shows the disk as a loss of power would leave it at that moment.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import apsw

_NAME = "power_cut"
Write: TypeAlias = tuple[int, bytes | None]
"""Where something was written and what; None for the end of a file that was cut off there."""


@dataclass(slots=True)
class HeldFile:
    """What was done to a file since it was last synced, in order."""

    writes: list[Write] = field(default_factory=list)

    def read(self, synced: bytes, offset: int, amount: int) -> bytes:
        """Return a part of the file as it is seen, given that part as it is on the disk."""
        part = bytearray(synced)
        for at, content in self.writes:
            if content is None:
                del part[max(0, at - offset) :]
                continue
            start, end = max(at, offset), min(at + len(content), offset + amount)
            if start < end:
                part.extend(bytes(max(0, end - offset - len(part))))
                part[start - offset : end - offset] = content[start - at : end - at]
        return bytes(part)

    def size(self, synced: int) -> int:
        """Return the size of the file as it is seen, given that on the disk."""
        for at, content in self.writes:
            synced = min(synced, at) if content is None else max(synced, at + len(content))
        return synced


class Disk:
    """What is not yet synced, by the names of files.

    ``before_sync`` is called whenever a file is about to be synced: that is when the power can be
    cut in the middle of a commit or of a checkpoint.
    """

    def __init__(self) -> None:
        self.held: dict[str, HeldFile] = {}
        self.before_sync: Callable[[], object] = lambda: None

    def after_power_cut(
        self, folder: Path, into: Path, chance: random.Random | None = None
    ) -> Path:
        """Copy a folder as a loss of power now would leave it.

        Nothing that was not synced is there; with ``chance``, any part of it may be, in any order,
        as disks write it. The index of the write-ahead log is memory, and so gone.
        """
        into.mkdir(parents=True)
        for file in folder.iterdir():
            if file.is_file() and not file.name.endswith("-shm"):
                shutil.copy(file, into / file.name)
                held = self.held.get(str(file.absolute()))
                if held is not None and chance is not None:
                    _write_some(into / file.name, held.writes, chance)
        return into


def _write_some(file: Path, writes: list[Write], chance: random.Random) -> None:
    """Let some of the writes reach the disk, in any order, in sectors of 512 bytes."""
    some = [write for write in writes if chance.random() < 0.5]
    chance.shuffle(some)
    with file.open("r+b") as target:
        for at, content in some:
            if content is None:
                target.truncate(at)
                continue
            kept = len(content) if chance.random() < 0.7 else chance.randrange(len(content) + 1)
            target.seek(at)
            target.write(content[: kept - kept % 512])


class _Files(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        # Of itself it would be the base as soon as it is the usual one.
        self._base = apsw.vfs_names()[0]
        self._disk = disk
        super().__init__(_NAME, self._base, makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        if not path:
            # One for a while, which no loss of power brings back.
            return super().xOpen(name, flags)
        held = self._disk.held.setdefault(path, HeldFile())
        return _File(self._base, name, flags, Path(path), held, self._disk)

    def xDelete(self, name: str, is_synced: bool) -> None:
        self._disk.held.pop(name, None)
        super().xDelete(name, is_synced)


class _File(apsw.VFSFile):
    def __init__(
        self,
        base: str,
        name: str | apsw.URIFilename | None,
        flags: list[int],
        path: Path,
        held: HeldFile,
        disk: Disk,
    ) -> None:
        super().__init__(base, name, flags)
        self._path, self._held, self._disk = path, held, disk

    def xWrite(self, data: bytes, offset: int) -> None:
        self._held.writes.append((offset, bytes(data)))

    def xTruncate(self, size: int) -> None:
        self._held.writes.append((size, None))

    def xRead(self, amount: int, offset: int) -> bytes:
        synced = super().xRead(amount, offset)
        return self._held.read(synced, offset, amount)

    def xFileSize(self) -> int:
        return self._held.size(super().xFileSize())

    def xSync(self, flags: int) -> None:
        self._disk.before_sync()
        self._flush()
        super().xSync(flags)

    def xLock(self, level: int) -> None:
        try:
            super().xLock(level)
        except apsw.IOError as error:
            # A file that is open for reading only cannot be locked to write it, which SQLite tries
            # on closing, and takes as an answer.
            raise apsw.BusyError from error

    def xClose(self) -> None:
        # Another connection may still look at what is held; the last one leaves it to the system.
        super().xClose()

    def _flush(self) -> None:
        """Let all writes reach the disk, those of other connections, too, as a system does."""
        writes, self._held.writes = self._held.writes, []
        if not writes:
            return
        with self._path.open("r+b") as file:
            for at, content in writes:
                if content is None:
                    file.truncate(at)
                else:
                    file.seek(at)
                    file.write(content)


@contextmanager
def disk_without_power() -> Iterator[Disk]:
    """Put the disk under all connections that this process opens meanwhile.

    They are to be closed before it ends.
    """
    disk = Disk()
    files = _Files(disk)
    try:
        yield disk
    finally:
        files.unregister()
