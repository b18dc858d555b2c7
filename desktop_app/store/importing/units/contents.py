"""What a file that is no archive holds: its studies as units of an import, or the file as one."""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from desktop_app.languages import _
from desktop_app.readers.byte_window import ByteStream
from desktop_app.readers.limits import Limits
from desktop_app.readers.quick_pieces import QuickPiece, Rest, quick_pieces
from desktop_app.readers.reading import Reading
from desktop_app.store.importing.files import SourceFile
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.units.pieces import last_study
from desktop_app.store.importing.units.unit import WHOLE_BYTES, Unit, read_patiently

_GZIP = b"\x1f\x8b"


def contents(file: SourceFile, begin: Position, limits: Limits) -> Iterator[Unit]:
    """Yield the studies of a file that is no archive, or the file as a whole."""
    if file.size <= WHOLE_BYTES and not is_gzip(file.path):
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
        readings=lambda: read_patiently(io.BytesIO(piece.content), place, limits),
        done=min(piece.end / max(file.size, 1), 1.0),
    )


def _rest(rest: Rest, stream: IO[bytes], begin: Position, origin: str, limits: Limits) -> Unit:
    """Return what is left of a file: its last study, or all that no study was cut out of."""
    more = stream.read(1)
    last = last_study(rest) if begin.unit and not more else None
    place = origin
    if last is not None:
        place = _("{file}, record {number}").format(file=origin, number=begin.unit + 1)
    whole = _Continued(io.BytesIO(rest.content + more), stream)
    return Unit(
        begin=begin,
        end=Position(file=begin.file + 1),
        origin=place,
        document=lambda: last,
        readings=lambda: read_patiently(whole, place, limits),
        done=1.0,
    )


@dataclass(slots=True)
class _Continued:
    """A stream of which the beginning was read already."""

    head: io.BytesIO
    rest: ByteStream

    def read(self, size: int, /) -> bytes:
        return self.head.read(size) or self.rest.read(size)


def _read_file(file: SourceFile, limits: Limits) -> Iterator[Reading]:
    from desktop_app.readers.sources import read_sources

    return read_sources((file.path,), limits)
