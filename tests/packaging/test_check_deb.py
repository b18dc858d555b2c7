from pathlib import Path

import check_deb
import product

COMMANDS = check_deb.commands(Path("viewer.deb"), Path("unpacked"))


def test_every_validator_is_asked() -> None:
    assert [command[0] for command in COMMANDS] == [
        "desktop-file-validate",
        "appstreamcli",
        "lintian",
    ]


def test_they_are_shown_what_the_package_installs() -> None:
    share = Path("unpacked/usr/share")
    name = product.APPLICATION_ID
    assert COMMANDS[0][-1] == str(share / "applications" / f"{name}.desktop")
    assert COMMANDS[1][-1] == str(share / "metainfo" / f"{name}.metainfo.xml")
    assert COMMANDS[2][-1] == "viewer.deb"


def test_a_warning_is_a_complaint() -> None:
    assert "--fail-on=error,warning" in COMMANDS[2]
    assert "--no-net" in COMMANDS[1]
