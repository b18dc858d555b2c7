"""Shortening a brief by whole sentences and whole items.

Nothing vanishes: what is left out is counted where it was, and ``shortenings`` names it.
"""

from dataclasses import replace

from desktop_app.languages import pgettext
from desktop_app.presentation.brief.content import (
    Brief,
    BriefCriteria,
    CriteriaList,
    CriterionLine,
    Figures,
    LineKind,
    Passage,
    Places,
    Titles,
    Treatments,
)
from desktop_app.presentation.brief.described import descriptions, openings, shares
from desktop_app.presentation.brief.order import EVERYTHING, Cuts

COLUMN_LINE = 62
"""Characters in a line of half the page in small type; weighs a criterion before it is set."""


def sizes(brief: Brief) -> Cuts:
    """Return how much a brief holds of each element, in the units of the cuts."""
    treatments, places, criteria = brief.treatments, brief.places, brief.criteria
    lists = (brief.conditions.items, places.contacts.items, places.countries.items)
    first = openings(treatments)
    of_arms = [arm.interventions.items for arm in treatments.arms.items]
    texts = (criteria.inclusion, criteria.exclusion, criteria.unsorted)
    return Cuts(
        summary=brief.summary.sentence_count,
        descriptions=sum(one.sentence_count for one in descriptions(treatments)) - sum(first),
        openings=sum(first),
        criteria=max(
            sum(map(len, map(" ".join, criteria.population.paragraphs))) // COLUMN_LINE + 1,
            *(sum(map(weight, one.lines)) for one in texts),
        ),
        sites=len(places.sites.items),
        outcomes=len(brief.outcomes.items),
        arms=max(len(treatments.arms.items), len(treatments.interventions.items)),
        given=max(map(len, of_arms), default=0),
        lists=max(map(len, lists)),
        title_words=len(brief.titles.official.split()),
        axis=int(brief.figures.axis is not None),
        schematic=int(brief.figures.schematic is not None),
    )


def cut(brief: Brief, cuts: Cuts) -> Brief:
    """Return the brief with no more than the cuts allow."""
    return replace(
        brief,
        titles=_titles(brief.titles, cuts.title_words),
        conditions=brief.conditions.first(cuts.lists),
        summary=brief.summary.first(cuts.summary),
        treatments=_treatments(brief.treatments, cuts),
        outcomes=brief.outcomes.first(cuts.outcomes),
        criteria=_criteria(brief.criteria, cuts.criteria),
        places=_places(brief.places, cuts),
        figures=_figures(brief.figures, cuts),
    )


def _figures(figures: Figures, cuts: Cuts) -> Figures:
    if figures.schematic and not cuts.schematic:
        left_out = (pgettext("within a sentence", "schematic"), *figures.left_out)
        figures = replace(figures, schematic=None, left_out=left_out)
    if figures.axis and not cuts.axis:
        left_out = (*figures.left_out, pgettext("within a sentence", "time axis"))
        figures = replace(figures, axis=None, timeless_axis=None, left_out=left_out)
    return figures


def _titles(titles: Titles, count: int) -> Titles:
    words = titles.official.split()
    if len(words) <= count:
        return titles
    kept = " ".join(words[: max(count, 0)])
    return replace(titles, official=f"{kept} …".strip(), is_official_cut=True)


def _places(places: Places, cuts: Cuts) -> Places:
    return replace(
        places,
        contacts=places.contacts.first(cuts.lists),
        countries=places.countries.first(cuts.lists),
        sites=places.sites.first(cuts.sites),
    )


def _treatments(treatments: Treatments, cuts: Cuts) -> Treatments:
    arms = treatments.arms.first(cuts.arms)
    interventions = treatments.interventions.first(cuts.arms)
    shown = replace(treatments, arms=arms, interventions=interventions)
    each = iter(shares(shown, cuts))
    return replace(
        treatments,
        arms=arms.map(
            lambda arm: replace(
                arm,
                interventions=arm.interventions.first(cuts.given),
                description=arm.description.first(next(each)),
            )
        ),
        interventions=interventions.map(
            lambda one: replace(one, description=one.description.first(next(each)))
        ),
    )


def _criteria(criteria: BriefCriteria, room: int) -> BriefCriteria:
    if room >= EVERYTHING:
        return criteria
    return BriefCriteria(
        criteria.population.first(_fitting(criteria.population, room * COLUMN_LINE)),
        *(_lines(one, room) for one in (criteria.inclusion, criteria.exclusion, criteria.unsorted)),
    )


def _fitting(text: Passage, characters: int) -> int:
    count = 0
    for sentence in (each for sentences in text.paragraphs for each in sentences):
        characters -= len(sentence)
        if characters < 0:
            break
        count += 1
    return count


def _lines(criteria: CriteriaList, room: int) -> CriteriaList:
    if criteria.is_absent:
        return criteria
    count = 0
    for line in criteria.lines:
        room -= weight(line)
        if room < 0:
            break
        count += 1
    while 0 < count < len(criteria.lines) and announces(criteria.lines[count - 1]):
        count -= 1
    return CriteriaList(
        criteria.title, criteria.lines[:count], (*criteria.lines[count:], *criteria.left_out)
    )


def weight(line: CriterionLine) -> int:
    """Return about how many lines of a column a line takes."""
    return 1 + (len(line.text) + 2 * line.depth) // COLUMN_LINE


def announces(line: CriterionLine) -> bool:
    """Tell whether a line says nothing without those that follow."""
    return line.kind is LineKind.HEADING or (line.kind is LineKind.LEAD and line.text.endswith(":"))
