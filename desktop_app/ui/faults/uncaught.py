"""Where bugs arrive: into the log, and as one signal for the dialog.

The hooks touch no widget, for they may be called on any thread; the signal is delivered on the
thread of the window.
"""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from desktop_app.ui.faults.crash_files import CrashFile
from desktop_app.ui.faults.fault_details import trace_without_values, without_values

_LOG = logging.getLogger("desktop_app.uncaught")
_QT_LOG = logging.getLogger("desktop_app.qt")
# Where there is no log, nothing of it is worth a terminal.
logging.getLogger("desktop_app").addHandler(logging.NullHandler())
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_MOST_DIFFERENT = 100
"""Faults that are logged whole; more in one run tell nothing new."""


class _Hooks(NamedTuple):
    """What was called before, to be given back."""

    of_main: Callable[..., Any]
    of_threads: Callable[..., Any]
    of_destructors: Callable[..., Any]
    of_qt: Callable[..., Any] | None


class UncaughtErrors(QObject):
    """Catches what nobody else caught, for as long as it is installed.

    A fault that comes again and again, as one of painting does, is told of once.
    """

    caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: _Hooks | None = None
        self._crash_file: CrashFile | None = None
        self._told: set[str] = set()

    def install(self, logs: Path) -> None:
        """Take all hooks; hard crashes are written into a file of the folder ``logs``."""
        self._before = _Hooks(
            sys.excepthook,
            threading.excepthook,
            sys.unraisablehook,
            qInstallMessageHandler(_log_qt_message),
        )
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        sys.unraisablehook = self._destructor_hook
        try:
            self._crash_file = CrashFile(logs)
        except OSError:
            _LOG.warning("No file for crashes could be opened.")
            return
        faulthandler.enable(self._crash_file.file)

    def uninstall(self) -> None:
        """Give all hooks back."""
        if self._before is None:
            return
        sys.excepthook = self._before.of_main
        threading.excepthook = self._before.of_threads
        sys.unraisablehook = self._before.of_destructors
        qInstallMessageHandler(self._before.of_qt)
        self._before = None
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.remove()
            self._crash_file = None

    def report(self, error: BaseException) -> None:
        """Log an error and tell of it; safe on any thread."""
        details = self._log(error)
        if details:
            self.caught.emit(details)

    def _log(self, error: BaseException) -> str:
        """Return the details of an error that is new, and empty for one that was told of."""
        details = trace_without_values(error)
        if details in self._told or len(self._told) >= _MOST_DIFFERENT:
            _LOG.error("Uncaught once more: %s", type(error).__name__)
            return ""
        self._told.add(details)
        _LOG.error("Uncaught\n%s", details)
        return details

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

    def _destructor_hook(self, arguments: "sys.UnraisableHookArgs") -> None:
        """Log what came up where nothing can be raised: nobody waits for it, so nobody is told."""
        if arguments.exc_value is not None:
            self._log(arguments.exc_value)


@contextmanager
def qt_messages_in_log() -> Iterator[None]:
    """Keep what Qt says off the terminal for a while."""
    before = qInstallMessageHandler(_log_qt_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Log what Qt says, without the files and words that it may quote."""
    category = "" if context.category in (None, "default") else f"{context.category}: "
    level = _QT_LEVELS.get(kind, logging.WARNING)
    _QT_LOG.log(level, "%s%s", category, without_values(message))
