"""The members of a ZIP archive that has lost its end, and with it the directory.

Each member stands behind a header of its own. Where that does not tell its size, as in archives
that were written in one go, it is unpacked to find where it ends.
"""

import io
import zlib
from collections.abc import Iterator
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile

from desktop_app.languages import _, ngettext
from desktop_app.readers.zip_format import (
    HEADER,
    HEADER_MARK,
    ZipMember,
    decoded_name,
    wide_sizes,
)

_SIZES_FOLLOW = 0x8
_SIZES_MARK = b"PK\7\x08"
_READ_BYTES = 262_144
_NEXT_MARKS = (HEADER_MARK, b"PK\1\2", b"PK\6\6", b"PK\5\6", b"")


def local_members(file: IO[bytes]) -> Iterator[ZipMember]:
    """Yield the members that are whole, up to where the archive is cut off.

    Raises BadZipFile at the end, with a fault that says how many there were.
    """
    length = file.seek(0, io.SEEK_END)
    count = place = 0
    while (found := _member_at(file, place, length)) is not None:
        member, place = found
        yield member
        count += 1
    told = ngettext(
        "its end is missing, and with it what stood there; {count} member before it was read",
        "its end is missing, and with it what stood there; {count} members before it were read",
        count,
    )
    raise BadZipFile(told.format(count=count) if count else _("its end is missing"))


def _member_at(file: IO[bytes], place: int, length: int) -> tuple[ZipMember, int] | None:
    """Return the member at a place, and where the next one begins; None where there is none."""
    file.seek(place)
    header = file.read(HEADER.size)
    if len(header) < HEADER.size or not header.startswith(HEADER_MARK):
        return None
    _mark, _version, flags, method, _time, _date, crc, packed, size, *lengths = HEADER.unpack(
        header
    )
    names = file.read(sum(lengths))
    if method not in (ZIP_STORED, ZIP_DEFLATED) and flags & _SIZES_FOLLOW:
        return None
    size, packed = wide_sizes((size, packed), names[lengths[0] :])
    begin = place + HEADER.size + sum(lengths)
    end = begin + packed
    if flags & _SIZES_FOLLOW and not packed:
        found = _found_end(file, begin) if method == ZIP_DEFLATED else None
        if found is None:
            return None
        packed, size, crc, end = found
    if end > length:
        return None
    name = decoded_name(names[: lengths[0]], flags)
    return ZipMember(name, method, flags, crc, packed, size, place), _behind(file, end, flags)


def _found_end(file: IO[bytes], begin: int) -> tuple[int, int, int, int] | None:
    """Return packed size, size, check sum and end of a member; None where it is cut or damaged."""
    inflater = zlib.decompressobj(-15)
    file.seek(begin)
    size = crc = 0
    pending = b""
    while not inflater.eof:
        packed = pending or file.read(_READ_BYTES)
        try:
            part = inflater.decompress(packed, _READ_BYTES * 4)
        except zlib.error:
            return None
        if not packed and not part:
            return None
        size += len(part)
        crc = zlib.crc32(part, crc)
        pending = inflater.unconsumed_tail
    end = file.tell() - len(inflater.unused_data)
    return end - begin, size, crc, end


def _behind(file: IO[bytes], end: int, flags: int) -> int:
    """Return where the next member begins: behind the sizes, which take 12 to 24 bytes."""
    if not flags & _SIZES_FOLLOW:
        return end
    file.seek(end)
    tail = file.read(28)
    mark = len(_SIZES_MARK) if tail.startswith(_SIZES_MARK) else 0
    for length in (mark + 12, mark + 20):
        if tail[length : length + 4] in _NEXT_MARKS:
            return end + length
    return end
