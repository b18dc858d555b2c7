"""What a file holds, unit by unit: members of an archive, studies of a long file, or the file."""

import gzip
import io
import json
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile

from desktop_app.languages import _
from desktop_app.readers.byte_window import ByteStream
from desktop_app.readers.limits import MEBIBYTE, Limits
from desktop_app.readers.quick_pieces import QuickPiece, Rest, quick_pieces
from desktop_app.readers.reading import Reading, Rejected
from desktop_app.readers.reasons import reason_of
from desktop_app.readers.zip_format import ZipMember
from desktop_app.readers.zip_members import ZipMembers, is_archive
from desktop_app.store.importing.files import SourceFile
from desktop_app.store.importing.positions import Position

_WHOLE_BYTES = 8 * MEBIBYTE
"""A file or member up to this size is looked at as one record first."""
_GZIP = b"\x1f\x8b"
_AFTER_LAST = re.compile(rb'[\s,]*(\]?\s*(,\s*"\w+"\s*:\s*("[^"\\]*"|[\d.]+)\s*)*\}?)?\s*\Z')
"""What may stand behind the last study: the end of an array, or of an answer of the API."""


class Unit(NamedTuple):
    """One thing to read: as one record of JSON if it looks like one, or else patiently.

    ``document`` returns the record, or None where the unit cannot be a single one; ``readings``
    reads whatever it is. Both raise OSError and BadZipFile. ``done`` tells which part of its file
    is done with it. ``version`` is the NCT number and SHA-256 of a record of which these are told
    before it is read: where that is held, it is not read at all.
    """

    begin: Position
    end: Position
    origin: str
    document: Callable[[], bytes | None]
    readings: Callable[[], Iterator[Reading]]
    done: float
    version: tuple[int, bytes] | None = None


def _read_patiently(stream: ByteStream, origin: str, limits: Limits) -> Iterator[Reading]:
    # Loaded here: most imports hold nothing that needs models.
    from desktop_app.readers.detect import read_stream

    return read_stream(stream, origin, limits)


def _read_file(file: SourceFile, limits: Limits) -> Iterator[Reading]:
    from desktop_app.readers.sources import read_sources

    return read_sources((file.path,), limits)


def units_of(files: Sequence[SourceFile], start: Position, limits: Limits) -> Iterator[Unit]:
    """Yield the units of all files, from a position on."""
    for number in range(start.file, len(files)):
        begin = start if number == start.file else Position(file=number)
        yield from _units_of_file(files[number], begin, limits)


def _units_of_file(file: SourceFile, begin: Position, limits: Limits) -> Iterator[Unit]:
    if file.reason:
        yield refused(begin, str(file.path), file.reason)
        return
    if file.is_library:
        # Loaded here: few imports are of a library.
        from desktop_app.store.importing.library_units import library_units

        yield from library_units(file, begin, limits)
        return
    try:
        if is_archive(file.path):
            yield from _members(file, begin, limits)
        else:
            yield from _contents(file, begin, limits)
    except OSError as error:
        words = _("It cannot be read: {reason}.")
        yield refused(begin, str(file.path), words.format(reason=reason_of(error)))


def refused(begin: Position, origin: str, reason: str) -> Unit:
    """Return what ends a file from a position on, which is told with the reason."""
    end = Position(file=begin.file + 1)
    rejected = Rejected(origin, reason)
    return Unit(begin, end, origin, lambda: None, lambda: iter((rejected,)), 1.0)


def _members(file: SourceFile, begin: Position, limits: Limits) -> Iterator[Unit]:
    origin = str(file.path)
    archive = ZipMembers(file.path)
    unit = -1
    try:
        for unit, member in enumerate(_wanted(archive)):
            if unit >= begin.unit:
                yield _member_unit(archive, member, begin, unit, origin, limits)
    except BadZipFile as error:
        words = _("It is a damaged or incomplete ZIP archive ({fault}).")
        yield refused(begin._replace(unit=unit + 1), origin, words.format(fault=error))
    else:
        if unit < 0:
            yield refused(begin, origin, _("It is an empty archive."))
    finally:
        archive.close()


def _wanted(archive: ZipMembers) -> Iterator[ZipMember]:
    for member in archive:
        name = member.name.rpartition("/")[2]
        if not (member.is_folder or name.startswith(".") or "__MACOSX/" in member.name):
            yield member


def _member_unit(
    archive: ZipMembers, member: ZipMember, begin: Position, unit: int, origin: str, limits: Limits
) -> Unit:
    place = f"{origin} › {member.name}"
    piece = begin.piece if unit == begin.unit else 0
    return Unit(
        begin=Position(begin.file, unit, piece),
        end=Position(begin.file, unit + 1),
        origin=place,
        document=lambda: archive.content(member) if _is_usual(member, limits) else None,
        readings=lambda: _read_member(archive, member, place, limits),
        done=archive.part_before(member, unit + 1),
    )


def _is_usual(member: ZipMember, limits: Limits) -> bool:
    if member.size > _WHOLE_BYTES or member.is_encrypted:
        return False
    if member.method not in (ZIP_STORED, ZIP_DEFLATED) or _points_outside(member.name):
        return False
    room = member.packed_size * limits.archive_ratio + limits.ratio_free_bytes
    return member.size <= room and member.packed_size <= _WHOLE_BYTES


