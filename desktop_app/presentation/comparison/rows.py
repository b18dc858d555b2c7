"""Asks several studies the same questions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.brief.content import Brief, Excerpt
from desktop_app.presentation.comparison.answers import (
    ARMS,
    CONDITIONS,
    CRITERIA,
    DESIGN,
    OPEN_SITES,
    OUTCOMES,
    PHASE,
    PRIMARY_COMPLETION,
    RECORD_DATE,
    RESULTS,
    SPONSOR,
    STATUS,
    STUDY_TYPE,
    TESTED,
    answers,
)
from desktop_app.presentation.comparison.content import (
    Cell,
    ComparedStudy,
    Comparison,
    ComparisonRow,
    Part,
)
from desktop_app.presentation.wording import NOT_APPLICABLE
from desktop_app.study.study import Study

FEWEST, MOST = 2, 6
_QUESTIONS = {
    Part.WHAT: (TESTED, CONDITIONS, STATUS, STUDY_TYPE),
    Part.DESIGN: (
        *(PHASE, DESIGN, "Allocation", "Model", "Masking", "Primary purpose"),
        *("Observational model", "Time perspective", "Sampling method", "Patient registry"),
        *("Expanded access types", ARMS, OUTCOMES),
    ),
    Part.PEOPLE: ("Participants", "Ages", "Sex", "Healthy volunteers", CRITERIA),
    Part.TIME: ("Start", PRIMARY_COMPLETION, "Completion"),
    Part.RECORD: (SPONSOR, "Countries and sites", OPEN_SITES, RESULTS, RECORD_DATE),
}
"""The rows in their order, by the parts of the sheet; the names are those of the key facts."""

_UNASKED = Cell(Excerpt((NOT_APPLICABLE,)), is_absent=True)


def comparison(studies: Sequence[Study], today: date) -> Comparison:
    """Return two to six studies side by side; raises ValueError for fewer and for more.

    A question that fits none of them is not asked.
    """
    if not FEWEST <= len(studies) <= MOST:
        raise ValueError(f"{len(studies)} studies: {FEWEST} to {MOST} can be compared")
    briefs = [brief_of(study, today) for study in studies]
    every = [answers(study, brief) for study, brief in zip(studies, briefs, strict=True)]
    return Comparison(tuple(map(_head, briefs)), tuple(_rows(every)), today)


def _head(brief: Brief) -> ComparedStudy:
    return ComparedStudy(brief.identity.nct_id, brief.titles.brief, brief.titles.acronym)


def _rows(every: Sequence[Mapping[str, Cell]]) -> Iterator[ComparisonRow]:
    for part, labels in _QUESTIONS.items():
        for label in labels:
            if any(label in one for one in every):
                cells = tuple(one.get(label, _UNASKED) for one in every)
                yield ComparisonRow(part, label, cells, _are_alike(cells))


def _are_alike(cells: Sequence[Cell]) -> bool:
    """Tell whether whole answers are the same; never where one states nothing."""
    return not cells[0].is_absent and all(cell == cells[0] for cell in cells)
