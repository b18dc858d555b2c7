"""Marked words as plain text, for where a text has no looks: files, copies, reading aloud."""

from collections.abc import Iterator, Sequence

from desktop_app.analysis.changes.words import Mark, Piece
from desktop_app.languages import _
from desktop_app.presentation.section import Revision


def marked(mark: Mark, words: str) -> str:
    """Return words with their mark in words."""
    match mark:
        case Mark.KEPT:
            return words
        case Mark.REMOVED:
            return _("[removed: {words}]").format(words=words)
        case Mark.ADDED:
            return _("[added: {words}]").format(words=words)


def spoken_text(pieces: Sequence[Piece]) -> str:
    """Return pieces as one text with the marks in words."""
    return "".join(marked(piece.mark, piece.text) for piece in apart(pieces))


def apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces with the blanks around marked words outside of the marks.

    Between two marks in a row there is a blank, also where the record has none.
    """
    last = Piece(Mark.KEPT, "")
    for piece in pieces:
        inner = piece.text.strip()
        if piece.mark is Mark.KEPT or not inner:
            yield piece
        else:
            before, _inner, after = piece.text.partition(inner)
            is_close = last.mark is not Mark.KEPT and not last.text[-1:].isspace()
            if blank := before or (" " if is_close else ""):
                yield Piece(Mark.KEPT, blank)
            yield Piece(piece.mark, inner)
            if after:
                yield Piece(Mark.KEPT, after)
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
