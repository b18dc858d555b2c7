"""The side of the later start: finds the window that is open and asks it."""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from desktop_app import systems
from desktop_app.directories import expanded
from desktop_app.handover.lock import Holder
from desktop_app.handover.request import END, LARGEST_LINE, Answer, HandOverFormatError, Request
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number

PATIENCE = 10.0
"""Seconds in which a window that is there has to answer."""
_LONGEST_START = 60.0
"""Seconds in which a window has to be there: a slow computer may be starting it just now."""
_PAUSE, _LONGEST_PAUSE = 0.05, 0.4
_MOST_READ = 65_536


def request_of(inputs: Sequence[str], variables: Mapping[str, str]) -> Request:
    """Return what this start was asked for, with names that mean the same in any folder.

    Addresses of pages and numbers of studies stay as they are.
    """
    return Request(tuple(map(_absolute, inputs)), systems.activation_token(variables))


def _absolute(text: str) -> str:
    path = expanded(text)
    if os.path.lexists(path):
        return str(path)
    number = parse_nct_number(text)
    if number is not None:
        return format_nct_id(number)
    # Loaded here, for most starts are for files, or for nothing.
    from desktop_app.study.trial_numbers import is_no_file

    return text if is_no_file(text) else str(path)


def hand_over(
    holder: Callable[[], Holder | None],
    request: Request,
    patience: float = PATIENCE,
    start: float = _LONGEST_START,
) -> Answer | None:
    """Ask the window that holds a library; returns None where it does not answer in time.

    ``holder`` is asked again and again: a window that starts has not told yet where it listens,
    and one that is closed holds the library no more, for which it returns None.
    """
    systems.let_others_come_to_front()
    until, pause = time.monotonic() + start, _PAUSE
    while time.monotonic() < until:
        held_by = holder()
        if held_by is None:
            return None
        try:
            if held_by.address:
                return Answer.decoded(_exchange(held_by.address, request.encoded(), patience))
        except HandOverFormatError:
            return Answer(is_taken=False, version="")
        except (TimeoutError, PermissionError):
            return None
        except OSError:
            # It is not there yet, or not there any more, or so many ask it that it is busy.
            pass
        time.sleep(pause)
        # Many starts that wait would hold up the one that is to become the window.
        pause = min(2 * pause, _LONGEST_PAUSE)
    return None


def _exchange(address: str, line: bytes, seconds: float) -> bytes:
    """Say a line and return the answer; raises OSError, HandOverFormatError where it is odd."""
    if sys.platform == systems.WINDOWS:
        return _exchange_by_pipe(address, line, seconds)
    if Path(address).stat().st_uid != os.getuid():
        raise PermissionError("The socket belongs to another user.")
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as speaking:
        speaking.settimeout(seconds)
        speaking.connect(address)
        speaking.sendall(line)
        return _read_line(speaking.recv)


def _exchange_by_pipe(address: str, line: bytes, seconds: float) -> bytes:
    """Do the same through a named pipe, on which nothing but a thread of its own can wait."""
    answers: SimpleQueue[bytes | OSError | HandOverFormatError] = SimpleQueue()

    def exchange() -> None:
        try:
            with Path(address).open("r+b", buffering=0) as speaking:
                speaking.write(line)
                answers.put(_read_line(speaking.read))
        except (OSError, HandOverFormatError) as error:
            answers.put(error)

    Thread(target=exchange, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, bytes):
        return answer
    raise answer


def _read_line(read: Callable[[int], bytes]) -> bytes:
    line = b""
    while END not in line and len(line) <= LARGEST_LINE and (part := read(_MOST_READ)):
        line += part
    if not line:
        raise ConnectionResetError
    return line
