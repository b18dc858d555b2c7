"""Shortening a comparison by whole items, in a stated order; within items only at the last."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.languages import _, pgettext
from desktop_app.presentation.comparison.answers import (
    ARMS,
    CONDITIONS,
    DESIGN,
    OUTCOMES,
    SPONSOR,
    TESTED,
)
from desktop_app.presentation.comparison.content import (
    Cell,
    ComparedStudy,
    Comparison,
    ComparisonRow,
)
from desktop_app.punctuation import said_within


@dataclass(frozen=True, slots=True)
class Step:
    """The rows that are shortened together, to how many items of a cell, one after the other."""

    labels: tuple[str, ...]
    most: int
    least: int


STEPS = (
    Step((OUTCOMES,), 12, 4),
    Step((ARMS, TESTED, CONDITIONS), 12, 4),
    Step((OUTCOMES,), 3, 2),
    Step((ARMS, TESTED, CONDITIONS), 3, 2),
    Step((OUTCOMES,), 1, 1),
    Step((ARMS, TESTED, CONDITIONS), 1, 1),
)
"""Primary outcomes go first, then arms, interventions and conditions; one of each always stays.

Before any of them goes the design in a sentence, which the rows below it say too.
"""
LISTS = (OUTCOMES, ARMS, TESTED, CONDITIONS)
_OWN_WORDS = (*LISTS, SPONSOR)
MOST_ITEMS = 48
"""Of a cell: no page has room for more of them."""
LENGTHS = (*(400, 300, 240, 200, 170, 150, 130, 115, 100, 90, 80, 70, 60, 50, 40), 30, 22, 14)
"""Characters of an item at most, where whole items are too long for the page."""


def shortened(made: Comparison, questions: Iterable[str], most: int) -> Comparison:
    """Return the comparison with no more than so many items in the cells of some rows."""
    named = frozenset(questions)
    rows = tuple(_first(row, most) if row.question in named else row for row in made.rows)
    return replace(made, rows=rows)


def without_design(made: Comparison) -> Comparison:
    """Return the comparison without the design in a sentence, which the rows below it say too."""
    return replace(made, rows=tuple(row for row in made.rows if row.question != DESIGN))


def clipped(made: Comparison, length: int, *, all_rows: bool = False) -> Comparison:
    """Return the comparison with texts of no more than so many characters; ``…`` marks the cut.

    The rows that hold the record's own words come first: others are cut only in ``all_rows``.
    """
    rows = tuple(
        replace(row, cells=tuple(_clipped(cell, length) for cell in row.cells))
        if all_rows or row.question in _OWN_WORDS
        else row
        for row in made.rows
    )
    studies = tuple(
        ComparedStudy(
            _short(one.nct_id, length), _short(one.title, 2 * length), _short(one.acronym, length)
        )
        for one in made.studies
    )
    return replace(made, rows=rows, studies=studies)


def shortenings(made: Comparison, shown: Comparison) -> tuple[str, ...]:
    """Name everything in which what is shown holds less than the whole, as its foot lists it."""
    lists = (row.label for row in shown.rows if any(cell.items.left_out for cell in row.cells))
    texts = (row.label for row in shown.rows if any(cell.is_clipped for cell in row.cells))
    return (
        *(said_within(label) for label in lists),
        *((_("the design in a sentence"),) if len(shown.rows) < len(made.rows) else ()),
        *((pgettext("within a sentence", "titles"),) if shown.studies != made.studies else ()),
        *(_("long texts of {row}").format(row=said_within(label)) for label in texts),
    )


def _first(row: ComparisonRow, most: int) -> ComparisonRow:
    return replace(
        row, cells=tuple(replace(cell, items=cell.items.first(most)) for cell in row.cells)
    )


def _clipped(cell: Cell, length: int) -> Cell:
    if all(len(item) <= length for item in cell.items.items):
        return cell
    return replace(cell, items=cell.items.map(lambda item: _short(item, length)), is_clipped=True)


def _short(text: str, length: int) -> str:
    """Return the first words; a short time frame in brackets stays behind them."""
    if len(text) <= length:
        return text
    frame = text[text.rfind(" [") :] if text.endswith("]") and " [" in text else ""
    end = frame if len(frame) <= length / 2 else ""
    return f"{text[: length - len(end)].rsplit(' ', 1)[0]} …{end}"
