"""Who comes to the window while it is open: later starts, and files that the system gives."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop_app import __version__
from desktop_app.handover.request import Request
from desktop_app.languages import _
from desktop_app.ui.arrivals.file_opening import FileOpeningApplication
from desktop_app.ui.arrivals.window_front import bring_to_front


class Visited(Protocol):
    """What the window does for those who come."""

    def open_inputs(self, inputs: Sequence[str]) -> None:
        """Show studies, import files."""

    def say(self, message: str) -> None:
        """Say something that needs no answer."""


class Callers(QObject):
    """Shows in the window what they bring, and brings it to the front."""

    def __init__(self, window: QWidget, visited: Visited, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._visited = visited

    def listen(self, address: str) -> None:
        """Hear later starts, once the window is painted: they wait until then."""
        if address:
            QTimer.singleShot(0, self, partial(self._listen, address))

    def listen_to_system(self, app: FileOpeningApplication) -> None:
        """Hear the files that the system hands over."""
        app.files_opened.connect(self.take_files)
        app.tell_files()

    @Slot(object)
    def take_request(self, request: Request) -> None:
        """Show what a later start was asked for."""
        bring_to_front(self._window, request.activation)
        if request.version != __version__:
            self._visited.say(
                _(
                    "Version {other} of the program was started. This window is version {own} until"
                    " it is closed."
                ).format(other=request.version, own=__version__)
            )
        self._visited.open_inputs(request.inputs)

    @Slot(object)
    def take_files(self, paths: Sequence[Path]) -> None:
        """Show files."""
        bring_to_front(self._window)
        self._visited.open_inputs([str(path) for path in paths])

    def _listen(self, address: str) -> None:
        # Loaded once the window is there: the start needs nothing of the network.
        from desktop_app.ui.arrivals.hand_over_server import HandOverServer

        server = HandOverServer(self)
        server.asked.connect(self.take_request)
        server.listen(address)
