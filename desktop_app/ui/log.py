"""The log: what the application did and what went wrong, never what a record holds."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_NAME = "trialviewer.log"
_LARGEST_LOG = 500_000
_OLDER_LOGS = 2


class _PatientHandler(RotatingFileHandler):
    """Does without what cannot be written: a full disk is told by what the person is doing."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Let the record go."""


def log_to_file(folder: Path) -> Path | None:
    """Let the log go to a rotating file; returns it, or None where none can be written."""
    path = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _PatientHandler(
            path, maxBytes=_LARGEST_LOG, backupCount=_OLDER_LOGS, encoding="utf-8", errors="replace"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("desktop_app")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return path


def stop_logging() -> None:
    """Close the log's files."""
    logger = logging.getLogger("desktop_app")
    for handler in tuple(logger.handlers):
        if isinstance(handler, RotatingFileHandler):
            logger.removeHandler(handler)
            handler.close()
