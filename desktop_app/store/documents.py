"""Source documents as the library keeps them: byte for byte, compressed.

Records resemble each other, so a dictionary of what they share makes them much smaller. It is
trained on documents of this library and kept in it; each document names its dictionary.
"""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TypeAlias

import apsw
import zstandard

from desktop_app.errors import StoreDamagedError
from desktop_app.languages import _
from desktop_app.store.packed import PackedDocument

_LEVEL = 5
_DICTIONARY_BYTES = 262_144
_SAMPLE_BYTES = 16_777_216
_FIRST_TRAINING = 200
_TRAINING_GROWTH = 5
_MOST_SAMPLES = 1_000
# Length of the segments that are picked from the samples, and of what is compared. Left open, they
# are searched for, which takes five times as long and gains nothing.
_SEGMENT_BYTES = 256
_MATCH_BYTES = 8

Stored: TypeAlias = tuple[int, int, int | None, bytes]
"""A document as it is kept: id of its version, size, id of its dictionary, compressed content."""
_Sample: TypeAlias = "bytes | bytearray | memoryview[int]"


class DocumentTable:
    """The documents behind one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._decompressors: dict[int | None, zstandard.ZstdDecompressor] = {}
        self._newest: tuple[int | None, zstandard.ZstdCompressor] | None = None
        self._learnt_from = 0

    def insert(self, version_id: int, content: bytes, packed: PackedDocument | None = None) -> None:
        """Keep a document, which may be compressed already; belongs into a transaction."""
        if packed is None:
            dictionary_id, compressor = self._newest or self._load_newest()
            packed = PackedDocument(dictionary_id, compressor.compress(content))
        self._connection.execute(
            "INSERT INTO document VALUES (?, ?, ?)",
            (version_id, packed.dictionary_id, packed.content),
        )

    def delete(self, version_id: int) -> None:
        """Do away with what is left of a document; belongs into a transaction."""
        self._connection.execute("DELETE FROM document WHERE version_id = ?", (version_id,))

    def unpack(self, packed: PackedDocument, size: int) -> bytes:
        """Return the content of a document that came compressed."""
        return self._decompress(packed.content, size, packed.dictionary_id)

    def read(self, version_id: int) -> bytes:
        """Return a document as it was found.

        Raises StoreDamagedError when what is kept is not what was found.
        """
        row = self._connection.execute(
            "SELECT v.size, v.sha256, d.dictionary_id, d.content "
            "FROM version v JOIN document d ON d.version_id = v.id WHERE v.id = ?",
            (version_id,),
        ).get
        if row is None:
            raise StoreDamagedError(_lost(version_id))
        size, sha256, *packed = row
        content = self.unpacked(version_id, size, *packed)
        if hashlib.sha256(content).digest() != sha256:
            raise StoreDamagedError(_lost(version_id))
        return content

    def unpacked(
        self, version_id: int, size: int, dictionary_id: int | None, compressed: bytes
    ) -> bytes:
        """Return a document of which the row was read, to be looked through and no more.

        Whether it is what was found is not told by a checksum, but by its compression alone.
        """
        try:
            return self._decompress(compressed, size, dictionary_id)
        except zstandard.ZstdError as error:
            raise StoreDamagedError(_lost(version_id)) from error

    def unpacked_together(self, stored: Iterable[Stored]) -> list[bytes | None]:
        """Return documents as `unpacked` does, in their order; None for those that are damaged."""
        return [self._unpacked_or_none(*one) for one in stored]

    def _unpacked_or_none(
        self, _version_id: int, size: int, dictionary_id: int | None, compressed: bytes
    ) -> bytes | None:
        try:
            return self._decompress(compressed, size, dictionary_id)
        except zstandard.ZstdError:
            return None

    def train_if_useful(self, arriving: Sequence[bytes]) -> None:
        """Make a dictionary once there are documents enough to learn from; and a better one later.

        Belongs into the transaction that adds the arriving documents.
        """
        if self._newest is None:
            self._load_newest()
        held = self._connection.execute("SELECT coalesce(max(version_id), 0) FROM document").get
        count = held + len(arriving)
        wanted = self._learnt_from * _TRAINING_GROWTH or _FIRST_TRAINING
        if count < wanted or self._learnt_from >= _MOST_SAMPLES:
            return
        samples = _limit([*arriving[:_MOST_SAMPLES], *self._stored_samples(arriving, held)])
        try:
            made = zstandard.train_dictionary(
                _DICTIONARY_BYTES, samples, k=_SEGMENT_BYTES, d=_MATCH_BYTES
            )
        except zstandard.ZstdError:
            # They have too little in common, and so they will in the next batch.
            self._learnt_from = count
            return
        self._insert_dictionary(made, count)

    def forget_dictionaries(self) -> None:
        """Drop what was remembered in a transaction that did not come to be."""
        self._newest = None
        self._decompressors.clear()

    def _stored_samples(self, arriving: Sequence[bytes], held: int) -> Iterable[bytes]:
        wanted = max(0, _MOST_SAMPLES - len(arriving))
        step = max(1, held // max(1, wanted))
        for version_id in range(1, held + 1, step):
            # What is gone or damaged teaches nothing, and is no reason to refuse what arrives.
            with suppress(StoreDamagedError):
                yield self.read(version_id)

    def _insert_dictionary(self, made: zstandard.ZstdCompressionDict, count: int) -> None:
        self._connection.execute(
            "INSERT INTO dictionary (documents, content) VALUES (?, ?)", (count, made.as_bytes())
        )
        self._load_newest()

    def _load_newest(self) -> tuple[int | None, zstandard.ZstdCompressor]:
        row = self._connection.execute(
            "SELECT id, documents, content FROM dictionary ORDER BY id DESC LIMIT 1"
        ).get
        if row is None:
            self._learnt_from = 0
            self._newest = None, zstandard.ZstdCompressor(level=_LEVEL)
        else:
            self._learnt_from = row[1]
            dictionary = zstandard.ZstdCompressionDict(row[2])
            dictionary.precompute_compress(level=_LEVEL)
            self._newest = row[0], zstandard.ZstdCompressor(dict_data=dictionary)
        return self._newest

    def _decompress(self, compressed: bytes, size: int, dictionary_id: int | None) -> bytes:
        decompressor = self._decompressors.get(dictionary_id)
        if decompressor is None:
            decompressor = self._decompressors[dictionary_id] = self._decompressor(dictionary_id)
        # Said by the frame itself, so that a damaged one cannot ask for all memory there is.
        if zstandard.frame_content_size(compressed) != size:
            raise zstandard.ZstdError("the document has not the size that it had")
        return decompressor.decompress(compressed)

    def _decompressor(self, dictionary_id: int | None) -> zstandard.ZstdDecompressor:
        if dictionary_id is None:
            return zstandard.ZstdDecompressor()
        content = self._connection.execute(
            "SELECT content FROM dictionary WHERE id = ?", (dictionary_id,)
        ).get
        if content is None:
            raise zstandard.ZstdError("the dictionary of the document is lost")
        return zstandard.ZstdDecompressor(zstandard.ZstdCompressionDict(content))


def _limit(samples: Iterable[bytes]) -> list[_Sample]:
    """Return the samples up to so many bytes that training stays a matter of seconds."""
    kept: list[_Sample] = []
    room = _SAMPLE_BYTES
    for sample in samples:
        if len(sample) <= room:
            kept.append(sample)
            room -= len(sample)
    return kept


def _lost(version_id: int) -> str:
    return _(
        "The source document number {number} in the library is damaged. Rebuild the index and then"
        " import the record again, or put back a backup of the library."
    ).format(number=version_id)
