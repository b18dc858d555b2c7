"""How far an import is in what it reads."""

import json
from typing import NamedTuple, Self


class Position(NamedTuple):
    """A place between two records.

    ``file`` counts the files, ``unit`` what a file holds: members of an archive, or studies. What
    a unit holds in turn is counted by ``piece``. ``offset`` is where in a file without members the
    unit begins, in bytes.
    """

    file: int = 0
    unit: int = 0
    piece: int = 0
    offset: int = 0

    def as_text(self) -> str:
        """Return what `from_text` understands."""
        return json.dumps(self)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a position."""
        file, unit, piece, offset = json.loads(text)
        return cls(file, unit, piece, offset)
