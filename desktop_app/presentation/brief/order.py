"""The order in which a brief is shortened: by the steps below, one after the other.

Identifiers, status, key facts, what the record does not state and the foot are in none of them.
"""

from dataclasses import dataclass

EVERYTHING = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Cuts:
    """How much is shown at most; ``EVERYTHING`` leaves an element whole.

    ``summary`` counts sentences. So do ``openings`` and ``descriptions``, over all arms and
    interventions: the openings tell first what each arm gets, and are shown of all or of none,
    lest one arm seem to lack what another has; descriptions are the sentences beyond them.
    ``criteria`` counts lines of each list, ``given`` the interventions of one arm, and
    ``title_words`` words of the official title. ``arms`` holds for arms and for interventions,
    ``lists`` for conditions, countries and contacts. Of ``axis`` and ``schematic`` there is one or
    none.
    """

    summary: int = EVERYTHING
    descriptions: int = EVERYTHING
    openings: int = EVERYTHING
    criteria: int = EVERYTHING
    sites: int = EVERYTHING
    outcomes: int = EVERYTHING
    arms: int = EVERYTHING
    given: int = EVERYTHING
    lists: int = EVERYTHING
    title_words: int = EVERYTHING
    axis: int = EVERYTHING
    schematic: int = EVERYTHING


@dataclass(frozen=True, slots=True)
class Step:
    """One element of ``Cuts``, from its most to its least; then the next step follows."""

    element: str
    most: int
    least: int


USUAL = Cuts(sites=12, outcomes=12, arms=30, lists=24)
"""The length of long lists on a page that is not shortened otherwise."""

STEPS = (
    # The key facts tell its dates as well.
    Step("axis", 1, 0),
    Step("summary", 80, 3),
    Step("descriptions", 160, 0),
    Step("criteria", 160, 24),
    Step("sites", 6, 3),
    Step("lists", 24, 6),
    Step("title_words", 90, 12),
    # Further rounds, since even the least of these may be too much.
    Step("outcomes", 12, 6),
    # What each arm gets, its dose above all, is worth more than the last of the criteria.
    Step("criteria", 24, 14),
    Step("outcomes", 6, 3),
    Step("schematic", 1, 0),
    Step("openings", 160, 0),
    Step("arms", 30, 6),
    Step("lists", 6, 3),
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
