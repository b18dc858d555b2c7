"""How far an import is in what it reads."""

import json
from dataclasses import astuple, dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Position:
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
        return json.dumps(astuple(self))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a position."""
        file, unit, piece, offset = json.loads(text)
        return cls(file, unit, piece, offset)
