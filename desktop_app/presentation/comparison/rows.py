"""Asks several studies the same questions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop_app.languages import _
from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.brief.content import Brief, Excerpt
from desktop_app.presentation.brief.facts import (
    AGES,
    ALLOCATION,
    COMPLETION,
    COUNTRIES_AND_SITES,
    EXPANDED_ACCESS_TYPES,
    HEALTHY_VOLUNTEERS,
    MASKING,
    MODEL,
    OBSERVATIONAL_MODEL,
    PARTICIPANTS,
    PATIENT_REGISTRY,
    PRIMARY_PURPOSE,
    SAMPLING_METHOD,
    SEX,
    START,
    TIME_PERSPECTIVE,
)
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
        *(PHASE, DESIGN, ALLOCATION, MODEL, MASKING, PRIMARY_PURPOSE),
        *(OBSERVATIONAL_MODEL, TIME_PERSPECTIVE, SAMPLING_METHOD, PATIENT_REGISTRY),
        *(EXPANDED_ACCESS_TYPES, ARMS, OUTCOMES),
    ),
    Part.PEOPLE: (PARTICIPANTS, AGES, SEX, HEALTHY_VOLUNTEERS, CRITERIA),
    Part.TIME: (START, PRIMARY_COMPLETION, COMPLETION),
    Part.RECORD: (SPONSOR, COUNTRIES_AND_SITES, OPEN_SITES, RESULTS, RECORD_DATE),
}
"""The rows in their order, by the parts of the sheet; the names are those of the key facts."""


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
    unasked = Cell(Excerpt((_(NOT_APPLICABLE),)), is_absent=True)
    for part, questions in _QUESTIONS.items():
        for question in questions:
            if any(question in one for one in every):
                cells = tuple(one.get(question, unasked) for one in every)
                yield ComparisonRow(part, question, cells, _are_alike(cells))


def _are_alike(cells: Sequence[Cell]) -> bool:
    """Tell whether whole answers are the same; never where one states nothing."""
    return not cells[0].is_absent and all(cell == cells[0] for cell in cells)
