from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from desktop_app.store.importing.mailbox import Mailbox

LONG = 10.0


@contextmanager
def brought(mailbox: Mailbox, message: bytes) -> Iterator[Future[bool]]:
    """Bring a message from another thread, and close the mailbox in the end."""
    with ThreadPoolExecutor(1) as pool:
        try:
            yield pool.submit(mailbox.put, message)
        finally:
            mailbox.close()


def test_messages_come_in_their_order_and_then_the_end() -> None:
    mailbox = Mailbox(100)
    assert all(mailbox.put(message) for message in (b"one", b"two", None))
    assert [mailbox.get(LONG) for _ in range(3)] == [b"one", b"two", None]


def test_nothing_that_comes_is_told() -> None:
    with pytest.raises(TimeoutError):
        Mailbox(100).get(0.0)


def test_a_message_larger_than_all_room_is_taken_alone() -> None:
    mailbox = Mailbox(3)
    assert mailbox.put(b"large")
    with brought(mailbox, b"s") as small:
        assert not small.done()
        assert mailbox.get(LONG) == b"large"
        assert small.result(LONG)
        assert mailbox.get(LONG) == b"s"


def test_who_waits_for_room_is_let_go_when_nobody_asks_any_more() -> None:
    mailbox = Mailbox(3)
    mailbox.put(b"abc")
    with brought(mailbox, b"d") as waiting:
        mailbox.close()
        assert not waiting.result(LONG)
    assert not mailbox.put(b"e")
