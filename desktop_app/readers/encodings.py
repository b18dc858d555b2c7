"""Byte order marks and encodings of sources."""

import codecs
from dataclasses import dataclass

from desktop_app.readers.byte_window import ByteStream

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def encoding_of(head: bytes) -> tuple[str, int]:
    """Return the encoding that the first bytes show, and the length of its mark."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, len(mark)
    # JSON and XML begin with an ASCII character, which UTF-16 pads with a zero.
    if len(head) >= 2 and head[0] == 0 and head[1] != 0:
        return "utf-16-be", 0
    if len(head) >= 2 and head[1] == 0 and head[0] != 0:
        return "utf-16-le", 0
    return "utf-8", 0


def to_utf8(content: bytes) -> bytes:
    """Return a whole document as UTF-8 without a mark; unreadable UTF-16 becomes U+FFFD."""
    encoding, mark = encoding_of(content[:4])
    if encoding == "utf-8":
        return content[mark:]
    return content[mark:].decode(encoding, "replace").encode("utf-8", "replace")


@dataclass(slots=True)
class Utf8Stream:
    """A stream of another encoding, read as UTF-8."""

    stream: ByteStream
    decoder: codecs.IncrementalDecoder

    def read(self, size: int, /) -> bytes:
        """Return some of the stream; none only at the end."""
        while True:
            raw = self.stream.read(size)
            text = self.decoder.decode(raw, final=not raw)
            if text or not raw:
                return text.encode("utf-8", "replace")


def as_utf8(stream: ByteStream, encoding: str) -> ByteStream:
    """Return a stream whose mark is skipped already as one of UTF-8."""
    if encoding == "utf-8":
        return stream
    return Utf8Stream(stream, codecs.getincrementaldecoder(encoding)("replace"))
