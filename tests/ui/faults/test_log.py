import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.ui.faults import log


@pytest.fixture
def logger(tmp_path: Path) -> Iterator[logging.Logger]:
    """Returns the application's log, which goes to a folder of the test's own."""
    assert log.log_to_file(tmp_path) == tmp_path / log.LOG_NAME
    yield logging.getLogger("desktop_app.tests")
    log.stop_logging()


def test_a_full_log_is_put_aside_and_the_oldest_goes(
    logger: logging.Logger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LARGEST_LOG", 1)
    for word in ("first", "second", "third", "fourth"):
        logger.info(word)
    kept = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert sorted(kept) == [log.LOG_NAME, f"{log.LOG_NAME}.1", f"{log.LOG_NAME}.2"]
    assert "fourth" in kept[log.LOG_NAME]
    assert "third" in kept[f"{log.LOG_NAME}.1"]
    assert "second" in kept[f"{log.LOG_NAME}.2"]


def test_a_log_that_is_not_full_goes_on(logger: logging.Logger, tmp_path: Path) -> None:
    logger.info("first")
    log.stop_logging()
    log.log_to_file(tmp_path)
    logger.info("second")
    assert [path.name for path in tmp_path.iterdir()] == [log.LOG_NAME]
    assert (tmp_path / log.LOG_NAME).read_text().count("\n") == 2


def test_what_cannot_be_put_aside_ends_nothing(
    logger: logging.Logger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError("no")

    monkeypatch.setattr(log, "LARGEST_LOG", 1)
    monkeypatch.setattr(Path, "replace", refuse)
    logger.info("first")
    logger.info("second")
    assert "second" in (tmp_path / log.LOG_NAME).read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="makes a pipe that has a name")
def test_a_pipe_in_place_of_the_log_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / log.LOG_NAME)
    assert log.log_to_file(tmp_path) is None
