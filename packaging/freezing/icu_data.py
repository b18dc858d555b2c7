"""Leaves out of Qt's copy of ICU what Qt does not ask it for: 22 of its 32 MB.

Qt takes the order of words in a language from ICU. Calendars, names of countries, currencies and
units it has itself, and other encodings than Unicode are read by Python. The library holds nothing
but one block of data, which is written anew with fewer entries; its addresses stay as they are.
"""

import struct
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from virtual_environment import SetUpError

DROPPED = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit", "zone")
_ALWAYS_KEPT = ("root.res", "pool.res", "res_index.res")
_MAGIC, _KIND = b"\xda\x27", b"CmnD"
_ALIGNED = 16
_PAGE = 0x1000
_ELF_LITTLE_64 = b"\x7fELF\x02\x01"
_SEGMENT = struct.Struct("<IIQQQQQQ")
_LOAD, _DYNAMIC, _RELRO = 1, 2, 0x6474E552


def trim(library: Path) -> int:
    """Rewrite the library's file; returns how many bytes smaller it is."""
    whole = library.read_bytes()
    smaller = trimmed_library(whole)
    library.write_bytes(smaller)
    return len(whole) - len(smaller)


def is_wanted(name: str) -> bool:
    """Tell by the name of an entry, such as ``icudt73l/coll/de.res``."""
    *folders, last = name.split("/")[1:]
    if last.endswith(".cnv"):
        return False
    return last in _ALWAYS_KEPT or not (folders and folders[0] in DROPPED)


def trimmed_data(data: bytes) -> bytes:
    """Return the block of data with the wanted entries alone."""
    length = struct.unpack_from("<H", data)[0]
    if data[2:4] != _MAGIC or data[12:16] != _KIND:
        raise SetUpError("ICU's data are not as freezing/icu_data.py knows them.")
    kept = [(name, content) for name, content in _entries(data[length:]) if is_wanted(name)]
    return data[:length] + _packed(kept)


def _entries(table: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each entry; places are counted from the table's beginning."""
    count = struct.unpack_from("<I", table)[0]
    places = [struct.unpack_from("<II", table, 4 + 8 * number) for number in range(count)]
    ends = [place for _, place in places[1:]] + [len(table)]
    for (name, start), end in zip(places, ends, strict=True):
        yield table[name : table.index(b"\0", name)].decode("ascii"), table[start:end]


def _packed(entries: list[tuple[str, bytes]]) -> bytes:
    names = [name.encode("ascii") + b"\0" for name, _ in entries]
    first_name = 4 + 8 * len(entries)
    content_at = _round_up(first_name + sum(map(len, names)), _ALIGNED)
    places, parts, name_at, start = [], [], first_name, content_at
    for name, (_, content) in zip(names, entries, strict=True):
        places.append(struct.pack("<II", name_at, start))
        padded = content.ljust(_round_up(len(content), _ALIGNED), b"\0")
        parts.append(padded)
        name_at, start = name_at + len(name), start + len(padded)
    head = struct.pack("<I", len(entries)) + b"".join(places) + b"".join(names)
    return head.ljust(content_at, b"\0") + b"".join(parts)


@dataclass(frozen=True)
class Segment:
    """A part of the file that is loaded, or is pointed out, at an address."""

    kind: int
    flags: int
    offset: int
    address: int
    physical: int
    in_file: int
    in_memory: int
    alignment: int


def trimmed_library(library: bytes) -> bytes:
    """Return the library around smaller data: one loaded segment holds them, one what links it."""
    table, segments = _segments(library)
    loaded = [one for one in segments if one.kind == _LOAD]
    if len(loaded) != 2 or loaded[0].offset != 0 or loaded[0].in_file < _PAGE:
        raise SetUpError("ICU's library is not laid out as freezing/icu_data.py knows it.")
    held, linking = loaded
    data = trimmed_data(library[_PAGE : held.in_file])
    end = _PAGE + len(data)
    # A segment lies in the file as far behind the beginning of a page as in memory.
    moved = _round_up(end, _PAGE) + linking.address % _PAGE
    links = library[linking.offset : linking.offset + linking.in_file]
    result = bytearray(library[:_PAGE] + data).ljust(moved, b"\0") + links
    for number, one in enumerate(segments):
        if one is held:
            one = replace(one, in_file=end, in_memory=end)
        elif one.kind in (_LOAD, _DYNAMIC, _RELRO):
            one = replace(one, offset=moved + one.offset - linking.offset)
        _SEGMENT.pack_into(result, table + number * _SEGMENT.size, *astuple(one))
    _forget_sections(result)
    return bytes(result)


def _segments(library: bytes) -> tuple[int, list[Segment]]:
    if not library.startswith(_ELF_LITTLE_64):
        raise SetUpError("ICU's library is not one for 64 bits, the lowest byte first.")
    table = struct.unpack_from("<Q", library, 32)[0]
    size, count = struct.unpack_from("<HH", library, 54)
    places = range(table, table + size * count, size)
    return table, [Segment(*_SEGMENT.unpack_from(library, place)) for place in places]


def _forget_sections(library: bytearray) -> None:
    """Remove the table of sections, which only tools look at, and which is true no more."""
    struct.pack_into("<Q", library, 40, 0)
    struct.pack_into("<HH", library, 60, 0, 0)


def _round_up(number: int, step: int) -> int:
    return -(-number // step) * step
