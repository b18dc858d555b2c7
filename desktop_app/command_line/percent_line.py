"""How much of something is done, in a line of a terminal that is taken back at the end."""

import sys


def tell_percent(done: int, total: int) -> None:
    """Write how much is done on a terminal, where somebody waits for it."""
    if total and sys.stderr.isatty():
        print(f"\r{done * 100 // total:3d} %", end="", file=sys.stderr, flush=True)


def end_percent() -> None:
    """Take it back."""
    if sys.stderr.isatty():
        print("\r     \r", end="", file=sys.stderr, flush=True)
