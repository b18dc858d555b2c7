import sys
from pathlib import Path

import checks
import pytest
from checks import Stage

PYTHON = Path(sys.executable)


@pytest.mark.parametrize(("cores", "workers"), [(None, 2), (1, 2), (2, 2), (3, 3), (64, 4)])
def test_how_many_workers_share_the_tests(cores: int | None, workers: int) -> None:
    assert checks.workers(cores) == workers


def test_every_stage_is_there_and_in_order() -> None:
    names = [stage.name for stage in checks.every_stage(PYTHON)]
    assert names == ["lint", "format", "types", "tests", "real window"]


def test_a_real_window_needs_a_server_on_linux_alone() -> None:
    linux = checks.in_real_window(PYTHON, ["-m", "real_window"], "linux")
    assert linux.command[0] == "xvfb-run"
    assert linux.variables == {"QT_QPA_PLATFORM": "xcb"}
    for platform in ("win32", "darwin"):
        stage = checks.in_real_window(PYTHON, ["-m", "real_window"], platform)
        assert stage.command == (str(PYTHON), "-m", "pytest", "-m", "real_window")
        assert stage.variables == {}


def test_arguments_go_to_pytest_alone() -> None:
    (stage,) = checks.only_pytest(PYTHON, ["tests/study", "-x"])
    assert stage.command == (str(PYTHON), "-m", "pytest", "tests/study", "-x")


def test_a_failed_stage_is_told_and_does_not_stop_the_next(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    say = (str(PYTHON), "-c", "import os; print(os.getcwd(), os.environ.get('SAID'))")
    stages = [
        Stage("first", (str(PYTHON), "-c", "raise SystemExit(3)")),
        Stage("second", say, {"SAID": "again"}),
    ]
    assert checks.carry_out(stages, tmp_path) == 1
    output = capfd.readouterr().out
    assert f"{tmp_path} again" in output
    first, second = output.splitlines()[-2:]
    assert first.startswith("first")
    assert first.endswith("FAILED with 3")
    assert second.endswith("passed")


def test_stages_that_pass_give_zero(tmp_path: Path) -> None:
    assert checks.carry_out([Stage("fine", (str(PYTHON), "-c", ""))], tmp_path) == 0


def test_a_summary_lines_up() -> None:
    assert checks.summary("lint", 0, 0.42) == "lint            0.4 s  passed"
    assert checks.summary("real window", 5, 12.0) == "real window    12.0 s  FAILED with 5"
