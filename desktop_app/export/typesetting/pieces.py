"""The pieces of a line: neighbouring characters that one font draws in one direction.

Widths are in thousandths of the type size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from desktop_app.export.typesetting.clusters import LONGEST, clusters, has_marks
from desktop_app.export.typesetting.code_boxes import CODE_BOXES, box_width
from desktop_app.export.typesetting.directions import stretches, visual_order
from desktop_app.export.typesetting.fonts import BOLD, SHAPED, face, font, font_for
from desktop_app.export.typesetting.shaping import shaped


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line; ``drawn`` are the characters of its font that draw its text."""

    text: str
    font: str
    level: int
    drawn: str
    width: int


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter with its marks; letters with the same ``word`` are drawn together."""

    text: str
    font: str
    is_shaped: bool
    word: int


def pieces(line: str, name: str) -> list[Piece]:
    """Return the pieces of a line in the order in which they are read."""
    return [
        _piece(list(letters), level, name == BOLD)
        for level, text in stretches(line)
        for _, letters in groupby(
            _letters(text, name, level % 2 == 1),
            lambda letter: (letter.font, letter.is_shaped, letter.word),
        )
    ]


def from_the_left(line: list[Piece]) -> list[Piece]:
    """Return the pieces of a line in the order in which they stand."""
    if not any(piece.level for piece in line):
        return line
    return visual_order([(piece.level, piece) for piece in line])


def _letters(text: str, name: str, is_leftward: bool) -> Iterator[_Letter]:
    cuts = 0
    for index, (letter, found) in enumerate(_with_fonts(text, name), 1):
        if found == CODE_BOXES or letter.isspace():
            yield _Letter(letter, found, False, index if is_leftward else 0)
        elif is_leftward or found in SHAPED:
            yield _Letter(letter, found, True, cuts)
            # More marks than a letter may have are no part of its word.
            cuts -= len(letter) == LONGEST
        else:
            is_marked = has_marks(letter)
            yield _Letter(letter, found, is_marked, index if is_marked else 0)


def _with_fonts(text: str, name: str) -> Iterator[tuple[str, str]]:
    for cluster in clusters(text):
        found = font_for(cluster, name)
        if found != CODE_BOXES or len(cluster) == 1:
            yield cluster, found
            continue
        held = cluster[0]
        for mark in cluster[1:]:
            if font_for(held + mark, name) == CODE_BOXES:
                yield held, font_for(held, name)
                held = ""
            held += mark
        yield held, font_for(held, name)


def _piece(letters: list[_Letter], level: int, is_bold: bool) -> Piece:
    text = "".join(letter.text for letter in letters)
    name = letters[0].font
    if name == CODE_BOXES:
        return Piece(text, name, level, text, sum(box_width(ord(letter)) for letter in text))
    is_made_bold = is_bold and not name.endswith("Bold")
    if letters[0].is_shaped:
        word = shaped(text, name, is_leftward=level % 2 == 1, is_bold=is_made_bold)
        return Piece(text, name, level, word.drawn, word.width)
    widths = face(name).widths
    drawn = font(name).bold(text) if is_made_bold else text
    return Piece(text, name, level, drawn, sum(widths[character] for character in text))
