"""Servers that do with a connection what no library's server does: they cut, drip and fall silent.

A script is given a connection; what it has read of it until the empty line is a request.
"""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR, SO_LINGER, SOL_SOCKET, create_server, socket
from struct import pack
from threading import Event, Thread

Script = Callable[["Line"], None]
BASE_PATH = "/api/v2"


class Line:
    """A connection of a client; ``is_over`` is set when the test ends."""

    def __init__(self, connection: socket, is_over: Event) -> None:
        self.connection, self.is_over = connection, is_over

    def read_request(self) -> bytes:
        """Return the next request, empty where the client has gone."""
        request = b""
        while not request.endswith(b"\r\n\r\n"):
            part = self.connection.recv(1)
            if not part:
                return b""
            request += part
        return request

    def send(self, content: bytes) -> None:
        """Send bytes; raises OSError once the client has gone."""
        self.connection.sendall(content)

    def reset(self) -> None:
        """End the connection as a broken line does."""
        self.connection.setsockopt(SOL_SOCKET, SO_LINGER, pack("ii", 1, 0))
        self.connection.close()


class LineServer:
    """Gives each connection to the next script, the last one again and again."""

    def __init__(self, scripts: tuple[Script, ...], trust: ssl.SSLContext | None) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self._scripts, self._trust = scripts, trust
        self._socket = create_server(("127.0.0.1", 0))
        self._is_over = Event()
        self.was_left = Event()
        """Set once a client has gone before a script was at its end."""

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._socket.getsockname()[1])

    @property
    def base_address(self) -> str:
        """The base address of the registry that it plays."""
        scheme, host = ("https", "localhost") if self._trust else ("http", "127.0.0.1")
        return f"{scheme}://{host}:{self.port}{BASE_PATH}"

    def serve(self) -> None:
        """Serve until it is closed."""
        with suppress(OSError):
            while True:
                connection, _address = self._socket.accept()
                Thread(target=self._play, args=(connection,), daemon=True).start()

    def close(self) -> None:
        """End all."""
        self._is_over.set()
        with suppress(OSError):
            self._socket.shutdown(SHUT_RDWR)
        self._socket.close()

    def _play(self, connection: socket) -> None:
        script = self._scripts[min(self.connections, len(self._scripts) - 1)]
        self.connections += 1
        try:
            if self._trust is not None:
                connection = self._trust.wrap_socket(connection, server_side=True)
            with connection:
                script(Line(connection, self._is_over))
        except OSError:
            self.was_left.set()


@contextmanager
def line_server(*scripts: Script, trust: ssl.SSLContext | None = None) -> Iterator[LineServer]:
    """Serve scripts while the block runs."""
    server = LineServer(scripts, trust)
    thread = Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join()


def head(
    length: int | None,
    *more: str,
    kind: str = "application/json",
    status: str = "200 OK",
    keeps: bool = False,
) -> bytes:
    """Return the head of an answer; without a length it goes on until the connection ends.

    ``keeps`` promises that another request may come on the connection.
    """
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *more]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    if not keeps:
        lines.append("Connection: close")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def answering(
    content: bytes, *more: str, kind: str = "application/json", status: str = "200 OK"
) -> Script:
    """Return a script that answers each request of a connection alike."""

    def script(line: Line) -> None:
        whole = head(len(content), *more, kind=kind, status=status, keeps=True)
        while line.read_request():
            line.send(whole + content)

    return script


def sending(*parts: bytes, then: Callable[[Line], object] | None = None) -> Script:
    """Return a script that sends some bytes to a request, and then does something, or ends."""

    def script(line: Line) -> None:
        line.read_request()
        for part in parts:
            line.send(part)
        if then is not None:
            then(line)

    return script


def falls_silent(line: Line) -> None:
    """Send nothing any more; wait for the client to go."""
    line.connection.settimeout(30)
    if not line.connection.recv(1):
        raise ConnectionResetError


def drips(line: Line) -> None:
    """Send a byte now and then, for ever."""
    while not line.is_over.wait(0.02):
        line.send(b" ")


def floods(line: Line) -> None:
    """Send two gigabytes, or as much of them as is taken."""
    part = bytes(1 << 20)
    for _ in range(2 << 10):
        line.send(part)
