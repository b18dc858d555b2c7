"""The members of a ZIP archive, one after the other, however many there are.

The standard library keeps an object for each member, which takes 380 MB for the whole registry.
Here the archive's directory is read as it is needed, and a member that is small and packed as
usual is unpacked in one step.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile

from desktop_app.readers.cut_archives import local_members
from desktop_app.readers.zip_format import (
    HEADER,
    HEADER_MARK,
    ZipMember,
    decoded_name,
    wide_sizes,
)

_END = struct.Struct("<4s4H2LH")
_END_64_PLACE = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_ENTRY_LENGTHS, _LENGTHS_AT = struct.Struct("<3H"), 28
"""Of the name of a member, of what else is said of it, and of a remark."""
_END_MARK, _END_64_PLACE_MARK, _END_64_MARK = b"PK\5\6", b"PK\6\7", b"PK\6\6"
_ENTRY_MARK = b"PK\1\2"
_LONGEST_COMMENT = 65_535
_READ_BYTES = 262_144
_USUAL_BYTES = 4_096
"""Of a record in an archive of them."""


def is_archive(path: Path) -> bool:
    """Tell from its first bytes whether a file is a ZIP archive."""
    with path.open("rb") as stream:
        return stream.read(4) in (HEADER_MARK, _END_MARK)


class ZipMembers:
    """An archive that is open for reading, member by member.

    ``count`` is how many members it says it has, 0 where it has lost its end. ``is_cut`` tells
    that: then those are read that are whole. Raises OSError where the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.is_cut = False
        with path.open("rb") as file:
            self._length = file.seek(0, io.SEEK_END)
            try:
                found = _find_directory(file)
            except BadZipFile:
                found, self.is_cut = (0, 0, 0, 0), True
            self.count, self._directory, self._directory_size, self._shift = found
        self._data = path.open("rb", buffering=_READ_BYTES)

    def close(self) -> None:
        """Close the archive."""
        self._data.close()

    def __iter__(self) -> Iterator[ZipMember]:
        """Yield the members in the order of the directory.

        Raises BadZipFile where the directory is damaged, or behind the last whole member where
        there is none.
        """
        return self.every(1)

    def every(self, step: int) -> Iterator[ZipMember]:
        """Yield the first member, and one in so many after it; raises as all of them do.

        Of those in between no more is read than how long they are told to be.
        """
        with self._path.open("rb", buffering=_READ_BYTES) as file:
            if self.is_cut:
                yield from islice(local_members(file), None, None, step)
            file.seek(self._directory)
            for entry in islice(_entries(file, self._directory_size), None, None, step):
                yield _member(*entry)

    def likely_count(self) -> int:
        """Return how many members there may be, also where nothing tells."""
        return self.count or self._length // _USUAL_BYTES

    def part_before(self, member: ZipMember, number: int) -> float:
        """Return which part of the archive is done with a member of a number, from 1 on."""
        if self.is_cut:
            return min((member.place + member.packed_size) / max(self._length, 1), 1.0)
        return number / max(self.count, number)

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
        header = self._data.read(HEADER.size)
        if len(header) < HEADER.size or not header.startswith(HEADER_MARK):
            raise BadZipFile("it does not stand where the directory says")
        *_others, name_length, extra_length = HEADER.unpack(header)
        self._data.seek(name_length + extra_length, io.SEEK_CUR)


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


def _entries(file: IO[bytes], size: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield the entries of a directory: what all of them have, and the rest."""
    while size > 0:
        fixed = file.read(_ENTRY.size)
        if len(fixed) < _ENTRY.size or not fixed.startswith(_ENTRY_MARK):
            raise BadZipFile("its directory is damaged")
        rest = file.read(sum(_ENTRY_LENGTHS.unpack_from(fixed, _LENGTHS_AT)))
        yield fixed, rest
        size -= len(fixed) + len(rest)


def _member(fixed: bytes, rest: bytes) -> ZipMember:
    fields = _ENTRY.unpack(fixed)
    name_length, extra_length = fields[10:12]
    extra = rest[name_length : name_length + extra_length]
    flags, method, crc = fields[3], fields[4], fields[7]
    sizes = wide_sizes((fields[9], fields[8], fields[16]), extra)
    name = decoded_name(rest[:name_length], flags)
    return ZipMember(name, method, flags, crc, sizes[1], sizes[0], sizes[2])


def _inflated(packed: bytes, size: int) -> bytes:
    inflater = zlib.decompressobj(-15)
    try:
        # One byte more than is told, so that a lie is seen and costs no memory.
        return inflater.decompress(packed, size + 1)
    except zlib.error as error:
        raise BadZipFile(str(error)) from error


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
