"""Cuts a stream of many studies where one ends and the next begins, without looking into them.

A text of JSON cannot hold the quotes with which a study begins, so two of them can only stand
side by side between two studies. What does not look so is left to the patient reader.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.readers.byte_window import ByteStream
from desktop_app.readers.limits import MEBIBYTE

_FIRST = re.compile(rb'\{\s*+"protocolSection"')
_NEXT = re.compile(rb'\}[\s,]*+(?=\{\s*+"protocolSection"\s*+:)')
_LONGEST_HEAD = 4_096
_LONGEST_PIECE = 16 * MEBIBYTE
_READ_BYTES = 4 * MEBIBYTE
_OVERLAP = 256


@dataclass(frozen=True, slots=True)
class QuickPiece:
    """What stands between two beginnings of studies, and where in the stream it ends."""

    content: bytes
    end: int


@dataclass(frozen=True, slots=True)
class Rest:
    """What was read of the stream behind the last piece; what follows is still in the stream."""

    content: bytes
    begin: int


def quick_pieces(stream: ByteStream, begin: int = 0) -> Iterator[QuickPiece | Rest]:
    """Yield the studies of a stream of UTF-8 JSON, and what is not told to be one, last.

    ``begin`` is where the stream begins within its file. The last study is in the rest, too.
    """
    buffer = stream.read(_READ_BYTES)
    first = _FIRST.search(buffer)
    if first is None or (begin == 0 and first.start() > _LONGEST_HEAD):
        yield Rest(buffer, begin)
        return
    at, looked = first.start(), first.start() + 1
    while True:
        match = _NEXT.search(buffer, looked)
        if match is not None:
            piece = buffer[at : match.start() + 1]
            at = match.end()
            looked = at + 1
            yield QuickPiece(piece, begin + at)
            continue
        looked = max(looked, len(buffer) - _OVERLAP)
        more = stream.read(_READ_BYTES) if len(buffer) - at <= _LONGEST_PIECE else b""
        if not more:
            yield Rest(buffer[at:], begin + at)
            return
        begin, looked, buffer, at = begin + at, looked - at, buffer[at:] + more, 0
