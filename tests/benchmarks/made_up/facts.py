"""What is settled of a study before its record is written: kind, status, dates, size."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.benchmarks.made_up.shares import Shares, between
from tests.benchmarks.made_up.topics import FIRST_DAY, Topic, number_at, registered_on

_TYPES = Shares({"INTERVENTIONAL": 763, "OBSERVATIONAL": 235, "EXPANDED_ACCESS": 2})
_PHASES = Shares({
    ("NA",): 375, ("PHASE1",): 98, ("PHASE2",): 132, ("PHASE3",): 92, ("PHASE4",): 74,
    ("PHASE1", "PHASE2"): 33, ("PHASE2", "PHASE3"): 16, ("EARLY_PHASE1",): 13,
})  # fmt: skip
"""Of interventional studies."""
_STATUSES = (
    (
        1,
        Shares(
            {
                "RECRUITING": 46, "NOT_YET_RECRUITING": 27, "COMPLETED": 14,
                "ACTIVE_NOT_RECRUITING": 6, "ENROLLING_BY_INVITATION": 4, "WITHDRAWN": 2,
                "TERMINATED": 1,
            }
        ),
    ),
    (
        3,
        Shares(
            {
                "RECRUITING": 38, "COMPLETED": 34, "ACTIVE_NOT_RECRUITING": 11,
                "NOT_YET_RECRUITING": 7, "ENROLLING_BY_INVITATION": 4, "TERMINATED": 3,
                "WITHDRAWN": 3,
            }
        ),
    ),
    (
        6,
        Shares(
            {
                "COMPLETED": 51, "UNKNOWN": 22, "RECRUITING": 11, "ACTIVE_NOT_RECRUITING": 7,
                "TERMINATED": 6, "WITHDRAWN": 3, "SUSPENDED": 1,
            }
        ),
    ),
    (
        99,
        Shares(
            {
                "COMPLETED": 652, "UNKNOWN": 175, "TERMINATED": 90, "WITHDRAWN": 42,
                "RECRUITING": 12, "ACTIVE_NOT_RECRUITING": 17, "WITHHELD": 3, "SUSPENDED": 2,
            }
        ),
    ),
)  # fmt: skip
"""By the years since a study was registered."""
_ACCESS = Shares({"NO_LONGER_AVAILABLE": 45, "AVAILABLE": 25, "APPROVED_FOR_MARKETING": 30})
OVER = frozenset({"COMPLETED", "TERMINATED", "WITHDRAWN", "UNKNOWN", "WITHHELD"})
OPEN = frozenset({"RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION"})
_RESULTS_SHARE = 0.25
"""Of the interventional studies that have ended two years ago and more."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the modules of a record must agree on."""

    place: int
    nct_id: str
    topic: Topic
    cited: str | None
    study_type: str
    phases: tuple[str, ...]
    status: str
    registered: date
    start: date
    primary_completion: date
    completion: date
    updated: date
    enrollment: int
    wordiness: float
    """Factor of all lengths."""
    has_results: bool
    huge: float
    """Factor of the one study that is far longer than all others; else 0."""

    @property
    def is_interventional(self) -> bool:
        """Whether it is."""
        return self.study_type == "INTERVENTIONAL"


def settle(rng: Random, place: int, count: int, topic: Topic) -> Facts:
    """Settle the facts of the study at a place of a registry of so many."""
    registered = registered_on(place, count)
    age = (FIRST_DAY - registered).days / 365
    study_type = _TYPES.draw(rng)
    statuses = next(shares for years, shares in _STATUSES if age <= years)
    status = (_ACCESS if study_type == "EXPANDED_ACCESS" else statuses).draw(rng)
    start = registered + timedelta(days=int(rng.gauss(-30, 150)))
    primary = start + timedelta(days=int(min(6_000, 30 + rng.lognormvariate(6.2, 0.9))))
    completion = primary + timedelta(days=int(rng.expovariate(1 / 120)))
    if (completion < FIRST_DAY) != (status in OVER):
        length = max(timedelta(days=20), completion - primary)
        aside = timedelta(days=between(rng, 10, 900))
        completion = FIRST_DAY - aside if status in OVER else FIRST_DAY + aside
        primary = completion - length
        start = min(start, primary - timedelta(days=10))
    huge = (
        (1.0 if count >= 100_000 else 0.25)
        if place == int(count * 0.618) and count >= 1_000
        else 0.0
    )
    ended = study_type == "INTERVENTIONAL" and status in ("COMPLETED", "TERMINATED") and age > 2
    has_results = (rng.random() < _RESULTS_SHARE and ended) or huge > 0
    return Facts(
        place=place,
        nct_id=f"NCT{number_at(place, count):08d}",
        topic=topic,
        cited=None if topic.cited is None else f"NCT{number_at(topic.cited, count):08d}",
        study_type=study_type,
        phases=_PHASES.draw(rng) if study_type == "INTERVENTIONAL" else (),
        status=status,
        registered=registered,
        start=start,
        primary_completion=primary,
        completion=completion,
        updated=registered
        + timedelta(days=int((FIRST_DAY - registered).days * rng.random() ** 0.8)),
        enrollment=0 if status == "WITHDRAWN" else int(min(2e6, 3 + rng.lognormvariate(4.2, 1.2))),
        wordiness=rng.lognormvariate(0.6 if has_results else 0.13, 0.5),
        has_results=has_results,
        huge=huge,
    )
