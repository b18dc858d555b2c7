"""Asking for the next page on another thread, while this one is being kept."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from desktop_app.registry.stopping import Stop

T = TypeVar("T")


@contextmanager
def beside(work: Callable[[Stop], T], stop: Stop) -> Iterator[Callable[[], T]]:
    """Do work while the block runs, and give what waits for its result, or raises its failure.

    Where the block fails, the work is stopped and its outcome forgotten. There is none left of it
    when the block is left.
    """
    is_wanted = False
    with ThreadPoolExecutor(1, "next page") as thread:
        coming = thread.submit(work, stop)
        try:
            yield coming.result
            is_wanted = True
        finally:
            if not is_wanted:
                stop.set()
