import re
import struct
from pathlib import Path

import product
import pytest
from windows import icon_file, inno_setup

SCRIPT = inno_setup.script("1.2.3", Path("frozen"), Path("dist"), Path("a.ico"), Path("LICENSE"))
ICONS = sorted((product.CHECKOUT / "resources" / "icons").glob("application-*.png"))


def section(name: str) -> list[str]:
    """The lines of a section of the script."""
    found = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", SCRIPT, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1].strip().splitlines()


def registry() -> list[tuple[str, str, str]]:
    pattern = re.compile(
        r'Root: HKA; Subkey: "Software\\Classes\\(.+?)"; ValueType: string; '
        r'ValueName: "(.*?)"; ValueData: ("(?:[^"]|"")*")'
    )
    entries = [pattern.match(line) for line in section("Registry")]
    return [(entry[1], entry[2], entry[3]) for entry in entries if entry]


def test_nobody_needs_to_be_an_administrator() -> None:
    assert "PrivilegesRequired=lowest" in section("Setup")


def test_the_identifier_is_a_guid_behind_a_doubled_brace() -> None:
    (line,) = (line for line in section("Setup") if line.startswith("AppId="))
    assert re.fullmatch(r"AppId=\{\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", line)


def test_files_in_use_are_not_replaced() -> None:
    source = (product.CHECKOUT / "desktop_app" / "application.py").read_text("utf-8")
    assert f"AppMutex={inno_setup.MUTEX}" in section("Setup")
    assert f'show_installers_that_it_runs("{inno_setup.MUTEX}")' in source


def test_every_line_of_the_registry_is_understood_here() -> None:
    assert len(registry()) == len(section("Registry")) == 17


def test_no_type_but_its_own_is_taken() -> None:
    types = [key for key, _, _ in registry() if key.startswith(".")]
    assert {key.partition("\\")[0] for key in types} == {".trial", ".triallibrary"}
    supported = [name for key, name, _ in registry() if key.endswith("SupportedTypes")]
    assert supported == [".trial", ".triallibrary", ".json", ".xml", ".zip"]


def test_a_file_is_handed_over_in_quotes() -> None:
    opened = [data for key, _, data in registry() if key.endswith("command")]
    assert opened == [r'"""{app}\trialviewer.exe"" ""%1"""'] * 3


def test_all_keys_go_with_the_application() -> None:
    lines = section("Registry")
    owned = [line for line in lines if "uninsdelete" in line]
    assert [line.partition("Classes\\")[2].partition('"')[0] for line in owned] == [
        ".trial\\OpenWithProgids",
        inno_setup.PROGRAM_ID,
        ".triallibrary\\OpenWithProgids",
        inno_setup.LIBRARY_ID,
        "Applications\\trialviewer.exe",
    ]


def test_the_library_is_told_of_and_never_deleted() -> None:
    assert "[UninstallDelete]" not in SCRIPT
    assert r"{localappdata}\TrialProtocolViewer\library" in SCRIPT
    languages = [line.split('"')[1] for line in section("Languages")]
    told = [line.partition(".")[0] for line in section("CustomMessages")]
    assert languages == told == list(inno_setup.LIBRARY_STAYS)
    assert all("%1" in words for words in inno_setup.LIBRARY_STAYS.values())


def test_the_shortcut_and_the_window_are_one_on_the_task_bar() -> None:
    assert f'AppUserModelID: "{product.APPLICATION_ID}"' in section("Icons")[0]


def test_the_icon_holds_every_size(tmp_path: Path) -> None:
    file = tmp_path / "application.ico"
    icon_file.write_icon(file, ICONS)
    content = file.read_bytes()
    assert struct.unpack_from("<HHH", content) == (0, 1, len(ICONS))
    sides = []
    for number in range(len(ICONS)):
        side, *_, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
        assert icon_file.side(content[offset : offset + length]) == side or side == 0
        sides.append(side)
    assert sides == [16, 32, 48, 64, 128, 0]


def test_only_pictures_become_an_icon() -> None:
    with pytest.raises(ValueError, match="not a PNG"):
        icon_file.side(b"<svg/>")
