import struct

from freezing.search_paths import without_foreign_paths

NEEDED, NAMES, PATH = 1, 5, 29
STRINGS = b"\0/home/builder/lib\0$ORIGIN\0libc.so.6\0"
FOREIGN, OWN, LIBC = (STRINGS.index(word) for word in (b"/home", b"$ORIGIN", b"libc"))


def library(*entries: tuple[int, int]) -> bytes:
    """A file of one loaded segment, which holds the table of what links it and its names."""
    table = b"".join(struct.pack("<qQ", *entry) for entry in entries)
    place = 64 + 2 * 56
    names = place + len(table)
    table = table.replace(struct.pack("<qQ", NAMES, 0), struct.pack("<qQ", NAMES, names))
    head = b"\x7fELF\x02\x01" + bytes(26) + struct.pack("<Q", 64) + bytes(14)
    head += struct.pack("<HH", 56, 2) + bytes(6)
    whole = names + len(STRINGS)
    segments = struct.pack("<IIQQQQQQ", 1, 4, 0, 0, 0, whole, whole, 4096)
    segments += struct.pack("<IIQQQQQQ", 2, 4, place, place, place, len(table), len(table), 8)
    return head + segments + table + STRINGS


def test_the_folder_of_whoever_built_it_is_forgotten() -> None:
    before = library((NEEDED, LIBC), (PATH, FOREIGN), (NAMES, 0), (0, 0))
    after = without_foreign_paths(before)
    assert len(after) == len(before)
    found = [struct.unpack_from("<qQ", after, 176 + 16 * number)[0] for number in range(4)]
    assert found == [NEEDED, NAMES, 0, 0]


def test_a_path_beside_the_file_itself_stays() -> None:
    content = library((NEEDED, LIBC), (PATH, OWN), (NAMES, 0), (0, 0))
    assert without_foreign_paths(content) == content


def test_what_is_no_machine_code_stays() -> None:
    assert without_foreign_paths(b"#!/bin/sh\n") == b"#!/bin/sh\n"
