import struct

from linux.later_version import shifted

CODE = b"all the code"
COOKIE = b"MEI\014\013\012\013\016"


def test_code_stands_further_behind_and_is_still_found_from_the_end() -> None:
    end = struct.pack("!8sIIII64s", COOKIE, len(CODE) + 88, 0, 0, 311, b"libpython")
    program = b"\x7fELF start" + CODE + end + b"sections"
    later = shifted(program)
    assert later.startswith(b"\x7fELF start\0\0")
    assert later.endswith(CODE + end + b"sections")
    assert later.index(CODE) > program.index(CODE)
