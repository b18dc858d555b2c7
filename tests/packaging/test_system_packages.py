import sys
import sysconfig
from pathlib import Path

import pytest
import system_packages

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Qt for Linux")
PYSIDE = Path(sysconfig.get_path("purelib")) / "PySide6"

LDD = """\
/venv/PySide6/QtWidgets.abi3.so:
\tlinux-vdso.so.1 (0x00007ffc8a5f2000)
\tlibQt6Widgets.so.6 => /venv/PySide6/Qt/lib/libQt6Widgets.so.6 (0x00007f1a0a400000)
\tlibGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1a09e00000)
/venv/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlibxcb-cursor.so.0 => not found
\tlibGL.so.1 => not found
"""

DPKG = """\
ii  libgl1
ii  libglib2.0-0
rc  libcups2
un  libegl1
iU  libxkbcommon0
"""


def test_libraries_that_are_not_found_are_named_once() -> None:
    assert system_packages.parse_not_found(LDD) == ["libGL.so.1", "libxcb-cursor.so.0"]
    assert system_packages.parse_not_found("\tnot a dynamic executable\n") == []


def test_only_what_is_fully_installed_counts() -> None:
    assert system_packages.installed_names(DPKG) == {"libgl1", "libglib2.0-0"}


@pytest.mark.parametrize(
    ("known", "names"),
    [
        ({"libgl1", "libcups2", "libglib2.0-0"}, ["libgl1", "libcups2"]),
        ({"libgl1", "libcups2t64", "libglib2.0-0t64"}, ["libgl1", "libcups2t64"]),
        # Both at once, as while a release changes over: the new one.
        ({"libcups2", "libcups2t64"}, ["libgl1", "libcups2t64"]),
        # Nothing was fetched yet: the old name, which the new package still answers to.
        (set(), ["libgl1", "libcups2"]),
    ],
)
def test_each_release_gets_its_own_names(known: set[str], names: list[str]) -> None:
    assert system_packages.chosen(["libgl1", "libcups2t64 | libcups2"], known) == names


def test_the_line_to_type_is_whole() -> None:
    names = ["libegl1", "libcups2"]
    assert system_packages.line_to_type(names, sudo=False) == (
        "apt-get update && apt-get install -y --no-install-recommends libegl1 libcups2"
    )
    assert system_packages.line_to_type(names, sudo=True) == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libcups2"
    )


def test_of_many_complaints_the_last_are_shown() -> None:
    complaints = [f"E: Failed to fetch package-{number}" for number in range(70)]
    words = system_packages.last_words("\n".join(complaints))
    assert words.splitlines() == complaints[-3:]
    assert system_packages.last_words("") == ""


def test_people_see_the_name_they_know() -> None:
    assert system_packages.plain_name("libcups2t64 | libcups2") == "libcups2"
    assert system_packages.plain_name("libgl1") == "libgl1"


@ON_LINUX
def test_the_files_that_are_looked_at_exist() -> None:
    assert [name for name in system_packages.QT_FILES if not (PYSIDE / name).is_file()] == []


@ON_LINUX
def test_this_system_has_what_qt_asks_for() -> None:
    assert system_packages.libraries_not_found(PYSIDE) == []


@pytest.mark.skipif(not system_packages.is_debian(), reason="asks Debian's package manager")
def test_what_is_missing_is_told_from_what_is_there() -> None:
    wanted = ["dpkg-t64 | dpkg", "no-such-package-at-all", "no-such | nor-such"]
    assert system_packages.missing(wanted) == ["no-such-package-at-all", "no-such | nor-such"]
