from pathlib import Path

import pytest

from desktop_app.command_line.options import Options
from desktop_app.command_line.registry import registry_client
from desktop_app.directories import Directories
from desktop_app.errors import RegistryError
from desktop_app.registry.addresses import BASE_ADDRESS
from desktop_app.registry.chosen_address import (
    ADDRESS,
    OFFLINE,
    SETTINGS_NAME,
    VARIABLE,
    chosen_in,
)
from desktop_app.ui.registry.registry_access import RegistryAccess
from desktop_app.ui.settings import Settings, SettingsKeeper, write_settings
from desktop_app.ui.settings_file import FILE_NAME

MIRROR, OTHER = "https://mirror.example/api/v2", "https://other.example/api/v2"


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def choose(address: str) -> Directories:
    directories = Directories.standard()
    write_settings(directories.settings, Settings(registry_address=address))
    return directories


def test_commands_find_what_the_window_keeps() -> None:
    assert FILE_NAME == SETTINGS_NAME
    assert hasattr(Settings(), ADDRESS)
    assert hasattr(Settings(), OFFLINE)
    assert chosen_in(choose(MIRROR).settings) == (MIRROR, False)


def test_commands_stay_offline_where_the_preferences_say_so() -> None:
    directories = Directories.standard()
    write_settings(directories.settings, Settings(is_offline=True))
    with pytest.raises(RegistryError, match="the preferences say so"):
        registry_client(Options("fetch", directories, registry=MIRROR))


def test_commands_ask_the_registry_that_was_named_or_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    directories = Directories.standard()
    assert registry_client(Options("fetch", directories)).base_address == BASE_ADDRESS
    choose(MIRROR)
    assert registry_client(Options("fetch", directories)).base_address == MIRROR
    monkeypatch.setenv(VARIABLE, f"{OTHER}/")
    assert registry_client(Options("fetch", directories)).base_address == OTHER
    named = Options("fetch", directories, registry="https://named.example")
    assert registry_client(named).base_address == "https://named.example"


def test_an_address_that_is_not_safe_is_told_of() -> None:
    with pytest.raises(RegistryError, match="not safe"):
        registry_client(Options("fetch", choose("http://mirror.example")))


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"\xff", b"[" * 99_999, b'{"registry_address": 7}']
)
def test_settings_that_cannot_be_read_choose_nothing(content: bytes, tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_bytes(content)
    assert chosen_in(tmp_path) == chosen_in(tmp_path / "none") == ("", False)


def test_the_window_asks_the_registry_that_is_chosen_now(monkeypatch: pytest.MonkeyPatch) -> None:
    directories = Directories.standard()
    settings = SettingsKeeper(directories.settings)
    access = RegistryAccess(directories, settings)
    client = access.client()
    assert client.base_address == BASE_ADDRESS
    assert access.client() is client
    settings.change(registry_address=MIRROR)
    assert access.client().base_address == MIRROR
    monkeypatch.setenv(VARIABLE, OTHER)
    assert access.client().base_address == OTHER
    access.close()
    access.close()
    settings.change(registry_address="mirror")
    monkeypatch.delenv(VARIABLE)
    with pytest.raises(RegistryError, match="no address of a registry"):
        access.client()
