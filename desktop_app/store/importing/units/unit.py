"""One thing that an import reads."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from desktop_app.readers.byte_window import ByteStream
from desktop_app.readers.limits import MEBIBYTE, Limits
from desktop_app.readers.reading import Reading, Rejected
from desktop_app.store.importing.positions import Position

PROTOCOL = b'"protocolSection"'
"""Stands once in a record of the registry's JSON."""
WHOLE_BYTES = 8 * MEBIBYTE
"""A file or member up to this size is looked at as one record first."""


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


def refused(begin: Position, origin: str, reason: str) -> Unit:
    """Return what ends a file from a position on, which is told with the reason."""
    end = Position(file=begin.file + 1)
    rejected = Rejected(origin, reason)
    return Unit(begin, end, origin, lambda: None, lambda: iter((rejected,)), 1.0)


def read_patiently(stream: ByteStream, origin: str, limits: Limits) -> Iterator[Reading]:
    """Read whatever a stream holds."""
    # Loaded here: most imports hold nothing that needs models.
    from desktop_app.readers.detect import read_stream

    return read_stream(stream, origin, limits)
