"""The icon as macOS wants it: several sizes in one file, each of them a PNG."""

from collections.abc import Sequence
from pathlib import Path

from windows.icon_file import side

# How the file calls a picture of so many pixels.
KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def write_icns(target: Path, pictures: Sequence[Path]) -> None:
    """Write the file from pictures, of which those are left out that it has no name for."""
    blocks = b"".join(
        KINDS[side(content)] + (len(content) + 8).to_bytes(4, "big") + content
        for content in (file.read_bytes() for file in pictures)
        if side(content) in KINDS
    )
    target.write_bytes(b"icns" + (len(blocks) + 8).to_bytes(4, "big") + blocks)
