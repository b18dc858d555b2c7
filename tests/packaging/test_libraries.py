from freezing import libraries

READELF = """
Dynamic section at offset 0x1000 contains 30 entries:
 0x0000000000000001 (NEEDED)             Shared library: [libGL.so.1]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
 0x000000000000000e (SONAME)             Library soname: [libQt6Gui.so.6]
"""


def test_only_what_a_file_needs_is_read() -> None:
    assert libraries.needed_names(READELF) == {"libGL.so.1", "libc.so.6"}


def test_the_newest_symbol_decides_the_c_library() -> None:
    contents = [b"\0GLIBC_2.9\0GLIBC_2.34\0", b"\0GLIBC_2.4\0", b"nothing"]
    assert libraries.oldest_libc(contents) == "2.34"


def test_a_library_of_no_declared_package_is_told() -> None:
    found = {"libGL.so.1": "libgl1", "libcups.so.2": "libcups2", "libodd.so.1": ""}
    declared = ("libgl1", "libcups2t64 | libcups2")
    assert libraries.not_declared(found, declared) == {"libodd.so.1": ""}
