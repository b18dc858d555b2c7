"""Writes the objects of a file packed together (ISO 32000-1, 7.5.7 and 7.5.8).

The library writes each object by itself, as the first PDF files were. The structure of a large
record has tens of thousands of objects, which so take a tenth of the room and of the time.
"""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_IN_A_PACK = 250
_STREAM_END = b"endstream\n"


class Later(Protocol):
    """Objects that are written last, since they name all others."""

    def objects(self, document: Any, first: int) -> Iterator[bytes]:
        """Yield further objects, which get the numbers from ``first`` on."""


class Written(PDFObject):
    """An object of the file that is written as it is."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = b""

    def format(self, document: Any) -> bytes:
        """Return the object as bytes."""
        return self.text


class CompactDocument(PDFDocument):
    """The library's document, except for how it is written."""

    later: Later
    # What the stubs of the library leave out.
    Catalog: Any
    idToObject: dict[str, Any]

    def format(self) -> bytes:
        """Return the file."""
        return _File(tuple(self._objects())).content(
            self._number(self.Catalog), self._number(self.info)
        )

    def _number(self, thing: PDFObject) -> int:
        name: str = self.Reference(thing).name  # type: ignore[no-untyped-call]
        number: int = self.idToObjectNumberAndVersion[name][0]
        return number

    def _objects(self) -> "Iterator[_Object]":
        """Yield all objects; those registered already have the lower numbers."""
        written: list[tuple[int, Written]] = []
        number = 1
        # Objects may register others while they are written.
        while number in self.numberToId:
            thing = self.idToObject[self.numberToId[number]]
            if isinstance(thing, Written):
                written.append((number, thing))
            else:
                yield _Object(number, _bytes(thing.format(self)))
            number += 1
        for at, body in enumerate(self.later.objects(self, number), number):
            yield _Object(at, body)
        for at, thing in written:
            yield _Object(at, thing.text)


def _bytes(text: str | bytes) -> bytes:
    return text.encode("latin-1") if isinstance(text, str) else text


class _Object(NamedTuple):
    number: int
    body: bytes

    @property
    def is_stream(self) -> bool:
        return self.body.endswith(_STREAM_END)


@dataclass(frozen=True, slots=True)
class _File:
    objects: Sequence[_Object]

    def content(self, catalog: int, info: int) -> bytes:
        parts = [_HEADER]
        size = len(_HEADER)
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        packs = [one for one in self.objects if not one.is_stream]
        streams = [one for one in self.objects if one.is_stream]
        number = max(one.number for one in self.objects) + 1
        for start in range(0, len(packs), _IN_A_PACK):
            pack = packs[start : start + _IN_A_PACK]
            places.update((one.number, (2, number, at)) for at, one in enumerate(pack))
            streams.append(_Object(number, _packed(pack)))
            number += 1
        for one in streams:
            places[one.number] = (1, size, 0)
            parts.append(b"%d 0 obj\n%sendobj\n" % (one.number, one.body))
            size += len(parts[-1])
        places[number] = (1, size, 0)
        parts.append(_references(number, places, catalog, info, parts))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % size)
        return b"".join(parts)


def _packed(pack: Sequence[_Object]) -> bytes:
    """Return objects as one compressed stream, which begins with their numbers and places."""
    places, at = [], 0
    for one in pack:
        places.append(b"%d %d" % (one.number, at))
        at += len(one.body) + 1
    head = b" ".join(places) + b"\n"
    bodies = b"\n".join(one.body for one in pack)
    return _stream(b"/Type /ObjStm /N %d /First %d" % (len(pack), len(head)), head + bodies)


def _references(
    number: int,
    places: dict[int, tuple[int, int, int]],
    catalog: int,
    info: int,
    before: Sequence[bytes],
) -> bytes:
    """Return the table of where each object is, with what a reader begins with."""
    table = b"".join(
        kind.to_bytes(1) + place.to_bytes(4) + at.to_bytes(2)
        for kind, place, at in (places[one] for one in range(number + 1))
    )
    name = hashlib.sha256(b"".join(before)).hexdigest()[:32].upper().encode()
    entries = b"/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]" % (
        number + 1,
        catalog,
        info,
        name,
        name,
    )
    return b"%d 0 obj\n%sendobj\n" % (number, _stream(entries, table))


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\n%s" % (
        entries,
        len(packed),
        packed,
        _STREAM_END,
    )
