"""What a later start says to the window that is open, and what that answers: one line of JSON each.

Versions of the program that stand side by side speak to each other in it. So a field once given
never changes its meaning, and those that a reader does not know are passed over.
"""

import json
from dataclasses import asdict, dataclass
from typing import Self

from desktop_app import __version__

LARGEST_LINE = 4_000_000
"""Bytes; 10,000 inputs of the usual length of a path have 1,000,000."""
_MOST_INPUTS = 20_000
_LONGEST_TOKEN = 1_000
_LONGEST_VERSION = 40
END = b"\n"


class HandOverFormatError(ValueError):
    """What arrived is not what windows and starts say to each other."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to open: absolute paths and numbers of studies; none to come to the front alone.

    ``activation`` is the desktop's leave to take the front, or empty.
    """

    inputs: tuple[str, ...] = ()
    activation: str = ""
    version: str = __version__

    def encoded(self) -> bytes:
        """Return the line; the bytes of a path that are no text come through."""
        return _line(asdict(self))

    @classmethod
    def decoded(cls, line: bytes) -> Self:
        """Read a line; raises HandOverFormatError."""
        values = _object(line)
        inputs = values.get("inputs")
        if not isinstance(inputs, list) or len(inputs) > _MOST_INPUTS:
            raise HandOverFormatError("inputs")
        if not all(isinstance(one, str) and one and "\0" not in one for one in inputs):
            raise HandOverFormatError("inputs")
        activation = _text(values, "activation", _LONGEST_TOKEN)
        return cls(tuple(inputs), activation, _text(values, "version", _LONGEST_VERSION))


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the window shows what it was asked for, and which version of the program it is."""

    is_taken: bool
    version: str = __version__

    def encoded(self) -> bytes:
        """Return the line."""
        return _line(asdict(self))

    @classmethod
    def decoded(cls, line: bytes) -> Self:
        """Read a line; raises HandOverFormatError."""
        values = _object(line)
        is_taken = values.get("is_taken")
        if not isinstance(is_taken, bool):
            raise HandOverFormatError("is_taken")
        return cls(is_taken, _text(values, "version", _LONGEST_VERSION))


def _line(values: dict[str, object]) -> bytes:
    return json.dumps(values).encode("ascii") + END


def _object(line: bytes) -> dict[str, object]:
    if len(line) > LARGEST_LINE or not line.endswith(END):
        raise HandOverFormatError("not one line")
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise HandOverFormatError("not JSON") from error
    if not isinstance(values, dict):
        raise HandOverFormatError("no object")
    return values


def _text(values: dict[str, object], name: str, longest: int) -> str:
    text = values.get(name, "")
    # Control characters have no place in a token or a version, and could do harm where it is used.
    if not isinstance(text, str) or len(text) > longest or not (text == "" or text.isprintable()):
        raise HandOverFormatError(name)
    return text
