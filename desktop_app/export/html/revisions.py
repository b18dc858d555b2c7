"""Writes what differs between two records, as insertions and deletions."""

from collections.abc import Iterator

from desktop_app.analysis.changes.words import Mark, Piece
from desktop_app.export.html.markup import element, line, reading, stacked, text
from desktop_app.languages import _
from desktop_app.presentation.changes.spoken import apart
from desktop_app.presentation.section import Revision


def written_revision(revision: Revision) -> str:
    """Return a label and the words with their marks; these are also said in words, unseen."""
    note = element("span", line(revision.note), class_="note") if revision.note else ""
    label = f"{line(revision.label)} {note}" if note else line(revision.label)
    whole = "".join(piece.text for piece in revision.pieces)
    words = element("p", "".join(_pieces(revision)), **reading(whole))
    parts = (element("p", label, class_="quiet", **reading(revision.label)), words)
    return stacked("div", parts, class_="revision")


def _pieces(revision: Revision) -> Iterator[str]:
    for piece in apart(revision.pieces):
        yield _piece(piece)


def _piece(piece: Piece) -> str:
    match piece.mark:
        case Mark.KEPT:
            return text(piece.text)
        case Mark.REMOVED:
            return _marked("del", _("removed:"), piece.text)
        case Mark.ADDED:
            return _marked("ins", _("added:"), piece.text)


def _marked(tag: str, told: str, words: str) -> str:
    return element(tag, element("span", f"{line(told)} ", class_="unseen") + text(words))
