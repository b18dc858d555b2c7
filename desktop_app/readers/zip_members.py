"""The members of a ZIP archive, one after the other, however many there are.

The standard library keeps an object for each member, which takes 380 MB for the whole registry.
Here the archive's directory is read as it is needed, and a member that is small and packed as
usual is unpacked in one step.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile

_END = struct.Struct("<4s4H2LH")
_END_64_PLACE = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_HEADER = struct.Struct("<4s5H3L2H")
_END_MARK, _END_64_PLACE_MARK, _END_64_MARK = b"PK\5\6", b"PK\6\7", b"PK\6\6"
_ENTRY_MARK, _HEADER_MARK = b"PK\1\2", b"PK\3\4"
_LONGEST_COMMENT = 65_535
_IN_64 = 0xFFFFFFFF
_EXTRA_64 = 1
_UTF8 = 0x800
_ENCRYPTED = 0x1
_READ_BYTES = 262_144


def is_archive(path: Path) -> bool:
    """Tell from its first bytes whether a file is a ZIP archive."""
    with path.open("rb") as stream:
        return stream.read(4) in (_HEADER_MARK, _END_MARK)


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A member as the directory describes it; sizes are in bytes, and may lie."""

    name: str
    method: int
    flags: int
    crc: int
    packed_size: int
    size: int
    place: int

    @property
    def is_encrypted(self) -> bool:
        """Tell whether a password protects the member."""
        return bool(self.flags & _ENCRYPTED)

    @property
    def is_folder(self) -> bool:
        """Tell whether the member is a folder."""
        return self.name.endswith("/")


class ZipMembers:
    """An archive that is open for reading, member by member.

    Raises BadZipFile where the file is no whole archive, and OSError where it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            self.count, self._directory, self._directory_size, self._shift = _find_directory(file)
            self._length = file.seek(0, io.SEEK_END)
        self._data = path.open("rb", buffering=_READ_BYTES)

    def close(self) -> None:
        """Close the archive."""
        self._data.close()

    def __iter__(self) -> Iterator[ZipMember]:
        """Yield the members in the order of the directory."""
        with self._path.open("rb", buffering=_READ_BYTES) as file:
            file.seek(self._directory)
            left = self._directory_size
            while left > 0:
                member, length = self._next_member(file)
                left -= length
                yield member

    def content(self, member: ZipMember) -> bytes:
        """Return a member as a whole; its size must have been looked at.

        Raises BadZipFile where the member is damaged.
        """
        packed = self._packed(member)
        if len(packed) < member.packed_size:
            raise BadZipFile("the archive ends within it")
        content = packed if member.method == ZIP_STORED else _inflated(packed, member.size)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise BadZipFile("what is unpacked is not what was packed")
        return content

    def stream(self, member: ZipMember) -> "MemberStream":
        """Return a member that is unpacked as it is read."""
        self._seek(member)
        return MemberStream(self._data, member)

    def _packed(self, member: ZipMember) -> bytes:
        self._seek(member)
        return self._data.read(member.packed_size)

    def _seek(self, member: ZipMember) -> None:
        """Go to where the content of a member begins."""
        if member.place + self._shift + member.packed_size > self._length:
            # Places and sizes of 64 bits may be larger than any file, and than can be asked for.
            raise BadZipFile("the archive ends within it")
        self._data.seek(member.place + self._shift)
        header = self._data.read(_HEADER.size)
        if len(header) < _HEADER.size or not header.startswith(_HEADER_MARK):
            raise BadZipFile("it does not stand where the directory says")
        *_others, name_length, extra_length = _HEADER.unpack(header)
        self._data.seek(name_length + extra_length, io.SEEK_CUR)

    def _next_member(self, file: IO[bytes]) -> tuple[ZipMember, int]:
        """Return the next member of the directory, and how many bytes describe it."""
        fixed = file.read(_ENTRY.size)
        if len(fixed) < _ENTRY.size or not fixed.startswith(_ENTRY_MARK):
            raise BadZipFile("its directory is damaged")
        fields = _ENTRY.unpack(fixed)
        name_length, extra_length, comment_length = fields[10:13]
        rest = file.read(name_length + extra_length + comment_length)
        extra = rest[name_length : name_length + extra_length]
        flags, method, crc = fields[3], fields[4], fields[7]
        sizes = _wide((fields[9], fields[8], fields[16]), extra)
        name = rest[:name_length].decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        member = ZipMember(name, method, flags, crc, sizes[1], sizes[0], sizes[2])
        return member, len(fixed) + len(rest)


class MemberStream:
    """A member that is unpacked piece by piece."""

    def __init__(self, file: IO[bytes], member: ZipMember) -> None:
        self._file = file
        self._left = member.packed_size
        self._crc_wanted = member.crc
        self._crc = 0
        self._inflater = zlib.decompressobj(-15) if member.method == ZIP_DEFLATED else None
        self._pending = b""
        self._at_end = False

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the end; raises BadZipFile for a damaged member."""
        try:
            part = self._read(size)
        except zlib.error as error:
            raise BadZipFile(str(error)) from error
        self._crc = zlib.crc32(part, self._crc)
        if not part and not self._at_end:
            self._at_end = True
            if self._left or self._crc != self._crc_wanted:
                raise BadZipFile("what is unpacked is not what was packed")
        return part

    def _read(self, size: int) -> bytes:
        if self._inflater is None:
            return self._next_packed(size)
        while not self._inflater.eof:
            packed = self._pending or self._next_packed(_READ_BYTES)
            part = self._inflater.decompress(packed, size)
            self._pending = self._inflater.unconsumed_tail
            if part:
                return part
            if not packed:
                break
        return b""

    def _next_packed(self, size: int) -> bytes:
        part = self._file.read(min(size, self._left))
        self._left -= len(part)
        if not part and self._left:
            raise BadZipFile("the archive ends within it")
        return part


