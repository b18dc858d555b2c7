"""What goes from process to process, each message behind its length.

Both ends are processes of the same program, so that what arrives can be trusted.
"""

import pickle
import struct
from dataclasses import dataclass, field
from typing import IO, NamedTuple, TypeVar

from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.preparing import SentRecord

_LENGTH = struct.Struct("<I")
_PROTOCOL = 5

M = TypeVar("M")


class Chunk(NamedTuple):
    """What became of some records, and where to go on after them.

    ``same`` and ``older`` count what the library held already. ``rejected`` are origins with
    reasons. ``done`` is the part of its file that is done. Where there is ``more``, the next chunk
    comes from the same worker.
    """

    records: list[SentRecord]
    same: int
    older: int
    rejected: list[tuple[str, str]]
    end: Position
    done: float
    more: bool


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is to do: each ``workers``-th group of units, from the ``share``-th on.

    ``files`` is what `told_apart` says of the files that the sources hold: only of the same row of
    files do all workers count the same groups.
    """

    library: str
    sources: list[str]
    files: str
    start: Position
    share: int
    workers: int
    language: str
    dictionary_id: int | None
    dictionary: bytes = field(repr=False, default=b"")


def send(stream: IO[bytes], message: object) -> None:
    """Send a message; None ends the conversation."""
    content = pickle.dumps(message, _PROTOCOL)
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def receive_bytes(stream: IO[bytes]) -> bytes | None:
    """Return the next message as it came; None where the other end is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


def receive_message(stream: IO[bytes], kind: type[M]) -> M | None:
    """Return the next message, of a kind; None where the other end is gone."""
    content = receive_bytes(stream)
    return None if content is None else to_message(content, kind)


def to_message(content: bytes, kind: type[M]) -> M | None:
    """Return what a message holds; None for the one that ends the conversation."""
    message = pickle.loads(content)
    return message if isinstance(message, kind) else None
