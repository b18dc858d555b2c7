"""Removes from machine code the folders of the building machine in which it would look first.

A Python that was built for one person looks for its libraries in that person's folder, by a path
that is written into each of its files. Elsewhere the path is somebody else's, or nobody's.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

_ELF_LITTLE_64 = b"\x7fELF\x02\x01"
_SEGMENT = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<qQ")
_LOAD, _DYNAMIC = 1, 2
_END, _NAMES, _OLD_PATH, _PATH = 0, 5, 15, 29


def relocate(file: Path) -> bool:
    """Rewrite a file that names such a folder; tell whether it did."""
    content = file.read_bytes()
    changed = without_foreign_paths(content)
    if changed == content:
        return False
    file.write_bytes(changed)
    return True


def without_foreign_paths(content: bytes) -> bytes:
    """Return the content without entries for paths that begin at the root of the file system."""
    if not content.startswith(_ELF_LITTLE_64):
        return content
    segments = list(_segments(content))
    place = next((at for kind, at, _, _ in segments if kind == _DYNAMIC), None)
    if place is None:
        return content
    entries = list(_entries(content, place))
    names = next((value for tag, value in entries if tag == _NAMES), 0)
    strings = _in_file(segments, names)
    kept = [
        (tag, value)
        for tag, value in entries
        if not (
            tag in (_PATH, _OLD_PATH) and content[strings + value : strings + value + 1] == b"/"
        )
    ]
    # As many entries as before: what comes after the end is not read.
    kept += [(_END, 0)] * (len(entries) - len(kept))
    table = b"".join(_ENTRY.pack(*entry) for entry in kept)
    return content[:place] + table + content[place + len(table) :]


def _segments(content: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield kind, place in the file, address and size of each segment."""
    table = struct.unpack_from("<Q", content, 32)[0]
    size, count = struct.unpack_from("<HH", content, 54)
    for at in range(table, table + size * count, size):
        kind, _, place, address, _, in_file, _, _ = _SEGMENT.unpack_from(content, at)
        yield kind, place, address, in_file


def _entries(content: bytes, place: int) -> Iterator[tuple[int, int]]:
    while True:
        tag, value = _ENTRY.unpack_from(content, place)
        yield tag, value
        if tag == _END:
            return
        place += _ENTRY.size


def _in_file(segments: list[tuple[int, int, int, int]], address: int) -> int:
    """Return where in the file an address is."""
    for kind, place, start, size in segments:
        if kind == _LOAD and start <= address < start + size:
            return address - start + place
    return 0
