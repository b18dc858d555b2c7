import commands
import pytest


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        ([], []),
        (["--"], []),
        (["--", "--version"], ["--version"]),
        (["record.json"], ["record.json"]),
        (["--", "show", "--", "-x"], ["show", "--", "-x"]),
    ],
)
def test_only_a_leading_double_dash_is_taken_away(arguments: list[str], given: list[str]) -> None:
    assert commands.application_arguments(arguments) == given


@pytest.mark.parametrize(
    ("platform", "environment", "display"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("freebsd14", {}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_there_is_a_display(
    platform: str, environment: dict[str, str], display: bool
) -> None:
    assert commands.has_display(platform, environment) is display
