"""Files as the registry offers them: a zip with a document for each study, and one study a line."""

import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_MORE_OFFSET = struct.Struct("<2HQ")
_END = struct.Struct("<4s4H2IH")
_END_64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR_64 = struct.Struct("<4sIQI")
_LARGE = 0xFFFFFFFF
_MANY = 0xFFFF
_DATED = (0, (2026 - 1980) << 9 | 10 << 5 | 1)
"""The time and day of every member, so that the same studies make the same file."""


class Member(NamedTuple):
    """A document as it goes into a zip; ``check`` is its CRC-32, ``size`` that of the document."""

    name: bytes
    packed: bytes
    check: int
    size: int


def pack(number: str, document: bytes) -> Member:
    """Compress a document."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    packed = packer.compress(document) + packer.flush()
    return Member(f"{number}.json".encode(), packed, zlib.crc32(document), len(document))


def write_zip(path: Path, members: Iterable[Member]) -> int:
    """Write the registry's zip; returns how many studies it holds.

    In memory is only its directory, 63 bytes a study: ``zipfile`` keeps ten times that.
    """
    directory, count = bytearray(), 0
    with path.open("wb", buffering=1 << 20) as file:
        for count, member in enumerate(members, 1):  # noqa: B007
            directory += _write_member(file, member)
        _write_end(file, directory, count)
    return count


def write_lines(path: Path, documents: Iterable[tuple[str, bytes]]) -> int:
    """Write one study a line (NDJSON); returns how many there are."""
    count = 0
    with path.open("wb", buffering=1 << 20) as file:
        for count, (_, document) in enumerate(documents, 1):  # noqa: B007
            file.write(document + b"\n")
    return count


def _write_member(file: BinaryIO, member: Member) -> bytes:
    """Write one document; returns its entry in the directory."""
    name, packed, check, size = member
    offset, sizes = file.tell(), (check, len(packed), size)
    file.write(_LOCAL.pack(b"PK\3\4", 20, 0x800, 8, *_DATED, *sizes, len(name), 0) + name + packed)
    far = offset >= _LARGE
    more = _MORE_OFFSET.pack(1, 8, offset) if far else b""
    entry = _CENTRAL.pack(
        b"PK\1\2", 45, 45 if far else 20, 0x800, 8, *_DATED, *sizes,
        len(name), len(more), 0, 0, 0, 0, 0xFFFFFFFF if far else offset,
    )  # fmt: skip
    return entry + name + more


def _write_end(file: BinaryIO, directory: bytearray, count: int) -> None:
    start, size = file.tell(), len(directory)
    file.write(directory)
    if count >= _MANY or start >= _LARGE:
        end = file.tell()
        file.write(_END_64.pack(b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start))
        file.write(_LOCATOR_64.pack(b"PK\6\7", 0, end, 1))
    file.write(
        _END.pack(
            b"PK\5\6",
            0,
            0,
            min(count, _MANY),
            min(count, _MANY),
            size,
            start if start < _LARGE else 0xFFFFFFFF,
            0,
        )
    )
