"""Which of the files that PyInstaller has found go into the frozen application.

Two kinds do not. Parts of Qt that no window of ours loads weigh a fifth of the whole. Libraries of
the machine that builds must stay there: beside a newer graphics driver an older copy of them ends
the program. Debian's package names them as its dependencies instead.
"""

import re
from pathlib import PurePosixPath

LANGUAGES = ("de", "es", "fr", "zh_CN")
"""Those of the application, English aside, which Qt speaks by itself."""

UNUSED_PLUGINS = (
    "egldeviceintegrations/",
    "generic/",
    "networkinformation/",
    "platforminputcontexts/libqtvirtualkeyboard",
    "platforms/libqeglfs",
    "platforms/libqlinuxfb",
    "platforms/libqminimal",
    "platforms/libqvkkhrdisplay",
    "platforms/libqvnc",
    "platforms/qdirect2d",
    "platformthemes/libqgtk3",
    "qmltooling/",
    "sqldrivers/",
    "wayland-graphics-integration-client/libdmabuf",
    "wayland-graphics-integration-client/libdrm",
    "wayland-graphics-integration-client/libshm",
    "wayland-graphics-integration-client/libvulkan",
    "wayland-shell-integration/libfullscreen",
    "wayland-shell-integration/libivi",
    "wayland-shell-integration/libqt-shell",
    "wayland-shell-integration/libwl-shell",
)
USED_IMAGES = ("gif", "ico", "jpeg", "svg")
"""Formats of images; PNG is in Qt itself. An icon of a theme may be any of them."""
UNUSED_LIBRARIES = re.compile(
    r"(lib)?Qt6?(Egl\w*|Pdf\w*|Qml\w*|Quick\w*|Sql|Test|VirtualKeyboard|WlShell\w*)\b"
)
OWN_LIBRARIES = ("libbz2.", "libexpat.", "libffi.", "liblzma.", "libpython")
"""Of the machine that builds, the few that Python itself needs and that show and draw nothing."""
_SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/")
_QT = "PySide6"


def is_kept(target: str, source: str) -> bool:
    """Tell by the path within the frozen application, and by where the file comes from."""
    path = PurePosixPath(target.replace("\\", "/"))
    # PyInstaller puts a link to each library of Qt beside the program.
    if path.parts[:1] == (_QT,) or UNUSED_LIBRARIES.match(path.name):
        return not is_unused_part_of_qt(path)
    return path.suffix != ".po" and not is_of_the_system(path.name, source)


def is_unused_part_of_qt(path: PurePosixPath) -> bool:
    """Tell of a file below PySide6."""
    inside = str(path)
    plugin = inside.partition("/plugins/")[2]
    if plugin.startswith("imageformats/"):
        return not any(name in path.name for name in USED_IMAGES)
    if plugin:
        return plugin.startswith(UNUSED_PLUGINS)
    if path.suffix == ".qm":
        return not is_spoken(path.stem)
    return bool(UNUSED_LIBRARIES.match(path.name))


def is_spoken(stem: str) -> bool:
    """Tell of the stem of a catalogue of Qt's own words: ``qtbase_de``."""
    return stem in {f"qtbase_{language}" for language in LANGUAGES}


def is_of_the_system(name: str, source: str) -> bool:
    """Tell of a library that the machine has which runs the application.

    Python's own modules may lie among those of the system, too.
    """
    is_library = name.startswith("lib") and ".so" in name
    is_there = source.startswith(_SYSTEM_FOLDERS)
    return is_library and is_there and not name.startswith(OWN_LIBRARIES)
