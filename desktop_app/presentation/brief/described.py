"""What a brief says of arms and interventions, and how they share the room for it."""

from desktop_app.presentation.brief.content import Passage, Treatments
from desktop_app.presentation.brief.order import Cuts


def descriptions(treatments: Treatments) -> list[Passage]:
    """Return what is said of arms and interventions, in this order."""
    passages = [arm.description for arm in treatments.arms.items]
    return passages + [one.description for one in treatments.interventions.items]


def openings(treatments: Treatments) -> list[int]:
    """Return how many sentences of each of the descriptions tell first what an arm gets.

    It is the first one of every arm, and of an intervention that no described arm names.
    """
    arms, interventions = treatments.arms.items, treatments.interventions.items
    told = {title for arm in arms if arm.description for title in arm.interventions.items}
    return [
        *(_opening(arm.description) for arm in arms),
        *(0 if one.title in told else _opening(one.description) for one in interventions),
    ]


def _opening(text: Passage) -> int:
    """Return with how many sentences a text begins to say something, announcements apart."""
    counts = range(1, text.sentence_count + 1)
    return next((count for count in counts if text.first(count).paragraphs), 0)


def shares(treatments: Treatments, cuts: Cuts) -> list[int]:
    """Give every description its opening, then one sentence before any gets a second one.

    Where there is no room for all openings, none has a sentence.
    """
    counts = [one.sentence_count for one in descriptions(treatments)]
    given = openings(treatments)
    if sum(given) > cuts.openings:
        return [0] * len(given)
    room = min(cuts.descriptions, sum(counts) - sum(given))
    for level in range(1, max(counts, default=0) + 1):
        for index, count in enumerate(counts):
            if given[index] < min(level, count) and room > 0:
                given[index] += 1
                room -= 1
    return given
