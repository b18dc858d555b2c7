"""Where bugs arrive: into the log, and as one signal for the dialog.

The hooks touch no widget, for they may be called on any thread; the signal is delivered on the
thread of the window.
"""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from desktop_app import __version__
from desktop_app.ui.log import CRASH_LOG_NAME

_LOG = logging.getLogger("desktop_app.uncaught")
_QT_LOG = logging.getLogger("desktop_app.qt")
# Where there is no log, what Qt says is not worth a terminal.
_QT_LOG.addHandler(logging.NullHandler())
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def environment() -> str:
    """Return the versions that a report of a fault must name."""
    return (
        f"Trial Protocol Viewer {__version__}\n"
        f"Python {platform.python_version()}, Qt {qVersion()}\n"
        f"{platform.platform()}"
    )


def trace_without_values(error: BaseException) -> str:
    """Return the places that an error came through, and its kind.

    Its message is left out unless it is short: messages quote data, and a record's contents
    belong neither in the log nor in a report.
    """
    frames = "".join(traceback.format_tb(error.__traceback__))
    message = str(error)
    told = message if len(message) <= 120 and "\n" not in message else "(message left out)"
    return f"{frames}{type(error).__name__}: {told}"


class UncaughtErrors(QObject):
    """Catches what nobody else caught, for as long as it is installed."""

    caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crash_log: TextIO | None = None

    def install(self, logs: Path) -> None:
        """Take all hooks; hard crashes are written into a file of the folder ``logs``."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        qInstallMessageHandler(_log_qt_message)
        try:
            logs.mkdir(parents=True, exist_ok=True)
            self._crash_log = (logs / CRASH_LOG_NAME).open("a", encoding="utf-8")
        except OSError:
            _LOG.warning("No file for crashes could be opened.")
            return
        faulthandler.enable(self._crash_log)

    def uninstall(self) -> None:
        """Give all hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._crash_log:
            faulthandler.disable()
            self._crash_log.close()
            self._crash_log = None

    def report(self, error: BaseException) -> None:
        """Log an error and tell of it; safe on any thread."""
        details = trace_without_values(error)
        _LOG.error("Uncaught\n%s", details)
        self.caught.emit(details)

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error.with_traceback(trace))

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)


@contextmanager
def qt_messages_in_log() -> Iterator[None]:
    """Keep what Qt says off the terminal for a while."""
    before = qInstallMessageHandler(_log_qt_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _QT_LOG.log(_QT_LEVELS.get(kind, logging.WARNING), "%s", message)
