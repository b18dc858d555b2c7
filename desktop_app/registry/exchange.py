"""A request that one thread makes and another may leave."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection


@dataclass(eq=False)
class Exchange:
    """A request under way on a thread of its own, which may be left by another one."""

    connection: HTTPConnection | None = None
    response: BaseHTTPResponse | None = None
    is_left: bool = False

    def note(self, connection: HTTPConnection) -> None:
        """Hear on what the request is sent; raises OSError where nobody wants it any more."""
        self.connection = connection
        if self.is_left:
            raise ConnectionAbortedError

    def leave(self) -> None:
        """Wake the thread, whatever it waits for, except the system."""
        self.is_left = True
        connection, response = self.connection, self.response
        if connection is not None:
            from desktop_app.registry.connections import end

            end(connection)
        if response is not None:
            # Where it is just at its end, there is nothing to shut.
            with suppress(ValueError, RuntimeError, TypeError, OSError):
                response.shutdown()
