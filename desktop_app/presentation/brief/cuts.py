"""Shortening a brief by whole sentences and whole items, in a stated order.

The order is that of the steps below. Identifiers, status, key facts, what the record does not
state and the foot are in none of them. Nothing vanishes: what is left out is counted where it
was, and ``shortenings`` of ``brief_shortenings`` names it.
"""

from dataclasses import dataclass, replace

from desktop_app.presentation.brief.content import (
    Brief,
    BriefCriteria,
    CriteriaList,
    CriterionLine,
    LineKind,
    Passage,
    Places,
    Titles,
    Treatments,
)

EVERYTHING = 1_000_000_000
COLUMN_LINE = 62
"""Characters in a line of half the page in small type; weighs a criterion before it is set."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """How much is shown at most; ``EVERYTHING`` leaves an element whole.

    ``summary`` and ``descriptions`` count sentences, the latter over all arms and interventions;
    ``criteria`` counts lines of each list, ``given`` the interventions of one arm, and
    ``title_words`` words of the official title. ``arms`` holds for arms and for interventions,
    ``lists`` for conditions, countries and contacts.
    """

    summary: int = EVERYTHING
    descriptions: int = EVERYTHING
    criteria: int = EVERYTHING
    sites: int = EVERYTHING
    outcomes: int = EVERYTHING
    arms: int = EVERYTHING
    given: int = EVERYTHING
    lists: int = EVERYTHING
    title_words: int = EVERYTHING


@dataclass(frozen=True, slots=True)
class Step:
    """One element of ``Cuts``, from its most to its least; then the next step follows."""

    element: str
    most: int
    least: int


USUAL = Cuts(sites=12, outcomes=12, arms=30, lists=24)
"""The length of long lists on a page that is not shortened otherwise."""

STEPS = (
    Step("summary", 80, 3),
    Step("descriptions", 160, 0),
    Step("criteria", 160, 24),
    Step("sites", 6, 3),
    Step("outcomes", 12, 3),
    Step("arms", 30, 6),
    Step("lists", 24, 3),
    # A second round, since even the least of everything may be too much.
    Step("criteria", 24, 14),
    Step("title_words", 90, 12),
    Step("arms", 6, 3),
    Step("given", 24, 4),
    Step("summary", 3, 1),
    # What is taken at last; no record seen so far needs all of it.
    Step("criteria", 14, 0),
    Step("outcomes", 3, 0),
    Step("arms", 3, 0),
    Step("given", 4, 0),
    Step("sites", 3, 0),
    Step("lists", 3, 0),
    Step("summary", 1, 0),
    Step("title_words", 12, 0),
)


def sizes(brief: Brief) -> Cuts:
    """Return how much a brief holds of each element, in the units of the cuts."""
    treatments, places, criteria = brief.treatments, brief.places, brief.criteria
    lists = (brief.conditions.items, places.contacts.items, places.countries.items)
    of_arms = [arm.interventions.items for arm in treatments.arms.items]
    texts = (criteria.inclusion, criteria.exclusion, criteria.unsorted)
    return Cuts(
        summary=brief.summary.sentence_count,
        descriptions=sum(one.sentence_count for one in descriptions(treatments)),
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
    )


def descriptions(treatments: Treatments) -> list[Passage]:
    """Return what is said of arms and interventions, in this order."""
    passages = [arm.description for arm in treatments.arms.items]
    return passages + [one.description for one in treatments.interventions.items]


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
    )


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
    shares = iter(_shares(descriptions(shown), cuts.descriptions))
    return replace(
        treatments,
        arms=arms.map(
            lambda arm: replace(
                arm,
                interventions=arm.interventions.first(cuts.given),
                description=arm.description.first(next(shares)),
            )
        ),
        interventions=interventions.map(
            lambda one: replace(one, description=one.description.first(next(shares)))
        ),
    )


def _shares(passages: list[Passage], room: int) -> list[int]:
    """Give every passage one sentence before any gets a second one."""
    counts = [one.sentence_count for one in passages]
    if sum(counts) <= room:
        return counts
    shares = [0] * len(counts)
    while room > 0:
        for index, count in enumerate(counts):
            if shares[index] < count and room > 0:
                shares[index] += 1
                room -= 1
    return shares


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