def _points_outside(name: str) -> bool:
    name = name.replace("\\", "/")
    return name.startswith("/") or ".." in name.split("/") or name[1:2] == ":"


def _read_member(
    archive: ZipMembers, member: ZipMember, origin: str, limits: Limits
) -> Iterator[Reading]:
    if member.is_encrypted:
        yield Rejected(origin, _("This member of the archive is protected by a password."))
    elif member.method not in (ZIP_STORED, ZIP_DEFLATED):
        yield Rejected(origin, _("This member is packed in a way that is not opened here."))
    elif _points_outside(member.name):
        words = _("Its name points outside of the archive, so it is not read.")
        yield Rejected(origin, words)
    else:
        most = member.packed_size * limits.archive_ratio + limits.ratio_free_bytes
        yield from _read_patiently(_Bounded(archive.stream(member), most), origin, limits)


@dataclass(slots=True)
class _Continued:
    """A stream of which the beginning was read already."""

    head: io.BytesIO
    rest: ByteStream

    def read(self, size: int, /) -> bytes:
        return self.head.read(size) or self.rest.read(size)


@dataclass(slots=True)
class _Bounded:
    """A member of which no more is unpacked than any record has."""

    stream: ByteStream
    left: int

    def read(self, size: int, /) -> bytes:
        part = self.stream.read(size)
        self.left -= len(part)
        if self.left < 0:
            raise BadZipFile(_("it unpacks to far more than its size, as no record does"))
        return part


def _contents(file: SourceFile, begin: Position, limits: Limits) -> Iterator[Unit]:
    """Yield the studies of a file that is no archive, or the file as a whole."""
    if file.size <= _WHOLE_BYTES and not is_gzip(file.path):
        yield _whole_file(file, begin, limits)
        return
    with _opened(file) as stream:
        if begin.offset:
            stream.seek(begin.offset)
        yield from _studies(stream, file, begin, limits)


def _whole_file(file: SourceFile, begin: Position, limits: Limits) -> Unit:
    return Unit(
        begin=begin,
        end=Position(file=begin.file + 1),
        origin=str(file.path),
        document=file.path.read_bytes,
        readings=lambda: _read_file(file, limits),
        done=1.0,
    )


def is_gzip(path: Path) -> bool:
    """Tell from its first bytes whether a file is compressed by gzip."""
    with path.open("rb") as stream:
        return stream.read(len(_GZIP)) == _GZIP


class _Unpacked(gzip.GzipFile):
    """A compressed file in which damage is a failure to read it, as it is in any other."""

    def read(self, size: int | None = -1) -> bytes:
        try:
            return super().read(size)
        except (EOFError, zlib.error) as error:
            raise OSError(str(error)) from error


def _opened(file: SourceFile) -> IO[bytes]:
    if is_gzip(file.path):
        return cast("IO[bytes]", _Unpacked(file.path, "rb"))
    return file.path.open("rb")


def _studies(
    stream: IO[bytes], file: SourceFile, begin: Position, limits: Limits
) -> Iterator[Unit]:
    origin, offset, unit = str(file.path), begin.offset, begin.unit
    for piece in quick_pieces(stream, begin.offset):
        if isinstance(piece, QuickPiece):
            yield _study(piece, Position(begin.file, unit, 0, offset), file, limits)
            offset, unit = piece.end, unit + 1
        else:
            skipped = begin.piece if unit == begin.unit else 0
            at = Position(begin.file, unit, skipped, offset)
            yield _rest(piece, stream, at, origin, limits)


def _study(piece: QuickPiece, begin: Position, file: SourceFile, limits: Limits) -> Unit:
    words = _("{file}, record {number}")
    place = words.format(file=file.path, number=begin.unit + 1)
    return Unit(
        begin=begin,
        end=Position(begin.file, begin.unit + 1, 0, piece.end),
        origin=place,
        document=lambda: piece.content,
        readings=lambda: _read_patiently(io.BytesIO(piece.content), place, limits),
        done=min(piece.end / max(file.size, 1), 1.0),
    )


def documents_in(content: bytes) -> Iterator[bytes | None]:
    """Yield the studies of a content that holds several; None where it has to be read patiently."""
    stream = io.BytesIO(content)
    for piece in quick_pieces(stream):
        if isinstance(piece, QuickPiece):
            yield piece.content
        else:
            yield _last_study(piece)


def _rest(rest: Rest, stream: IO[bytes], begin: Position, origin: str, limits: Limits) -> Unit:
    """Return what is left of a file: its last study, or all that no study was cut out of."""
    more = stream.read(1)
    last = _last_study(rest) if begin.unit and not more else None
    place = origin
    if last is not None:
        place = _("{file}, record {number}").format(file=origin, number=begin.unit + 1)
    whole = _Continued(io.BytesIO(rest.content + more), stream)
    return Unit(
        begin=begin,
        end=Position(file=begin.file + 1),
        origin=place,
        document=lambda: last,
        readings=lambda: _read_patiently(whole, place, limits),
        done=1.0,
    )


def _last_study(rest: Rest) -> bytes | None:
    """Return the last study of a file, without what ends the file."""
    if len(rest.content) > _WHOLE_BYTES:
        return None
    text = rest.content.decode("utf-8", "replace")
    try:
        _value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    content = text[:end].encode()
    if not rest.content.startswith(content):
        return None
    return content if _AFTER_LAST.match(rest.content, len(content)) else None
