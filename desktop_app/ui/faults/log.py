"""The log: what the application did and what went wrong, never what a record holds."""

import logging
from pathlib import Path

LOG_NAME = "trialviewer.log"
LARGEST_LOG = 500_000
_OLDER_LOGS = 2


class LogFile(logging.FileHandler):
    """A file that is put aside when it is full; older ones are kept, as ``NAME.1`` and so on.

    It is the standard library's rotating one without the network that comes with it, which takes
    as long to load as a tenth of a bare window. It does without what cannot be written: a full
    disk is told by what the person is doing.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write, in a new file where this one is full."""
        try:
            if self.stream is not None and self.stream.tell() >= LARGEST_LOG:
                self._put_aside()
        except OSError:
            self.handleError(record)
        super().emit(record)

    def _put_aside(self) -> None:
        self.close()
        path = Path(self.baseFilename)
        try:
            for number in range(_OLDER_LOGS, 0, -1):
                newer = path.with_name(f"{path.name}.{number - 1}" if number > 1 else path.name)
                if newer.exists():
                    newer.replace(path.with_name(f"{path.name}.{number}"))
        finally:
            self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """Let the record go."""


def log_to_file(folder: Path) -> Path | None:
    """Let the log go to a rotating file; returns it, or None where none can be written."""
    path = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            # A pipe would be waited for.
            return None
        handler = LogFile(path, encoding="utf-8", errors="replace")
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
        if isinstance(handler, LogFile):
            logger.removeHandler(handler)
            handler.close()
