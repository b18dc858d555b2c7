"""How many places of a terminal a text takes: letters of Chinese and Japanese take two."""

from unicodedata import east_asian_width


def cells_of(text: str) -> int:
    """Return how many places a line of text takes."""
    if text.isascii():
        return len(text)
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)


def padded(text: str, cells: int) -> str:
    """Return a text with blanks behind it, up to so many places."""
    return text + " " * max(0, cells - cells_of(text))
