"""Unpacks the documents of a file of a library for exchange, which may come from anybody."""

import hashlib

import apsw
import zstandard

from desktop_app.errors import RecordFormatError
from desktop_app.languages import _
from desktop_app.readers.limits import MEBIBYTE, Limits, megabytes

_LARGEST_DICTIONARY = 4 * MEBIBYTE
_MOST_DICTIONARIES = 16
"""In memory at a time: a library has a few, and a file made to do harm as many as it likes."""


def not_whole() -> str:
    """Return what is said of a document that is damaged."""
    return _("It is damaged: it is not what was put into the file.")


class Unpacker:
    """Unpacks documents with the dictionaries that are in the file."""

    def __init__(self, connection: apsw.Connection, limits: Limits) -> None:
        self._connection = connection
        self._limits = limits
        self._decompressors: dict[int | None, zstandard.ZstdDecompressor] = {}

    def unpack(self, sha256: bytes, size: int, dictionary_id: int | None, packed: bytes) -> bytes:
        """Return a document; raises RecordFormatError where it is not what is said of it."""
        if size > self._limits.document_bytes:
            told = _("It is larger than {size}.")
            raise RecordFormatError(told.format(size=megabytes(self._limits.document_bytes)))
        try:
            # Said by the packed document itself, so that it cannot ask for all memory there is.
            if zstandard.frame_content_size(packed) != size:
                raise RecordFormatError(not_whole())
            content = self._decompressor(dictionary_id).decompress(packed)
        except zstandard.ZstdError as error:
            raise RecordFormatError(not_whole()) from error
        if hashlib.sha256(content).digest() != sha256:
            raise RecordFormatError(not_whole())
        return content

    def _decompressor(self, dictionary_id: int | None) -> zstandard.ZstdDecompressor:
        if dictionary_id not in self._decompressors:
            if len(self._decompressors) >= _MOST_DICTIONARIES:
                self._decompressors.clear()
            self._decompressors[dictionary_id] = self._make_decompressor(dictionary_id)
        return self._decompressors[dictionary_id]

    def _make_decompressor(self, dictionary_id: int | None) -> zstandard.ZstdDecompressor:
        if dictionary_id is None:
            return zstandard.ZstdDecompressor()
        sql = (
            "SELECT CAST(content AS BLOB) FROM dictionary "
            "WHERE id = ? AND length(CAST(content AS BLOB)) <= ?"
        )
        content = self._connection.execute(sql, (dictionary_id, _LARGEST_DICTIONARY)).get
        if content is None:
            raise RecordFormatError(not_whole())
        return zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(content))
