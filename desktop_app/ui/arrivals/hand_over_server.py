"""Hears what later starts of the program hand over to this window."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_app.handover.request import (
    END,
    LARGEST_LINE,
    Answer,
    HandOverFormatError,
    Request,
)

_LOG = logging.getLogger("desktop_app.hand_over")
_LONGEST_CALL = 10_000
"""Milliseconds that a caller has to say its line in."""


class HandOverServer(QObject):
    """Listens for the programs of this user alone. ``asked`` tells a ``Request``."""

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)

    def listen(self, address: str) -> bool:
        """Begin; the caller holds the lock of the library, so what is in the way is left over."""
        QLocalServer.removeServer(address)
        if not self._server.listen(address):
            _LOG.warning("Cannot listen for later starts: %s", self._server.errorString())
        return self._server.isListening()

    def close(self) -> None:
        """Hear no more; the socket is removed."""
        self._server.close()

    @Slot()
    def _receive(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            call = _Call(socket, self)
            call.asked.connect(self.asked)
            # What was said before anybody listened to the socket.
            call.read()


class _Call(QObject):
    """One start that calls, until it has its answer."""

    asked = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._line = bytearray()
        socket.setParent(self)
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self.deleteLater)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up)
        self._patience.start(_LONGEST_CALL)

    @Slot()
    def read(self) -> None:
        """Take what has come; answer when the line is complete."""
        if not self._patience.isActive():
            self._socket.readAll()
            return
        self._line += self._socket.read(LARGEST_LINE + 1 - len(self._line)).data()
        if self._line.endswith(END) or len(self._line) > LARGEST_LINE:
            self._patience.stop()
            self._answer()

    @Slot()
    def _give_up(self) -> None:
        self._socket.abort()

    def _answer(self) -> None:
        try:
            request = Request.decoded(bytes(self._line))
        except HandOverFormatError as error:
            _LOG.warning("A start said what is not understood: %s", error)
            self._reply(Answer(is_taken=False))
            return
        self._reply(Answer(is_taken=True))
        self.asked.emit(request)

    def _reply(self, answer: Answer) -> None:
        self._socket.write(answer.encoded())
        # At once: what the window does next may take its time.
        self._socket.flush()
        self._socket.disconnectFromServer()
