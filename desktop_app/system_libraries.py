"""The libraries of the system that a window needs, and what to say where one is missing."""

import ctypes
import re
from collections.abc import Iterable, Sequence

from desktop_app.languages import _, ngettext
from desktop_app.punctuation import listed

NEEDED = (
    "libglib-2.0.so.0", "libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0", "libfontconfig.so.1",
    "libfreetype.so.6", "libdbus-1.so.3", "libX11.so.6", "libX11-xcb.so.1", "libxcb.so.1",
    "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1",
    "libxcb-randr.so.0", "libxcb-render.so.0", "libxcb-render-util.so.0", "libxcb-shape.so.0",
    "libxcb-shm.so.0", "libxcb-sync.so.1", "libxcb-util.so.1", "libxcb-xfixes.so.0",
    "libxcb-xkb.so.1", "libxkbcommon-x11.so.0",
)  # fmt: skip
_NOT_LOADED = re.compile(
    r"\b(lib[\w+.-]+?\.so(?:\.\d+)*)\b.*?: (?:cannot open|file too|invalid ELF)"
)
_PARTS = re.compile(r"(lib.+?)\.so\.(\d+)")
_NAMED_OTHERWISE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}


def missing_in(message: str) -> str:
    """Return the library that a message of the loader names as missing, or empty."""
    found = _NOT_LOADED.search(message)
    return found[1] if found else ""


def missing_libraries(names: Iterable[str] = NEEDED) -> tuple[str, ...]:
    """Return those of the libraries that cannot be loaded."""
    return tuple(name for name in names if not _can_be_loaded(name))


def package_of(library: str) -> str:
    """Return the package of Debian that holds a library, by the rule for their names."""
    parts = _PARTS.fullmatch(library)
    if library in _NAMED_OTHERWISE or not parts:
        return _NAMED_OTHERWISE.get(library, library)
    name, version = parts[1].lower().replace("_", "-"), parts[2]
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"


def missing_sentence(libraries: Sequence[str]) -> str:
    """Return what is missing and how it is installed."""
    told = ngettext(
        "No window can open, because the system library {libraries} is missing or broken."
        " On Debian and Ubuntu this installs it: sudo apt install {packages}",
        "No window can open, because the system libraries {libraries} are missing or broken."
        " On Debian and Ubuntu this installs them: sudo apt install {packages}",
        len(libraries),
    )
    packages = dict.fromkeys(map(package_of, libraries))
    return told.format(libraries=listed(libraries), packages=" ".join(packages))


def not_loaded_sentence(error: ImportError) -> str:
    """Return what to say of a part of Qt that cannot be loaded; empty where it is our fault."""
    message = str(error)
    named = missing_in(message)
    if named:
        return missing_sentence(tuple(dict.fromkeys((named, *missing_libraries()))))
    if "DLL load failed" in message or "Library not loaded" in message:
        return _(
            "No window can open, because a part of the program or of the system cannot be loaded."
            " Install the program anew. If that does not help, bring the system up to date."
        )
    return ""


def _can_be_loaded(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
