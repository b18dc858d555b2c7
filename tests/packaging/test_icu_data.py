import struct
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from freezing import icu_data
from virtual_environment import SetUpError

LIBRARIES = sorted(
    (Path(sysconfig.get_path("purelib")) / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")
)
READ_ENTRY_COUNT = """
import ctypes, sys
library = ctypes.CDLL(sys.argv[1])
name = "icudt" + sys.argv[1].rpartition(".")[2] + "_dat"
start = ctypes.addressof(ctypes.c_uint8.in_dll(library, name))
length = ctypes.c_uint16.from_address(start).value
print(ctypes.c_uint32.from_address(start + length).value)
"""


def block(entries: dict[str, bytes]) -> bytes:
    head = struct.pack("<HH", 32, 0x27DA) + bytes(8) + b"CmnD" + bytes(16)
    names = [name.encode() + b"\0" for name in entries]
    name_at = 4 + 8 * len(entries)
    start = name_at + sum(map(len, names))
    table = struct.pack("<I", len(entries))
    for name, content in zip(names, entries.values(), strict=True):
        table += struct.pack("<II", name_at, start)
        name_at, start = name_at + len(name), start + len(content)
    return head + table + b"".join(names) + b"".join(entries.values())


def entries_of(data: bytes) -> dict[str, bytes]:
    table = data[32:]
    count = struct.unpack_from("<I", table)[0]
    found = {}
    for number in range(count):
        name, start = struct.unpack_from("<II", table, 4 + 8 * number)
        assert start % 16 == 0
        found[table[name : table.index(b"\0", name)].decode()] = table[start : start + 5]
    return found


@pytest.mark.parametrize(
    ("name", "is_wanted"),
    [
        ("icudt73l/coll/de.res", True),
        ("icudt73l/de.res", True),
        ("icudt73l/nfc.nrm", True),
        ("icudt73l/curr/root.res", True),
        ("icudt73l/curr/de.res", False),
        ("icudt73l/translit/root_and_more.res", False),
        ("icudt73l/ibm-943_P15A-2003.cnv", False),
    ],
)
def test_what_orders_words_is_kept(name: str, is_wanted: bool) -> None:
    assert icu_data.is_wanted(name) is is_wanted


def test_the_data_are_written_anew_with_what_is_wanted() -> None:
    whole = block({"i/a.cnv": b"aaaaa", "i/coll/b.res": b"bbbbb", "i/c.res": b"ccccc"})
    smaller = icu_data.trimmed_data(whole)
    assert entries_of(smaller) == {"i/coll/b.res": b"bbbbb", "i/c.res": b"ccccc"}
    assert smaller[:32] == whole[:32]


def test_what_is_laid_out_otherwise_is_left_alone() -> None:
    with pytest.raises(SetUpError, match="ICU's data"):
        icu_data.trimmed_data(bytes(64))
    with pytest.raises(SetUpError, match="64 bits"):
        icu_data.trimmed_library(b"MZ" + bytes(100))


@pytest.mark.skipif(not LIBRARIES, reason="Qt brings no ICU of its own on this system")
def test_the_library_can_be_loaded_and_is_a_third_of_its_size(tmp_path: Path) -> None:
    library = tmp_path / LIBRARIES[0].name
    whole = LIBRARIES[0].read_bytes()
    library.write_bytes(whole)
    saved = icu_data.trim(library)
    assert library.stat().st_size == len(whole) - saved < len(whole) / 3
    command = [sys.executable, "-c", READ_ENTRY_COUNT, str(library)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert 1000 < int(told) < 2000


@pytest.mark.skipif(not LIBRARIES, reason="Qt brings no ICU of its own on this system")
def test_words_keep_their_order(tmp_path: Path) -> None:
    library = tmp_path / LIBRARIES[0].name
    library.write_bytes(icu_data.trimmed_library(LIBRARIES[0].read_bytes()))
    code = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QLocale
words = "zebra \u00c4rzte Apfel \u00f1and\u00fa nandu \u4e34 \u8bd5".split()
for name in ("de_DE", "es_ES", "sv_SE", "cs_CZ", "zh_CN"):
    order = cmp_to_key(QCollator(QLocale(name)).compare)
    print(ascii(sorted(words, key=order)))
print([line for line in open("/proc/self/maps") if "icudata" in line][0].split()[-1])
"""
    *usual, own = _output(code, {})
    *order, loaded = _output(code, {"LD_PRELOAD": str(library)})
    assert own != loaded == str(library)
    assert order == usual
    assert len(set(usual)) > 2


def _output(code: str, variables: dict[str, str]) -> list[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, env=variables
    ).stdout.splitlines()
