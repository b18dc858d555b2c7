"""Shortening a comparison for one page, in a stated order; what is left out is always counted.

First words that are the same on both sides, far from any change; then administrative changes; then
long texts, from their ends; at the last whole changes, the least important first.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.analysis.changes.change import Part
from desktop_app.analysis.changes.words import Mark, Piece
from desktop_app.languages import _
from desktop_app.presentation.changes.content import ChangeRow, Comparison
from desktop_app.presentation.changes.counts import counted

MORE = "…"
MOST_ROWS = 110
"""No page has room for more, even where each takes one line."""
KEPT_WORDS = (40, 20, 10, 5)
"""Words around a change that are shown, where all do not fit."""
LENGTHS = (3000, 1500, 900, 600, 400, 300, 220, 160, 120, 80)
"""Characters of a change at most; the last ones are a line of the page."""
_LONGEST_LABEL = 60
"""Characters of a label where texts are cut to a line."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison as a page shows it, and what of the whole it lacks."""

    made: Comparison
    rows: tuple[ChangeRow, ...]
    has_gaps: bool = False
    is_clipped: bool = False

    @property
    def left_out(self) -> tuple[tuple[Part, int], ...]:
        """Return how many changes of which part are left out."""
        whole = Counter(row.part for row in self.made.rows)
        shown = Counter(row.part for row in self.rows)
        counts = ((part, whole[part] - shown[part]) for part in Part)
        return tuple((part, count) for part, count in counts if count)

    @property
    def shortenings(self) -> tuple[str, ...]:
        """Name everything that the page lacks."""
        left_out = tuple(counted(self.made, part, count) for part, count in self.left_out)
        return (*left_out, *self.shortened_texts)

    @property
    def shortened_texts(self) -> tuple[str, ...]:
        """Name what is shortened within the changes that are shown."""
        same = (
            _("words that did not change")
            if self.made.is_of_one_study
            else _("words that both have in common")
        )
        return (
            *((same,) if self.has_gaps else ()),
            *((_("long texts"),) if self.is_clipped else ()),
        )


def whole(made: Comparison) -> Shown:
    """Return a comparison with all that it holds."""
    return Shown(made, made.rows)


def shorter(made: Comparison) -> Iterator[Shown]:
    """Yield a comparison with ever less; in the last one each change has a line."""
    shown = whole(made)
    for words in KEPT_WORDS[:2]:
        yield _gapped(shown, words)
    material = tuple(row for row in made.rows if row.part is not Part.ADMINISTRATIVE)
    shown = replace(shown, rows=material or made.rows)
    for words in KEPT_WORDS:
        yield _gapped(shown, words)
    shown = _gapped(shown, KEPT_WORDS[-1])
    for length in LENGTHS:
        yield clipped(shown, length)


def first_rows(shown: Shown, count: int) -> Shown:
    """Return a comparison with its first changes alone."""
    return replace(shown, rows=shown.rows[:count])


def _gapped(shown: Shown, words: int) -> Shown:
    rows = tuple(replace(row, pieces=_with_gaps(row.pieces, words)) for row in shown.rows)
    return replace(shown, rows=rows, has_gaps=shown.has_gaps or rows != shown.rows)


def _with_gaps(pieces: tuple[Piece, ...], words: int) -> tuple[Piece, ...]:
    last = len(pieces) - 1
    return tuple(
        _with_gap(piece, words, is_first=at == 0, is_last=at == last)
        for at, piece in enumerate(pieces)
    )


def _with_gap(piece: Piece, words: int, *, is_first: bool, is_last: bool) -> Piece:
    """Return a piece that is kept with its ends alone, those that stand next to a change."""
    every = piece.text.split(" ")
    most = words if is_first or is_last else 2 * words
    if piece.mark is not Mark.KEPT or len(every) <= most + 1:
        return piece
    head = [] if is_first else every[:words]
    tail = [] if is_last else every[-words:]
    return Piece(Mark.KEPT, " ".join((*head, MORE, *tail)))


def clipped(shown: Shown, length: int) -> Shown:
    """Return a comparison with no more than so many characters of each change."""
    rows = tuple(_clipped(row, length) for row in shown.rows)
    return replace(shown, rows=rows, is_clipped=shown.is_clipped or rows != shown.rows)


def _clipped(row: ChangeRow, length: int) -> ChangeRow:
    most = max(length // 2, _LONGEST_LABEL)
    label = row.label if len(row.label) <= most else f"{_up_to_a_word(row.label, most)} {MORE}"
    if row.length <= length:
        return replace(row, label=label)
    # Each mark has its share: what was added shows beside what was removed before it.
    share = max(12, length // max(1, len(row.pieces)))
    pieces: list[Piece] = []
    room = length
    for piece in row.pieces:
        if room <= 0:
            pieces[-1] = Piece(pieces[-1].mark, f"{pieces[-1].text} {MORE}")
            break
        text = piece.text
        if len(text) > share:
            text = f"{_up_to_a_word(text, share)} {MORE}"
        pieces.append(Piece(piece.mark, text))
        room -= len(text)
    return replace(row, label=label, pieces=tuple(pieces))


def _up_to_a_word(text: str, length: int) -> str:
    """Return the beginning of a text; it ends with a word where words are of usual length."""
    begun = text[:length].rstrip()
    whole_words = begun.rpartition(" ")[0]
    return whole_words if len(whole_words) > length // 2 else begun
