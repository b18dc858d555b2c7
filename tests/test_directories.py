from pathlib import Path

import platformdirs
import pytest

from desktop_app.directories import HOME_VARIABLE, Directories

_NAME = "TrialProtocolViewer"


@pytest.mark.parametrize("folder", ["", "/srv/elsewhere", "  "])
def test_the_folders_on_linux_are_those_that_platformdirs_finds(
    monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    monkeypatch.setattr("sys.platform", "linux")
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, folder)
    found = Directories.standard()
    assert found.usual_library == Path(platformdirs.user_data_dir(_NAME)) / "library"
    assert found.settings == Path(platformdirs.user_config_dir(_NAME))
    assert found.logs == Path(platformdirs.user_log_dir(_NAME))


def test_a_folder_of_the_environment_that_is_not_absolute_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, "here/or/there")
    found = Directories.standard()
    assert found.usual_library == tmp_path / ".local" / "share" / _NAME / "library"
    assert found.settings == tmp_path / ".config" / _NAME
    assert found.logs == tmp_path / ".local" / "state" / _NAME / "log"
