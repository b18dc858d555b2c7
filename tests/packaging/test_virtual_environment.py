import subprocess
import sys
from pathlib import Path

import virtual_environment


def test_each_platform_has_its_own_places() -> None:
    environment = Path("checkout") / ".venv"
    assert virtual_environment.python_in(environment, "linux") == environment / "bin/python"
    assert virtual_environment.python_in(environment, "darwin") == environment / "bin/python"
    assert virtual_environment.python_in(environment, "win32") == environment / "Scripts/python.exe"


def test_the_packages_are_where_this_python_keeps_them() -> None:
    version = f"python3.{sys.version_info.minor}"
    found = virtual_environment.site_packages(Path("env"), "linux")
    assert found == Path("env") / "lib" / version / "site-packages"


def test_an_environment_is_told_from_an_empty_folder(tmp_path: Path) -> None:
    assert virtual_environment.works(Path(sys.prefix))
    assert not virtual_environment.works(tmp_path)


def test_a_damaged_environment_does_not_work(tmp_path: Path) -> None:
    python = virtual_environment.python_in(tmp_path, sys.platform)
    python.parent.mkdir()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path)], check=True)
    assert python.exists()
    assert not virtual_environment.works(tmp_path)


def test_the_application_is_found_from_every_folder(tmp_path: Path) -> None:
    code = "import desktop_app; print(desktop_app.__version__)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.count(".") == 2
