import sys

import pytest
import system_packages

from desktop_app.system_libraries import (
    NEEDED,
    missing_in,
    missing_libraries,
    missing_sentence,
    not_loaded_sentence,
    package_of,
)

LACKS = "{}: cannot open shared object file: No such file or directory"


@pytest.mark.parametrize("library", NEEDED)
def test_every_library_is_in_a_package_that_is_installed_for_it(library: str) -> None:
    known = {name for names in system_packages.FROZEN for name in names.split(" | ")}
    assert package_of(library) in known


@pytest.mark.parametrize(
    ("message", "library"),
    [
        (LACKS.format("libEGL.so.1"), "libEGL.so.1"),
        ("/lib/x86_64-linux-gnu/libGL.so.1: file too short", "libGL.so.1"),
        (LACKS.format("libglib-2.0.so.0"), "libglib-2.0.so.0"),
        ("No module named 'PySide6'", ""),
        ("/usr/lib/libfoo.so.1: undefined symbol: bar", ""),
    ],
)
def test_the_library_that_is_missing_is_found_in_the_message(message: str, library: str) -> None:
    assert missing_in(message) == library


@pytest.mark.skipif(sys.platform != "linux", reason="looks for libraries of Linux")
def test_only_what_cannot_be_loaded_is_missing() -> None:
    assert missing_libraries(("libc.so.6", "libnowhere.so.3")) == ("libnowhere.so.3",)


def test_the_sentence_tells_what_to_install() -> None:
    told = missing_sentence(("libxcb-cursor.so.0", "libdbus-1.so.3", "libdbus-1.so.3"))
    assert told.endswith("sudo apt install libxcb-cursor0 libdbus-1-3")


def test_a_fault_of_the_program_is_no_missing_library() -> None:
    assert not_loaded_sentence(ImportError("cannot import name 'x' from 'y'")) == ""
    assert "libegl1" in not_loaded_sentence(ImportError(LACKS.format("libEGL.so.1")))
    windows = "DLL load failed while importing QtCore: The specified module could not be found."
    assert "Install the program anew" in not_loaded_sentence(ImportError(windows))
