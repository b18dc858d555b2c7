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
    words = piece.text.strip()
    if piece.mark is Mark.KEPT or not words:
        return text(piece.text)
    is_gone = piece.mark is Mark.REMOVED
    told = _("removed:") if is_gone else _("added:")
    before, _words, after = piece.text.partition(words)
    unseen = element("span", line(told) + " ", class_="unseen")
    marked = element("del" if is_gone else "ins", unseen + text(words))
    return f"{text(before)}{marked}{text(after)}"
