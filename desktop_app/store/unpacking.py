"""Unpacking of documents; of many by two threads, for it needs nothing that threads must share."""

from collections.abc import Sequence
from contextlib import suppress
from threading import Thread
from typing import TypeAlias

import zstandard

Stored: TypeAlias = tuple[int, int, int | None, bytes]
"""A document as it is kept: id of its version, size, id of its dictionary, compressed content."""
Decompressors: TypeAlias = dict[int | None, zstandard.ZstdDecompressor]
"""By the ids of their dictionaries; each is for one thread at a time."""

_WORTH_A_THREAD = 16
"""Documents: to start a thread takes as long as to unpack a few."""


def unpacked(decompressor: zstandard.ZstdDecompressor, compressed: bytes, size: int) -> bytes:
    """Return a document of a size; raises ZstdError where it is damaged."""
    # Said by the frame itself, so that a damaged one cannot ask for all memory there is.
    if zstandard.frame_content_size(compressed) != size:
        raise zstandard.ZstdError("the document has not the size that it had")
    return decompressor.decompress(compressed)


def unpacked_by_two(
    stored: Sequence[Stored], ours: Decompressors, helpers: Decompressors
) -> list[bytes | None]:
    """Return documents in their order, None for those that are damaged or lack a decompressor."""
    found: list[bytes | None] = [None] * len(stored)
    half = len(stored) // 2 if len(stored) >= _WORTH_A_THREAD else 0
    helper = Thread(target=_unpack, args=(stored, range(half), helpers, found))
    if half:
        helper.start()
    try:
        _unpack(stored, range(half, len(stored)), ours, found)
    finally:
        if half:
            helper.join()
    return found


def _unpack(
    stored: Sequence[Stored], places: range, known: Decompressors, into: list[bytes | None]
) -> None:
    for place in places:
        _version_id, size, dictionary_id, compressed = stored[place]
        decompressor = known.get(dictionary_id)
        if decompressor is not None:
            with suppress(zstandard.ZstdError):
                into[place] = unpacked(decompressor, compressed, size)
