"""What differs between two records: two versions of one, or two studies."""

from desktop_app.analysis.changes.change import Change, Part, Step
from desktop_app.analysis.changes.walk import changes_between
from desktop_app.analysis.changes.words import Mark, Piece, marked_words

__all__ = ["Change", "Mark", "Part", "Piece", "Step", "changes_between", "marked_words"]
