"""The icon as Windows wants it: several sizes in one file, each of them a PNG."""

import struct
from collections.abc import Sequence
from pathlib import Path

_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def write_icon(target: Path, pictures: Sequence[Path]) -> None:
    """Write the file from pictures of up to 256 pixels."""
    contents = sorted((file.read_bytes() for file in pictures), key=side)
    offset = _HEADER.size + _ENTRY.size * len(contents)
    entries = b""
    for content in contents:
        # 256 is written as 0.
        pixels = side(content) % 256
        entries += _ENTRY.pack(pixels, pixels, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    target.write_bytes(_HEADER.pack(0, 1, len(contents)) + entries + b"".join(contents))


def side(content: bytes) -> int:
    """Return how many pixels wide a square PNG picture is."""
    if not content.startswith(_PNG):
        raise ValueError("not a PNG picture")
    return int.from_bytes(content[16:20], "big")
