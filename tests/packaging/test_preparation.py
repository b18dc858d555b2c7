import sys
from pathlib import Path

import preparation
import pytest
import virtual_environment
from preparation import Scope


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "requirements.txt").write_text("pytest==9.2.0\n")
    python = virtual_environment.python_in(tmp_path / ".venv", sys.platform)
    python.parent.mkdir(parents=True)
    # Nothing that could be started: were it called, the set-up would fail.
    python.write_text("")
    return tmp_path


def test_a_scope_is_ready_once_it_is_marked(checkout: Path) -> None:
    assert not preparation.is_ready(checkout, Scope.WINDOW)
    preparation.mark_ready(checkout, Scope.WINDOW)
    assert preparation.is_ready(checkout, Scope.WINDOW)
    assert not preparation.is_ready(checkout, Scope.TESTS)


def test_a_changed_lock_is_not_ready(checkout: Path) -> None:
    preparation.mark_ready(checkout, Scope.PYTHON)
    (checkout / "packaging" / "requirements.txt").write_text("pytest==9.2.1\n")
    assert not preparation.is_ready(checkout, Scope.PYTHON)


def test_the_key_tells_scopes_and_folders_apart(checkout: Path, tmp_path: Path) -> None:
    other = tmp_path / "moved"
    (other / "packaging").mkdir(parents=True)
    (other / "packaging" / "requirements.txt").write_text("pytest==9.2.0\n")
    keys = {preparation.stamp_key(folder, scope) for folder in (checkout, other) for scope in Scope}
    assert len(keys) == 6


@pytest.mark.parametrize("scope", [Scope.WINDOW, Scope.TESTS])
def test_a_second_start_only_looks(
    checkout: Path, scope: Scope, capfd: pytest.CaptureFixture[str]
) -> None:
    preparation.mark_ready(checkout, Scope.PYTHON)
    preparation.mark_ready(checkout, scope)
    python = preparation.ensure(checkout, scope)
    assert python == virtual_environment.python_in(checkout / ".venv", sys.platform)
    assert capfd.readouterr() == ("", "")


def test_without_a_window_the_python_packages_suffice(
    checkout: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    preparation.mark_ready(checkout, Scope.PYTHON)
    preparation.ensure(checkout, Scope.WINDOW, required=False)
    assert capfd.readouterr() == ("", "")
