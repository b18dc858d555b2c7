from pathlib import Path

import pytest

from tests.starts.started import PROGRAM, mounted, needs_mounts, only_linux, start

pytestmark = only_linux
LIBRARIES = Path("/lib/x86_64-linux-gnu")


def test_without_a_display_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    unset = {"QT_QPA_PLATFORM": None, "DISPLAY": None, "WAYLAND_DISPLAY": None}
    done = start(tmp_path / "home", command=PROGRAM, variables=unset)
    assert done.code == 1
    assert done.errors.startswith("There is no display here")
    assert done.errors.count("\n") == 1


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"QT_QPA_PLATFORM": None, "DISPLAY": ":987"}, "the display “:987” does not answer"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM asks for “nonsense”"),
        (
            {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "none", "XDG_RUNTIME_DIR": "/tmp"},
            "does not answer",
        ),
    ],
    ids=["x", "unknown", "wayland"],
)
def test_a_display_that_cannot_be_used_gets_a_sentence(
    tmp_path: Path, variables: dict[str, str | None], told: str
) -> None:
    unset = {"WAYLAND_DISPLAY": None, "DISPLAY": None}
    done = start(tmp_path / "home", command=PROGRAM, variables={**unset, **variables})
    assert done.code == 1
    assert told in done.errors
    assert "Aborted" not in done.errors
    assert "Qt platform plugin" not in done.errors


@needs_mounts
@pytest.mark.parametrize("library", ["libxcb-cursor.so.0", "libEGL.so.1", "libglib-2.0.so.0"])
def test_a_library_that_is_missing_is_named_with_its_package(tmp_path: Path, library: str) -> None:
    path = LIBRARIES / library
    if not path.exists():
        pytest.skip(f"{path} is not here")
    hide = f'mount --bind /dev/null "{path.resolve()}";'
    script = mounted(tmp_path / "place", "size=1m", hide)
    variables = {"QT_QPA_PLATFORM": None, "DISPLAY": ":987", "WAYLAND_DISPLAY": None}
    done = start(tmp_path / "home", command=PROGRAM, script=script, variables=variables)
    assert done.code == 1
    assert f"{library} is missing or broken" in done.errors
    assert "sudo apt install lib" in done.errors
    assert "Traceback" not in done.errors
