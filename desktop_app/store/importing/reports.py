"""What was not understood in an import, line by line, in a file beside the library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

MOST_SHOWN = 200
"""What is shown at once; the file has all."""


class Report:
    """The origins and reasons of what was rejected; the file is made with the first of them."""

    def __init__(self, folder: Path, run_id: int, size: int) -> None:
        self.path = folder / "reports" / f"import-{run_id}.tsv"
        self.size = size
        self.first: list[tuple[str, str]] = []
        self._cut()

    @property
    def exists(self) -> bool:
        """Tell whether there is anything in it."""
        return self.size > 0

    def add(self, rejected: Sequence[tuple[str, str]]) -> None:
        """Write lines; raises OSError."""
        if not rejected:
            return
        self.first += rejected[: MOST_SHOWN - len(self.first)]
        self.path.parent.mkdir(exist_ok=True)
        text = "".join(f"{_plain(origin)}\t{_plain(reason)}\n" for origin, reason in rejected)
        with self.path.open("ab") as file:
            file.write(text.encode("utf-8", "replace"))
            self.size = file.tell()

    def _cut(self) -> None:
        """Leave out what was written, but not done, when an import was killed; read the rest."""
        if not self.path.exists():
            self.size = 0
            return
        with self.path.open("r+b") as file:
            file.truncate(self.size)
            lines = file.read().decode("utf-8", "replace").splitlines()
        for line in lines[:MOST_SHOWN]:
            origin, _tab, reason = line.partition("\t")
            self.first.append((origin, reason))


def _plain(text: str) -> str:
    return " ".join(text.split())
