"""The body of an answer, unpacked as it comes and never larger than it may be."""

import zlib

_STEP = 1 << 18
"""Bytes that are unpacked at once: a thousandth of them may have come."""


class BodyTooLarge(Exception):
    """Raised once the body is larger than it may be, as it comes or unpacked."""


class BodyBroken(Exception):
    """Raised where it cannot be unpacked, or ends before its end."""


class Body:
    """Takes a body in part by part; ``most`` is in bytes, ``encoding`` as the answer names it."""

    def __init__(self, encoding: str, most: int) -> None:
        self._most = most
        self._came = 0
        self._content = bytearray()
        self._is_packed = _is_packed(encoding)
        self._unpacking = _new_unpacking()

    def take(self, part: bytes) -> None:
        """Take the next part; raises BodyTooLarge or BodyBroken."""
        self._came += len(part)
        if self._is_packed:
            self._unpack(part)
        else:
            self._keep(part)
        if self._came > self._most:
            # What unpacks to nothing could go on without an end.
            self._too_large()

    def whole(self) -> bytes:
        """Return it unpacked; raises BodyBroken where its end is missing."""
        if self._is_packed and self._came and not self._unpacking.eof:
            raise BodyBroken
        return bytes(self._content)

    def _unpack(self, part: bytes) -> None:
        try:
            while part:
                if self._unpacking.eof:
                    # Packed parts may follow one another.
                    self._unpacking = _new_unpacking()
                self._keep(self._unpacking.decompress(part, _STEP))
                part = self._unpacking.unconsumed_tail or self._unpacking.unused_data
        except zlib.error as error:
            raise BodyBroken from error

    def _keep(self, part: bytes) -> None:
        self._content += part
        if len(self._content) > self._most:
            self._too_large()

    def _too_large(self) -> None:
        self._content.clear()
        raise BodyTooLarge


def _is_packed(encoding: str) -> bool:
    match encoding.strip().lower():
        case "" | "identity":
            return False
        case "gzip" | "x-gzip":
            return True
        case _:
            # Nothing else was asked for.
            raise BodyBroken


def _new_unpacking() -> "zlib._Decompress":
    return zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
