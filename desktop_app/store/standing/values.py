"""What a check for updates is of, how far it is, and what it found."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any


class ScopeKind(Enum):
    """Which held studies are checked."""

    STARRED = "starred"
    MARKED = "marked"
    """Starred or tagged ones."""
    TAG = "tag"
    COLLECTION = "collection"
    SELECTED = "selected"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class CheckScope:
    """The studies of a check; ``key`` and ``name`` are those of a tag or a collection.

    ``numbers`` are those of the studies that were selected, in rising order.
    """

    kind: ScopeKind
    key: int = 0
    name: str = ""
    numbers: tuple[int, ...] = ()

    @classmethod
    def of(cls, numbers: tuple[int, ...]) -> CheckScope:
        """Return the scope of some studies."""
        return cls(ScopeKind.SELECTED, numbers=tuple(sorted(set(numbers))))

    def as_text(self) -> str:
        """Return it as it is kept; the same scope is always the same text."""
        value: dict[str, Any] = {"kind": self.kind.value}
        if self.key:
            value |= {"key": self.key, "name": self.name}
        if self.numbers:
            value["numbers"] = self.numbers
        return json.dumps(value)

    @classmethod
    def from_text(cls, text: str) -> CheckScope:
        """Return what was kept."""
        value = json.loads(text)
        numbers = tuple(value.get("numbers", ()))
        return cls(ScopeKind(value["kind"]), value.get("key", 0), value.get("name", ""), numbers)


class Standing(Enum):
    """How a study stood at the registry when that was asked last."""

    HELD = "held"
    GONE = "gone"
    RENUMBERED = "renumbered"


@dataclass(frozen=True, slots=True)
class StudyStanding:
    """How one study stood, in UTC; ``other`` is the number that it has now, where it has another.

    Where the registry was last asked of all studies at once, ``standing`` is HELD.
    """

    standing: Standing
    checked_at: datetime
    other: int | None = None


@dataclass(frozen=True, slots=True)
class HeldStudy:
    """What of a held study tells whether the registry's is newer.

    ``record_date`` is as records write it, empty where it is not stated. A record that is not
    ``is_whole`` lacks modules that every whole one has.
    """

    number: int
    record_date: str
    is_whole: bool


class UpdateOutcome(Enum):
    """What a check found of a study that is not as it was."""

    CHANGED = "changed"
    RENUMBERED = "renumbered"
    GONE = "gone"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """What a check found of one study; ``note`` is a sentence where something is to be said."""

    number: int
    outcome: UpdateOutcome
    other: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class UpdateCheck:
    """A check, as far as it is; times are in UTC, ``ended_at`` is None until it came to its end.

    ``done`` of ``total`` studies are checked, in rising order up to the number ``position``.
    ``since`` is a day where the registry was only asked what was updated since, else empty.
    """

    id: int
    scope: CheckScope
    total: int
    done: int
    position: int
    since: str
    begun_at: datetime
    changed_at: datetime
    ended_at: datetime | None
    counts: tuple[tuple[UpdateOutcome, int], ...] = ()

    def count(self, outcome: UpdateOutcome) -> int:
        """Return of how many studies it found something."""
        return dict(self.counts).get(outcome, 0)

    @property
    def unchanged(self) -> int:
        """Return how many studies are as they were."""
        return max(0, self.done - sum(count for _outcome, count in self.counts))
