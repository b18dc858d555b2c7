"""What stands in a ZIP archive about a member: in the directory and before the member itself."""

import struct
from dataclasses import dataclass

HEADER = struct.Struct("<4s5H3L2H")
HEADER_MARK = b"PK\3\4"
_IN_64 = 0xFFFFFFFF
_EXTRA_64 = 1
_UTF8 = 0x800
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A member as the archive describes it; sizes are in bytes, and may lie."""

    name: str
    method: int
    flags: int
    crc: int
    packed_size: int
    size: int
    place: int

    @property
    def is_encrypted(self) -> bool:
        """Tell whether a password protects the member."""
        return bool(self.flags & _ENCRYPTED)

    @property
    def is_folder(self) -> bool:
        """Tell whether the member is a folder."""
        return self.name.endswith("/")


def wide_sizes(sizes: tuple[int, ...], extra: bytes) -> tuple[int, ...]:
    """Return sizes and place, those that do not fit into 32 bits from the extra field."""
    if _IN_64 not in sizes:
        return sizes
    wide = iter(_numbers_64(extra))
    return tuple(next(wide, one) if one == _IN_64 else one for one in sizes)


def decoded_name(name: bytes, flags: int) -> str:
    """Return the name of a member."""
    return name.decode("utf-8" if flags & _UTF8 else "cp437", "replace")


def _numbers_64(extra: bytes) -> tuple[int, ...]:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == _EXTRA_64:
            count = min(length, len(extra) - 4) // 8
            return struct.unpack_from(f"<{count}Q", extra, 4)
        extra = extra[4 + length :]
    return ()
