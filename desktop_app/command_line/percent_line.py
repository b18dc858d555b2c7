"""How much of something is done, in a line of a terminal that is taken back at the end."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def percent_told() -> Iterator[Callable[[int, int], None]]:
    """Give what tells how much is done; the line is gone before anything else is told."""
    try:
        yield _tell_percent
    finally:
        _end_percent()


def _tell_percent(done: int, total: int) -> None:
    """Write how much is done on a terminal, where somebody waits for it."""
    if total and sys.stderr.isatty():
        print(f"\r{done * 100 // total:3d} %", end="", file=sys.stderr, flush=True)


def _end_percent() -> None:
    if sys.stderr.isatty():
        print("\r     \r", end="", file=sys.stderr, flush=True)
