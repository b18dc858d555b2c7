"""The words, names and places that are written down, each kind in a file."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def text_of(name: str) -> str:
    """Return what a file holds."""
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip()


def words_of(name: str) -> list[str]:
    """Return the words of a file, in its order."""
    return text_of(name).split()


def lines_of(name: str) -> list[str]:
    """Return the lines of a file."""
    return text_of(name).splitlines()
