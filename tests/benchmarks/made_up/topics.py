"""What each study of a registry is about, and which earlier one it follows and names.

The n-th study is the same whatever was made before it: its chances come from its number alone.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from tests.benchmarks.made_up.medicine import Area, areas
from tests.benchmarks.made_up.places import SPONSOR_CLASSES, World
from tests.benchmarks.made_up.shares import Shares, between, pick
from tests.benchmarks.made_up.words import Lexicon, draw_rare

FOLLOWING = 0.03
"""The share of studies that name an earlier one (of real records 2 to 3 %)."""
LAST_NUMBER = 7_500_000
FIRST_DAY = date(2026, 9, 1)
"""The day of the registry's first month."""
_GROWTH = (
    (0.0, 1999.7), (0.025, 2005.5), (0.045, 2005.9), (0.085, 2008.0), (0.14, 2010.0), (0.2, 2012.0),
    (0.26, 2014.0), (0.34, 2016.0), (0.435, 2018.0), (0.54, 2020.0), (0.665, 2022.0),
    (0.795, 2024.0),
    (1.0, 2026.66),
)  # fmt: skip
"""Which part of all studies had been registered when, in years."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a study is about."""

    area: Area
    condition: str
    other_conditions: tuple[str, ...]
    interventions: tuple[str, ...]
    subject: str
    sponsor: str
    sponsor_class: str
    cited: int | None
    """The place of the earlier study that is named."""


class Topics:
    """The topics of a registry of so many studies."""

    def __init__(self, count: int, world: World, lexicon: Lexicon) -> None:
        """Take what is drawn from."""
        self.count = count
        self._world = world
        self._lexicon = lexicon
        self._area = Shares({area: area.share for area in areas()})

    def of(self, place: int) -> Topic:
        """Return the topic of the study at a place (from 0)."""
        rng = Random(place * 4 + 1)
        if place > 20 and rng.random() < FOLLOWING:
            return self._following(rng, int(place * (1 - rng.random() ** 2 * 0.4)) - 1)
        return self._new(rng)

    def _following(self, rng: Random, cited: int) -> Topic:
        earlier = self.of(cited)
        own = self._new(rng)
        return replace(
            earlier,
            interventions=earlier.interventions if rng.random() < 0.75 else own.interventions,
            other_conditions=earlier.other_conditions if rng.random() < 0.5 else (),
            subject=earlier.subject if rng.random() < 0.5 else own.subject,
            sponsor=earlier.sponsor if rng.random() < 0.5 else own.sponsor,
            sponsor_class=earlier.sponsor_class,
            cited=cited,
        )

    def _new(self, rng: Random) -> Topic:
        area = self._area.draw(rng)
        kind = _CLASSES.draw(rng)
        return Topic(
            area=area,
            condition=self._condition(rng, area),
            other_conditions=tuple(
                self._condition(rng, area) for _ in range(min(12, int(rng.expovariate(1.3))))
            ),
            interventions=tuple(
                self._intervention(rng, area, kind) for _ in range(1 + int(rng.expovariate(1.1)))
            ),
            subject=f"{self._lexicon.draw(rng)} {self._lexicon.draw(rng)}",
            sponsor=self._world.sponsor(rng, kind),
            sponsor_class=kind,
            cited=None,
        )

    def _condition(self, rng: Random, area: Area) -> str:
        condition = area.conditions[int(len(area.conditions) ** rng.random()) - 1]
        chance = rng.random()
        if chance < 0.55:
            return condition
        if chance < 0.8:
            return pick(rng, _QUALIFIED).format(condition)
        return f"{self._lexicon.draw(rng)} {draw_rare(rng)}".title()

    def _intervention(self, rng: Random, area: Area, kind: str) -> str:
        chance = rng.random()
        if chance < 0.5:
            return area.drugs[int(len(area.drugs) ** rng.random()) - 1]
        if chance < 0.75 and kind == "INDUSTRY":
            return f"{self._lexicon.draw(rng)[:3].upper()}-{between(rng, 100, 9999)}"
        if chance < 0.9:
            return f"{pick(rng, area.words)} {self._lexicon.draw(rng)} {self._lexicon.draw(rng)}"
        return draw_rare(rng).capitalize()


_CLASSES = Shares(SPONSOR_CLASSES)
_QUALIFIED = (
    "Recurrent {}", "Refractory {}", "{} in Children", "Advanced {}", "Severe {}",
    "{} in Remission",
    "Chronic {}", "{}, Adult", "Stage III {}", "Stage IV {}", "Early {}", "{} Prevention",
)  # fmt: skip


def number_at(place: int, count: int) -> int:
    """Return the NCT number of the study at a place; those beyond the count were added later."""
    step = LAST_NUMBER / count
    return int(100 + step * place + Random(place * 4 + 3).random() * max(0.0, step - 1))


def registered_on(place: int, count: int) -> date:
    """Return when the study at a place was first submitted."""
    if place >= count:
        return FIRST_DAY + timedelta(days=5 + place % 20)
    part = place / count
    for (low, year), (high, next_year) in pairwise(_GROWTH):
        if part < high:
            years = year + (next_year - year) * (part - low) / (high - low)
            return date(1970, 1, 1) + timedelta(days=(years - 1970) * 365.2425)
    return FIRST_DAY