def _inflated(packed: bytes, size: int) -> bytes:
    inflater = zlib.decompressobj(-15)
    try:
        # One byte more than is told, so that a lie is seen and costs no memory.
        return inflater.decompress(packed, size + 1)
    except zlib.error as error:
        raise BadZipFile(str(error)) from error


def _wide(sizes: tuple[int, int, int], extra: bytes) -> tuple[int, ...]:
    """Return sizes and place, those that do not fit into 32 bits from the extra field."""
    if _IN_64 not in sizes:
        return sizes
    wide = iter(_numbers_64(extra))
    return tuple(next(wide, one) if one == _IN_64 else one for one in sizes)


def _numbers_64(extra: bytes) -> tuple[int, ...]:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == _EXTRA_64:
            count = min(length, len(extra) - 4) // 8
            return struct.unpack_from(f"<{count}Q", extra, 4)
        extra = extra[4 + length :]
    return ()


def _find_directory(file: IO[bytes]) -> tuple[int, int, int, int]:
    """Return the number of members, place and size of the directory, and how far all is shifted.

    Archives with something before them, as those that unpack themselves, are shifted.
    """
    length = file.seek(0, io.SEEK_END)
    begin = max(0, length - _LONGEST_COMMENT - _END.size)
    file.seek(begin)
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise BadZipFile("it has no end")
    _mark, _disk, _first, _here, count, size, place, _comment = _END.unpack_from(tail, at)
    end = begin + at
    wide = _find_wide(file, end)
    if wide is not None:
        count, size, place, end = wide
    if place + size > end:
        raise BadZipFile("its directory is not where its end says")
    return count, end - size, size, end - size - place


def _find_wide(file: IO[bytes], end: int) -> tuple[int, int, int, int] | None:
    """Return what a directory of more than 65,535 members or 4 GB says, if it is one."""
    if end < _END_64_PLACE.size:
        return None
    file.seek(end - _END_64_PLACE.size)
    pointer = file.read(_END_64_PLACE.size)
    if not pointer.startswith(_END_64_PLACE_MARK):
        return None
    place = end - _END_64_PLACE.size - _END_64.size
    file.seek(max(place, 0))
    record = file.read(_END_64.size)
    if not record.startswith(_END_64_MARK):
        raise BadZipFile("its end is damaged")
    *_others, _here, count, size, begin = _END_64.unpack(record)
    return count, size, begin, place
