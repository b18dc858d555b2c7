"""The dictionary with which an import compresses: the library's, or one made of what comes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from zipfile import BadZipFile

import apsw
import zstandard

from desktop_app.errors import RecordFormatError, StoreTooNewError
from desktop_app.readers.limits import Limits
from desktop_app.readers.reading import SourceDocument
from desktop_app.readers.zip_members import ZipMembers, is_archive
from desktop_app.store.connections import transaction
from desktop_app.store.importing.files import SourceFile
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.units.walking import units_of

_ENOUGH = 1_000
"""A dictionary that was made of so many documents is as good as it gets."""
_SAMPLES = 500
_SAMPLE_BYTES = 8_388_608
_LONGEST_SAMPLE = 131_072
_DICTIONARY_BYTES = 262_144
# Left open, they are searched for, which takes five times as long and gains nothing.
_SEGMENT_BYTES = 1_024
_MATCH_BYTES = 8
_NEWEST = "SELECT id, documents, content FROM dictionary ORDER BY id DESC LIMIT 1"


def dictionary_for(
    connection: apsw.Connection, files: Sequence[SourceFile]
) -> tuple[int | None, bytes]:
    """Return the number and content of the dictionary to use; a new one is kept at once."""
    return _newest_or_made(connection, _samples(files), _SAMPLES // 10)


def dictionary_of(
    connection: apsw.Connection, documents: Iterable[bytes]
) -> tuple[int | None, bytes]:
    """Return the number and content of the dictionary to use; one of many documents is kept."""
    return _newest_or_made(connection, documents, _SAMPLES)


def _newest_or_made(
    connection: apsw.Connection, documents: Iterable[bytes], fewest: int
) -> tuple[int | None, bytes]:
    newest: list[Any] = connection.execute(_NEWEST).fetchall()
    if newest and newest[0][1] >= _ENOUGH:
        return newest[0][0], newest[0][2]
    made = _made_of(documents, fewest)
    if made is None:
        return (newest[0][0], newest[0][2]) if newest else (None, b"")
    with transaction(connection):
        connection.execute(
            "INSERT INTO dictionary (documents, content) VALUES (?, ?)", (_ENOUGH, made)
        )
        return connection.last_insert_rowid(), made


def _made_of(documents: Iterable[bytes], fewest: int) -> bytes | None:
    samples: list[bytes | bytearray | memoryview[int]] = []
    room = _SAMPLE_BYTES
    for sample in documents:
        if len(sample) <= min(room, _LONGEST_SAMPLE):
            samples.append(sample)
            room -= len(sample)
        if len(samples) == _SAMPLES:
            break
    if len(samples) < fewest:
        return None
    try:
        made = zstandard.train_dictionary(
            _DICTIONARY_BYTES, samples, k=_SEGMENT_BYTES, d=_MATCH_BYTES
        )
    except zstandard.ZstdError:
        # They have too little in common.
        return None
    return made.as_bytes()


def _samples(files: Sequence[SourceFile]) -> Iterator[bytes]:
    """Yield documents from all over the largest file, or from the first files."""
    if not files:
        return
    largest = max(files, key=lambda file: file.size)
    try:
        if largest.is_library:
            yield from _documents(largest)
            return
        if not largest.reason and is_archive(largest.path):
            yield from _members(largest)
            return
        for unit in units_of(files, Position(), Limits()):
            content = unit.document()
            if content is not None:
                yield content
    except (OSError, BadZipFile, RecordFormatError, StoreTooNewError):
        # Reading meets the failure, too, and tells of it.
        return


def _members(file: SourceFile) -> Iterator[bytes]:
    archive = ZipMembers(file.path)
    step = max(1, archive.likely_count() // _SAMPLES)
    try:
        for member in archive.every(step):
            if max(member.size, member.packed_size) <= _LONGEST_SAMPLE:
                yield archive.content(member)
    finally:
        archive.close()


def _documents(file: SourceFile) -> Iterator[bytes]:
    # Loaded here: few imports are of a library.
    from desktop_app.store.exchange.reading import open_exchange

    with open_exchange(file.path) as library:
        for row in library.rows_all_over(_SAMPLES):
            document = library.document(row)
            if isinstance(document, SourceDocument):
                yield document.content
