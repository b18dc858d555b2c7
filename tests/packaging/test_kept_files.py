import pytest
from freezing.kept_files import LANGUAGES, is_kept

WHEEL = "/build/venv/lib/python3.11/site-packages/"
PLUGINS = "PySide6/Qt/plugins/"


@pytest.mark.parametrize(
    "target",
    [
        f"{PLUGINS}platforms/libqxcb.so",
        f"{PLUGINS}platforms/libqwayland.so",
        f"{PLUGINS}platforms/libqoffscreen.so",
        f"{PLUGINS}platforms/libqcocoa.dylib",
        f"{PLUGINS}platforms/qwindows.dll",
        f"{PLUGINS}imageformats/libqsvg.so",
        f"{PLUGINS}printsupport/libcupsprintersupport.so",
        f"{PLUGINS}wayland-shell-integration/libxdg-shell.so",
        f"{PLUGINS}platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/QtWidgets.abi3.so",
        "libQt6Core.so.6",
        "pypdfium2_raw/libpdfium.so",
        "desktop_app/resources/languages/de/trialviewer.mo",
    ],
)
def test_what_a_window_needs_is_kept(target: str) -> None:
    assert is_kept(target, WHEEL + target)


@pytest.mark.parametrize(
    "target",
    [
        f"{PLUGINS}platforms/libqeglfs.so",
        f"{PLUGINS}platformthemes/libqgtk3.so",
        f"{PLUGINS}imageformats/libqtiff.so",
        f"{PLUGINS}sqldrivers/libqsqlite.so",
        "PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/translations/qtbase_pl.qm",
        "PySide6/Qt/translations/qtdeclarative_de.qm",
        # A link beside the program would lead nowhere.
        "libQt6EglFSDeviceIntegration.so.6",
        "desktop_app/resources/languages/de/trialviewer.po",
    ],
)
def test_what_none_of_ours_loads_is_dropped(target: str) -> None:
    assert not is_kept(target, WHEEL + target)


def test_windows_paths_are_read_as_paths() -> None:
    assert not is_kept("PySide6\\plugins\\sqldrivers\\qsqlite.dll", "C:\\venv\\x")
    assert is_kept("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\venv\\x")


@pytest.mark.parametrize("language", LANGUAGES)
def test_qt_speaks_the_languages_of_the_application(language: str) -> None:
    target = f"PySide6/Qt/translations/qtbase_{language}.qm"
    assert is_kept(target, WHEEL + target)


@pytest.mark.parametrize("name", ["libX11.so.6", "libstdc++.so.6", "libglib-2.0.so.0", "libz.so.1"])
def test_libraries_of_the_building_machine_stay_there(name: str) -> None:
    assert not is_kept(name, f"/lib/x86_64-linux-gnu/{name}")
    assert is_kept(name, f"{WHEEL}pillow.libs/{name}")


@pytest.mark.parametrize("name", ["libffi.so.8", "libbz2.so.1.0", "libpython3.11.so.1.0"])
def test_those_that_python_needs_come_along(name: str) -> None:
    assert is_kept(name, f"/usr/lib/x86_64-linux-gnu/{name}")


@pytest.mark.parametrize("name", ["_json.cpython-311-x86_64-linux-gnu.so", "_zoneinfo.so"])
def test_modules_of_the_systems_python_come_along(name: str) -> None:
    assert is_kept(f"python3.11/lib-dynload/{name}", f"/usr/lib/python3.11/lib-dynload/{name}")
