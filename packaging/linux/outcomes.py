"""What came of a step: a few words, or an error that says what was seen."""

import subprocess
import time
from collections.abc import Callable, Iterator

PATIENCE = 60


class StepError(Exception):
    """A step went wrong; the text is what was seen."""


def carried_out(steps: Iterator[tuple[str, Callable[[], str]]]) -> int:
    """Carry out the steps, print a line for each and return how many failed."""
    failed = 0
    for name, act in steps:
        try:
            print(f"ok      {name}: {act()}", flush=True)
        except StepError as error:
            failed += 1
            print(f"FAILED  {name}: {error}", flush=True)
    return failed


def expect(is_right: bool, otherwise: str) -> None:
    """Raise StepError with these words where something does not hold."""
    if not is_right:
        raise StepError(otherwise)


def output_of(done: "subprocess.CompletedProcess[str]", words: tuple[str, ...]) -> str:
    """Return what a command printed; raises StepError with its last words where it failed."""
    if done.returncode != 0:
        last = "\n".join((done.stdout + done.stderr).splitlines()[-12:])
        raise StepError(f"`{' '.join(words)}` ended with {done.returncode}:\n{last}")
    return done.stdout


def last_line(text: str) -> str:
    """Return the last line that holds something."""
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def wait_until(holds: Callable[[], bool], otherwise: str) -> None:
    """Look every tenth of a second; raises StepError after a minute."""
    end = time.monotonic() + PATIENCE
    while not holds():
        expect(time.monotonic() < end, otherwise)
        time.sleep(0.1)
