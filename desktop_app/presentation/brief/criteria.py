"""The eligibility criteria of the brief, as lines that are shown or left out one by one."""

from collections.abc import Iterable, Iterator

from desktop_app.analysis.criteria import CriteriaGroup, Criterion, arrange_criteria
from desktop_app.languages import _
from desktop_app.presentation.brief.content import (
    BriefCriteria,
    CriteriaList,
    CriterionLine,
    LineKind,
)
from desktop_app.presentation.brief.sentences import passage, plain_lines, sentences
from desktop_app.study.eligibility import EligibilityModule

_LONG = 400
"""Characters from which a criterion is too long to be shown or left out as one."""


def brief_criteria(eligibility: EligibilityModule) -> BriefCriteria:
    """Return who can take part; criteria that the record does not sort stay unsorted."""
    population = passage(eligibility.study_population)
    empty = CriteriaList("")
    text = eligibility.eligibility_criteria
    if not text:
        absent = CriteriaList(_("Eligibility criteria"), is_absent=True)
        return BriefCriteria(population, empty, empty, absent)
    criteria = arrange_criteria(text)
    is_sorted = bool(criteria.inclusion or criteria.exclusion)
    other = _("Criteria under other headings") if is_sorted else _("Criteria as written")
    return BriefCriteria(
        population,
        CriteriaList(_("Can take part if"), tuple(_group_lines(criteria.inclusion))),
        CriteriaList(_("Cannot take part if"), tuple(_group_lines(criteria.exclusion))),
        CriteriaList(other, tuple(_group_lines(criteria.unsorted))),
    )


def _group_lines(groups: Iterable[CriteriaGroup]) -> Iterator[CriterionLine]:
    for group in groups:
        if group.heading:
            yield CriterionLine(LineKind.HEADING, " ".join(group.heading.split()))
        for lead in group.lead:
            yield from (CriterionLine(LineKind.LEAD, line) for line in _pieces(lead))
        for criterion in group.criteria:
            yield from _criterion_lines(criterion, 0)


def _criterion_lines(criterion: Criterion, depth: int) -> Iterator[CriterionLine]:
    pieces = _pieces(criterion.text) or [""]
    yield CriterionLine(LineKind.CRITERION, pieces[0], criterion.number, depth)
    for piece in pieces[1:]:
        yield CriterionLine(LineKind.CONTINUED, piece, depth=depth)
    for child in criterion.children:
        yield from _criterion_lines(child, depth + 1)


def _pieces(text: str) -> list[str]:
    lines = plain_lines(text)
    return [
        piece for line in lines for piece in (sentences(line) if len(line) > _LONG else (line,))
    ]
