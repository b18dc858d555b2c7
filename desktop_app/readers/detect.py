"""Tells from its content what a source is, and reads it with the reader for that."""

import io
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.errors import RecordFormatError
from desktop_app.languages import _
from desktop_app.readers.byte_window import ByteStream
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.readers.encodings import as_utf8, encoding_of, to_utf8
from desktop_app.readers.json_stream import Piece, json_pieces
from desktop_app.readers.limits import MEBIBYTE, Limits, megabytes
from desktop_app.readers.reading import (
    Oddity,
    Reading,
    ReadRecord,
    Rejected,
    SourceDocument,
    SourceFormat,
)
from desktop_app.readers.signatures import Kind, kind_of, sentence_about
from desktop_app.study.nct_numbers import parse_nct_number
from desktop_app.study.study import Study

Reader = Callable[[bytes], tuple[Study, tuple[Oddity, ...]]]
_HEAD_BYTES = 8 * MEBIBYTE
"""A source that ends within these is known whole; twice the largest record of the registry."""


def _read_xml(content: bytes) -> tuple[Study, tuple[Oddity, ...]]:
    # Old records are rare: their reader is loaded when one comes.
    from desktop_app.readers.ctgov_xml import read_ctgov_xml

    return read_ctgov_xml(content)


def _read_page(content: bytes) -> tuple[Study, tuple[Oddity, ...]]:
    from desktop_app.readers.registry_page import read_registry_page

    return read_registry_page(content)


_READERS: dict[SourceFormat, Reader] = {
    SourceFormat.CTGOV_JSON: read_ctgov_json,
    SourceFormat.CTGOV_XML: _read_xml,
    SourceFormat.REGISTRY_PAGE: _read_page,
}


def read_document(document: SourceDocument) -> Reading:
    """Read one record; a record without an NCT number is not understood."""
    try:
        record = reread(document)
    except RecordFormatError as error:
        return Rejected(document.origin, str(error))
    nct_id = record.study.protocol_section.identification_module.nct_id
    if parse_nct_number(nct_id or "") is None:
        why = _("It has no NCT number, so it cannot be kept.")
        if nct_id:
            why = _("Its number, {number}, is no NCT number, so it cannot be kept.")
        return Rejected(document.origin, why.format(number=repr((nct_id or "")[:40])))
    return record


def reread(document: SourceDocument) -> ReadRecord:
    """Read a document that was kept; raises RecordFormatError where that fails."""
    study, oddities = _READERS[document.format](document.content)
    return ReadRecord(study, document, oddities)


def read_bytes(content: bytes, origin: str, limits: Limits | None = None) -> Iterator[Reading]:
    """Read what was pasted."""
    return read_stream(io.BytesIO(content), origin, limits or Limits())


def read_stream(stream: ByteStream, origin: str, limits: Limits) -> Iterator[Reading]:
    """Read what a stream holds, one reading a record; never all of it at once."""
    head = read_up_to(stream, _HEAD_BYTES)
    whole = _Joined(io.BytesIO(head), stream)
    match kind_of(head):
        case Kind.JSON:
            yield from _read_json(whole, head, origin, limits)
        case Kind.XML:
            yield _read_whole(whole, SourceFormat.CTGOV_XML, origin, limits)
        case Kind.REGISTRY_PAGE:
            yield _read_whole(whole, SourceFormat.REGISTRY_PAGE, origin, limits)
        case other:
            yield Rejected(origin, sentence_about(other))


def _read_whole(
    stream: ByteStream, source_format: SourceFormat, origin: str, limits: Limits
) -> Reading:
    content = read_up_to(stream, limits.document_bytes + 1)
    if len(content) > limits.document_bytes:
        size = megabytes(limits.document_bytes)
        return Rejected(origin, _("It is larger than {size}.").format(size=size))
    return read_document(SourceDocument(content, source_format, origin))


def _read_json(stream: ByteStream, head: bytes, origin: str, limits: Limits) -> Iterator[Reading]:
    encoding, mark = encoding_of(head[:4])
    read_up_to(stream, mark)
    pieces = json_pieces(as_utf8(stream, encoding), limits)
    first = next(pieces, None)
    if first is None:
        yield Rejected(origin, _("It is JSON, but holds no study."))
    elif not first.fault and len(head) < _HEAD_BYTES and to_utf8(head).strip() == first.content:
        # A file that is one study is kept as it is, with its mark, encoding and line ends.
        yield read_document(SourceDocument(head, SourceFormat.CTGOV_JSON, origin))
    else:
        yield from _read_pieces(itertools.chain([first], pieces), origin, limits)


def _read_pieces(pieces: Iterable[Piece], origin: str, limits: Limits) -> Iterator[Reading]:
    rejected = 0
    for number, piece in enumerate(pieces, start=1):
        place = _("{file}, record {number}").format(file=origin, number=number)
        reading: Reading = (
            Rejected(place, piece.fault)
            if piece.fault
            else read_document(SourceDocument(piece.content, SourceFormat.CTGOV_JSON, place))
        )
        yield reading
        rejected = rejected + 1 if isinstance(reading, Rejected) else 0
        if rejected >= limits.rejected_in_a_row:
            reason = _("After {count} things in a row that are no record, the rest is not read.")
            yield Rejected(origin, reason.format(count=rejected))
            return


@dataclass(slots=True)
class _Joined:
    """A stream whose beginning was read already."""

    head: io.BytesIO
    rest: ByteStream

    def read(self, size: int, /) -> bytes:
        return self.head.read(size) or self.rest.read(size)


def read_up_to(stream: ByteStream, size: int) -> bytes:
    """Return the next ``size`` bytes, fewer only at the end."""
    parts = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
