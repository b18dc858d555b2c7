"""Marked words as plain text, for where a text has no looks: files, copies, reading aloud."""

from collections.abc import Iterator, Sequence

from desktop_app.analysis.changes.words import Mark, Piece
from desktop_app.languages import _
from desktop_app.presentation.section import Revision


def marked(mark: Mark, words: str) -> str:
    """Return words with their mark in words; blanks and line ends around them stay outside."""
    inner = words.strip()
    if not inner or mark is Mark.KEPT:
        return words
    start = words.index(inner)
    told = _("[removed: {words}]") if mark is Mark.REMOVED else _("[added: {words}]")
    return words[:start] + told.format(words=inner) + words[start + len(inner) :]


def spoken_text(pieces: Sequence[Piece]) -> str:
    """Return pieces as one text with the marks in words."""
    return "".join(marked(piece.mark, piece.text) for piece in apart(pieces))


def apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces with a blank between two marks in a row that the record has none between."""
    last = Piece(Mark.KEPT, "")
    for piece in pieces:
        is_marked = Mark.KEPT not in (last.mark, piece.mark)
        if is_marked and not last.text[-1:].isspace() and not piece.text[:1].isspace():
            yield Piece(Mark.KEPT, " ")
        yield piece
        last = piece


def revision_text(revision: Revision) -> str:
    """Return the words of a change; the marks are left out where its note says it of all."""
    marks = {piece.mark for piece in revision.pieces}
    if revision.note and len(marks) == 1:
        return "".join(piece.text for piece in revision.pieces)
    return spoken_text(revision.pieces)


def lines_of(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of each line of a text; a piece that has several lines is in all of them.

    What was removed and what was added in its place have a blank between them.
    """
    line: list[Piece] = []
    for piece in apart(pieces):
        first, *others = piece.text.split("\n")
        if first:
            line.append(Piece(piece.mark, first))
        for other in others:
            yield tuple(line)
            line = [Piece(piece.mark, other)] if other else []
    yield tuple(line)
