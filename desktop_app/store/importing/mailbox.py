"""What one thread took in and another did not ask for yet."""

from collections import deque
from threading import Condition


class Mailbox:
    """Messages in their order, up to so many bytes; who brings more has to wait.

    A message of any size is taken where there is no other. None stands for the end.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._messages: deque[bytes | None] = deque()
        self._bytes = 0
        self._is_closed = False
        self._changed = Condition()

    def put(self, message: bytes | None) -> bool:
        """Add a message once there is room for it; tells whether anybody will still ask."""
        size = len(message or b"")
        with self._changed:
            self._changed.wait_for(lambda: self._has_room(size))
            if self._is_closed:
                return False
            self._messages.append(message)
            self._bytes += size
            self._changed.notify_all()
            return True

    def get(self, seconds: float) -> bytes | None:
        """Return the next message; raises TimeoutError where none comes within some seconds."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._messages, seconds):
                raise TimeoutError
            message = self._messages.popleft()
            self._bytes -= len(message or b"")
            self._changed.notify_all()
            return message

    def close(self) -> None:
        """Ask for nothing any more: who waits with a message goes away."""
        with self._changed:
            self._is_closed = True
            self._messages.clear()
            self._bytes = 0
            self._changed.notify_all()

    def _has_room(self, size: int) -> bool:
        return self._is_closed or not self._messages or self._bytes + size <= self._most_bytes
