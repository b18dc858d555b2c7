import ast
import os
import subprocess
import sys
from pathlib import Path

import dev
import preparation
import pytest
from preparation import Scope

PACKAGING = Path(dev.__file__).parent
# Stands in for the application: says what it was given and where it is, and ends in its own way.
APPLICATION = "import os, sys\nprint(sys.argv[1:], os.getcwd(), sep='\\n')\nsys.exit(7)\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that is set up already, with a stand-in for the application."""
    folder = (tmp_path / "checkout").resolve()
    (folder / "desktop_app").mkdir(parents=True)
    (folder / "desktop_app" / "__main__.py").write_text(APPLICATION)
    (folder / "packaging").mkdir()
    for file in [*PACKAGING.glob("*.py"), PACKAGING / "requirements.txt"]:
        (folder / "packaging" / file.name).write_bytes(file.read_bytes())
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").symlink_to(Path(sys.executable).resolve())
    for scope in (Scope.PYTHON, Scope.WINDOW):
        preparation.mark_ready(folder, scope)
    return folder


def call(checkout: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    elsewhere = checkout.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    inherited = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, str(checkout / "packaging" / "dev.py"), *arguments],
        env={**inherited, "PYTHONPATH": str(checkout), **variables},
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_old_python_can_read_the_first_file() -> None:
    source = (PACKAGING / "dev.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    first = {name.name for node in tree.body if isinstance(node, ast.Import) for name in node.names}
    assert first == {"os", "shutil", "subprocess", "sys"}


def test_an_old_python_is_told_what_to_type() -> None:
    command = ["packaging/dev.py", "run", "--", "--version"]
    assert dev.too_old("3.9.18", ["python3.13", "python3.11"], command) == (
        "Python 3.11 or newer is needed, and this is Python 3.9.18. "
        "Type: python3.13 packaging/dev.py run -- --version"
    )
    assert dev.too_old("3.9.18", [], command).endswith(
        "Install a newer one, then start this with it."
    )


def test_an_unknown_command_gets_the_usage() -> None:
    command = [sys.executable, str(PACKAGING / "dev.py")]
    wrong = subprocess.run([*command, "build"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == dev.USAGE
    asked = subprocess.run([*command, "--help"], capture_output=True, text=True, check=False)
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, dev.USAGE, "")


def test_setup_takes_no_arguments() -> None:
    command = [sys.executable, str(PACKAGING / "dev.py"), "setup", "--force"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "setup takes no arguments, and was given: --force\n"


posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is made of links")


@posix_only
def test_run_hands_over_arguments_folder_and_code(checkout: Path) -> None:
    done = call(checkout, "run", "--", "brief", "NCT03816852", "-o", "brief.pdf")
    elsewhere = checkout.parent / "elsewhere"
    assert done.stdout.splitlines() == [
        "['brief', 'NCT03816852', '-o', 'brief.pdf']",
        str(elsewhere),
    ]
    assert (done.returncode, done.stderr) == (7, "")


@posix_only
def test_run_with_a_display_starts_the_window(checkout: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        assert call(checkout, "run", **{name: "x"}).stdout.splitlines()[0] == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_run_without_a_display_says_so_and_writes_the_demonstration(checkout: Path) -> None:
    sentence, given, folder = call(checkout, "run").stdout.splitlines()
    assert sentence.startswith("There is no display here")
    assert sentence.endswith(f"in {folder}:")
    assert given == "['demo', '--into', '.']"


@posix_only
def test_run_is_not_misled_by_files_of_the_folder_one_is_in(checkout: Path) -> None:
    (checkout.parent / "elsewhere").mkdir()
    (checkout.parent / "elsewhere" / "desktop_app.py").write_text("raise SystemExit('misled')")
    assert call(checkout, "run", "--", "--version").stdout.startswith("['--version']")
